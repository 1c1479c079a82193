import { dns, dnsRecord, dnsTypes } from "../../protocols/application/dns";
import type { Field } from "../../protocols/header";
import type { Node } from "../node";
import { placed, readHeader } from "../readHeader";
import type { Scope } from "../scope";
import { nameAt, nameNode } from "./dnsName";
import { variableNode } from "./text";

/** Types whose data is a name, after so many bytes of numbers. */
const namedTypes: Readonly<Record<number, { readonly skip: number; readonly field?: Field }>> = {
  2: { skip: 0, field: dns.fields.ns },
  5: { skip: 0, field: dns.fields.cname },
  6: { skip: 0 },
  12: { skip: 0, field: dns.fields["ptr.domain_name"] },
  15: { skip: 2 },
  33: { skip: 6 },
  39: { skip: 0 },
};
const [typeA, typeAaaa] = [1, 28];

/** A resource record with the data that fits into a line: addresses and names. */
export function readRecord(message: Scope, scope: Scope): { node: Node; text: string } | undefined {
  const name = nameAt(message, scope.start);
  if (!name) return undefined;
  const fixed = readHeader(scope.after(name.length), dnsRecord);
  const type = fixed.number("type");
  const head = name.length + fixed.node.length;
  const data = scope.after(head).first(fixed.number("len") || 0, "dns.resp.len");
  const content = fixed.complete ? readData(message, data, type) : { nodes: [], texts: [] };
  return {
    node: {
      ...placed(scope, dnsRecord.id, 0, Math.min(head + data.length, scope.have)),
      children: [nameNode(scope, dnsRecord.fields.name, 0, name), ...fixed.node.children, ...content.nodes],
    },
    text: Number.isNaN(type) ? "" : [dnsTypes[type] ?? `TYPE${type}`, ...content.texts].join(" "),
  };
}

function readData(message: Scope, data: Scope, type: number): { nodes: Node[]; texts: string[] } {
  if (type === typeA && data.have === 4)
    return { nodes: [variableNode(data, dns.fields.a, 0, 4)], texts: [data.content().join(".")] };
  if (type === typeAaaa && data.have === 16)
    return { nodes: [variableNode(data, dns.fields.aaaa, 0, 16)], texts: [ipv6Text(data)] };
  const named = namedTypes[type];
  if (!named || data.have <= named.skip) return { nodes: [], texts: [] };
  const name = nameAt(message, data.start + named.skip);
  if (!name || named.skip + name.length > data.have) return { nodes: [], texts: [] };
  const numbers = Array.from({ length: named.skip / 2 }, (_, index) => String(data.view.getUint16(data.start + index * 2)));
  return { nodes: named.field ? [nameNode(data, named.field, named.skip, name)] : [], texts: [...numbers, name.text] };
}

/** RFC 5952 §4: the longest run of zero groups, of two at least, becomes "::". */
function ipv6Text(data: Scope): string {
  const groups = Array.from({ length: 8 }, (_, index) => data.view.getUint16(data.start + index * 2).toString(16)).join(":");
  const [run] = (groups.match(/\b0(?::0)+\b/g) ?? []).sort((a, b) => b.length - a.length);
  if (!run) return groups;
  const at = groups.search(new RegExp(`\\b${run}\\b`));
  return `${groups.slice(0, at).replace(/:$/, "")}::${groups.slice(at + run.length).replace(/^:/, "")}`;
}
