import type { Node } from "../decode/node";
import type { Packet } from "../decode/packet";
import { type FilterField, filterFields } from "../filter/fields";
import { readFilter } from "../filter/filter";
import { filterNameOf } from "../protocols/filterNames";
import { fields } from "../protocols/registry";
import { formatHex, formatOctets, formatValue } from "../text/value";
import { nodeOf } from "./onScreen/treeRows";

/** `tcp.srcport == 3001`, as Wireshark's *Apply as Filter* writes it; the name alone if filters cannot ask for the value. */
export function fieldFilter(packet: Packet, key: string): string | undefined {
  const node = nodeOf<Node>(
    packet.layers.map((layer) => layer.node),
    key,
  );
  const name = node && filterNameOf(node.id);
  const known = name && filterFields.get(name);
  if (!node || !known) return undefined;
  const literal = literalOf(node, known);
  const filter = literal === undefined ? name : `${name} == ${literal}`;
  return "filter" in readFilter(filter) ? filter : name;
}

/** How filters write the value of a header's field; nothing if they cannot. */
export function literalOf({ id, value }: Pick<Node, "id" | "value">, { type }: FilterField): string | undefined {
  const field = fields.get(id);
  if (value === undefined || type === "protocol" || type === "label") return undefined;
  if (typeof value === "string" || type === "text")
    return quoted(typeof value === "string" ? value : new TextDecoder().decode(value as Uint8Array));
  if (!(value instanceof Uint8Array)) {
    const isHex = field?.format === "hex" || field?.format === "flags";
    return isHex ? formatHex(value, field.bits) : String(value);
  }
  if (type === "ipv4" || type === "ipv6" || type === "mac") return formatValue(field ?? { format: "bytes", bits: 0 }, value);
  return value.length > 0 ? formatOctets(value, Number.POSITIVE_INFINITY).replace(/..(?=.)/g, "$&:") : undefined;
}

const quoted = (text: string) => `"${text.replace(/[\\"]/g, "\\$&")}"`;
