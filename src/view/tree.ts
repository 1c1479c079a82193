import type { Node, Problem } from "../decode/node";
import { type Layer, lastSegment, type Packet, type Segment } from "../decode/packet";
import { explainNode } from "../explain/explainNode";
import { fields } from "../protocols/registry";
import { flagNames, tcp, tcpFlag } from "../protocols/tcp";
import { formatHex, formatOctets, formatValue } from "../text/value";
import { say, sayAll, type Words } from "../text/words";
import type { ListedPlace } from "./tcpInfo";
import { undecodedName } from "./undecoded";

/** A row of the packet's tree, in words: what `wirenote tree` prints and the detail pane shows. */
export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly value?: number | string;
  readonly text: string;
  /** The same number, counted from the beginning of its connection. */
  readonly relative?: number;
  readonly start: number;
  readonly length: number;
  readonly bit?: number;
  readonly bits?: number;
  /** Which bytes `start` counts in, where these are not the packet's own. */
  readonly source?: number;
  readonly problem?: string;
  /** What it means here, or what it is for. */
  readonly explanation?: string;
  readonly children?: readonly TreeNode[];
}

/** `place` says where its segment stands in its connection. */
export function packetTree(packet: Packet, words: Words, place?: Pick<ListedPlace, "seq" | "ack">): TreeNode[] {
  const segment = lastSegment(packet);
  return packet.layers.map((layer) =>
    treeNode(
      layer.node,
      layer,
      words,
      place && segment && layer.segment === segment ? relativeNumbers(segment, place) : noNumbers,
    ),
  );
}

/** Numbers counted in their connection, by the field that has them on the wire. */
type RelativeNumbers = Readonly<Record<string, number | undefined>>;
const noNumbers: RelativeNumbers = {};

function relativeNumbers({ flags = 0 }: Segment, { seq, ack }: Pick<ListedPlace, "seq" | "ack">): RelativeNumbers {
  const { seq_raw, ack_raw } = tcp.fields;
  return { [seq_raw.id]: seq, ...(flags & tcpFlag.ACK && { [ack_raw.id]: ack }) };
}

function treeNode(node: Node, layer: Layer, words: Words, numbers: RelativeNumbers): TreeNode {
  const sentences = explainNode(node, layer);
  const explanation = sentences.length > 0 ? sayAll(words, sentences) : words.fields[node.id]?.about;
  const { start, length, bit, bits, source } = node;
  return {
    id: node.id,
    label: words.fields[node.id]?.label ?? node.id,
    ...(node.value !== undefined && { value: plainValue(node) }),
    text: withVerdict(valueText(node, layer), node, layer, words),
    ...(numbers[node.id] !== undefined && { relative: numbers[node.id]! }),
    start,
    length,
    ...(bit !== undefined && { bit }),
    ...(bits !== undefined && { bits }),
    ...(source !== undefined && { source }),
    ...(node.problem && { problem: problemText(node.problem, words) }),
    ...(explanation && { explanation }),
    ...(node.children && { children: node.children.map((child) => treeNode(child, layer, words, numbers)) }),
  };
}

/** A checksum that fits says so; one that does not is a problem and speaks for itself. */
function withVerdict(text: string, node: Node, layer: Layer, words: Words): string {
  const fits = node.id === tcp.fields.checksum.id && layer.segment?.checksumStatus === "good";
  return fits ? `${text} ${words.messages["tree.checksum.good"]}` : text;
}

/** A value that JSON can hold: addresses and bytes become text. */
function plainValue({ id, value }: Node): number | string {
  if (typeof value === "number" || typeof value === "string") return value;
  if (!(value instanceof Uint8Array)) return String(value);
  const field = fields.get(id);
  return field ? formatValue(field, value) : formatOctets(value, Number.POSITIVE_INFINITY);
}

export function valueText(node: Node, layer: Layer): string {
  if (node === layer.node) return summaryOf(layer);
  const { id, value } = node;
  if (value === undefined) return "";
  const field = fields.get(id);
  if (!field) return value instanceof Uint8Array ? formatOctets(value) : String(value);
  if (field.format === "flags" && typeof value === "number")
    return `${formatHex(value, field.bits)} ${flagNames(value).join(", ")}`.trimEnd();
  return formatValue(field, value);
}

/** What a header says in one line, for its closed node. */
function summaryOf({ node, network, segment, summary }: Layer): string {
  if (summary) return summary.info;
  if (segment)
    return `${segment.srcport ?? "?"} → ${segment.dstport ?? "?"} ${flagNames(segment.flags ?? 0).join(", ")}`.trimEnd();
  if (network)
    return [network.src, network.dst]
      .map((address) => formatValue({ format: network.version === 4 ? "ipv4" : "ipv6", bits: 0 }, address))
      .join(" → ");
  return node.value instanceof Uint8Array ? formatOctets(node.value) : "";
}

function problemText(problem: Problem, words: Words): string {
  switch (problem.kind) {
    case "cut":
      return say(words, "problem.cut", problem);
    case "length":
      return say(words, "problem.length", problem);
    case "version":
      return say(words, "problem.version", problem);
    case "checksum":
      return say(words, "problem.checksum", { expected: formatHex(problem.expected, 16) });
    case "checksum-partial":
      return say(words, "problem.checksum-partial", {});
    case "checksum-unverified":
      return say(words, "problem.checksum-unverified", {});
    case "not-decoded":
      return say(words, `problem.not-decoded.${problem.space}`, { number: undecodedName(problem) });
    case "fragment":
      return say(words, "problem.fragment", {});
  }
}
