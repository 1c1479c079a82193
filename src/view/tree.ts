import { linkEnds } from "../decode/linkAddresses";
import { findNode, type Node, type Problem } from "../decode/node";
import { type Layer, lastSegment, type Packet } from "../decode/packet";
import { explainInConnection, type InConnection } from "../explain/explainInConnection";
import { explainNode } from "../explain/explainNode";
import { fields } from "../protocols/registry";
import { flagNames, tcp, tcpFlag } from "../protocols/tcp";
import { formatIp, formatMac } from "../text/address";
import { formatHex, formatOctets, formatValue } from "../text/value";
import { type Sentence, say, sayAll, type Words } from "../text/words";
import { arpInfo } from "./arpInfo";
import { undecodedName } from "./undecoded";

/** A row of the packet's tree, in words: what `wirenote tree` prints and the detail pane shows. */
export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly value?: number | string;
  readonly text: string;
  /** The number, counted from the beginning of the connection. */
  readonly relative?: number;
  /** For a window: by what it is multiplied in its connection. */
  readonly factor?: number;
  readonly start: number;
  readonly length: number;
  readonly bit?: number;
  readonly bits?: number;
  /** In which bytes `start` counts, if these are not the packet's own. */
  readonly source?: number;
  readonly problem?: string;
  /** What it means here, or what it is for. */
  readonly explanation?: string;
  /** The same with numbers counted from the beginning of the connection, if that is different. */
  readonly relativeExplanation?: string;
  readonly children?: readonly TreeNode[];
}

/** `place` says where its segment stands in its connection. */
export function packetTree(packet: Packet, words: Words, place?: InConnection): TreeNode[] {
  const segment = lastSegment(packet);
  return packet.layers.map((layer) =>
    treeNode(layer.node, layer, words, segment && layer.segment === segment ? place : undefined),
  );
}

/** What a number on the wire is when it is counted in its connection. */
function relativeNumber({ id }: Node, { segment }: Layer, place: InConnection | undefined): number | undefined {
  if (!place) return undefined;
  if (id === tcp.fields.seq_raw.id) return place.seq;
  return id === tcp.fields.ack_raw.id && (segment?.flags ?? 0) & tcpFlag.ACK ? place.ack : undefined;
}

/** What a node means: with the numbers on the wire, and with those of its connection. */
function explanationsOf(node: Node, layer: Layer, words: Words, place: InConnection | undefined) {
  const saying = (sentences: readonly Sentence[]) =>
    sentences.length > 0 ? sayAll(words, sentences) : words.fields[node.id]?.about;
  if (!place) return { explanation: saying(explainNode(node, layer)) };
  const explanation = saying(explainInConnection(node, layer, place, "raw"));
  const relative = saying(explainInConnection(node, layer, place, "relative"));
  return { explanation, relativeExplanation: relative === explanation ? undefined : relative };
}

function treeNode(node: Node, layer: Layer, words: Words, place: InConnection | undefined): TreeNode {
  const { explanation, relativeExplanation } = explanationsOf(node, layer, words, place);
  const relative = relativeNumber(node, layer, place);
  const factor = node.id === tcp.fields.window_size_value.id ? (place?.windowFactor ?? 0) : 0;
  const { start, length, bit, bits, source } = node;
  return {
    id: node.id,
    label: words.fields[node.id]?.label ?? node.id,
    ...(node.value !== undefined && { value: plainValue(node) }),
    text: withVerdict(valueText(node, layer), node, layer, words),
    ...(relative !== undefined && { relative }),
    ...(factor > 1 && { factor }),
    start,
    length,
    ...(bit !== undefined && { bit }),
    ...(bits !== undefined && { bits }),
    ...(source !== undefined && { source }),
    ...(node.problem && { problem: problemText(node.problem, words) }),
    ...(explanation && { explanation }),
    ...(relativeExplanation && { relativeExplanation }),
    ...(node.children && { children: node.children.map((child) => treeNode(child, layer, words, place)) }),
  };
}

/** Adds that a checksum is right; a wrong one is a problem, which is shown anyway. */
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
function summaryOf(layer: Layer): string {
  const { node, network, segment, summary } = layer;
  if (summary) return summary.info;
  if (segment)
    return `${segment.srcport ?? "?"} → ${segment.dstport ?? "?"} ${flagNames(segment.flags ?? 0).join(", ")}`.trimEnd();
  if (network) return `${formatIp(network.src)} → ${formatIp(network.dst)}`;
  if (layer.protocol === "arp") return arpInfo(layer);
  return portsOf(layer) ?? cardsOf(layer) ?? (node.value instanceof Uint8Array ? formatOctets(node.value) : "");
}

/** The ports of a protocol that has them as TCP has. */
function portsOf({ protocol, node }: Layer): string | undefined {
  const [source, destination] = ["srcport", "dstport"].map((name) => findNode([node], `${protocol}.${name}`)?.value);
  return source === undefined && destination === undefined ? undefined : `${source ?? "?"} → ${destination ?? "?"}`;
}

function cardsOf(layer: Layer): string | undefined {
  const { src, dst } = linkEnds(layer) ?? {};
  return src && dst && `${formatMac(src.bytes)} → ${formatMac(dst.bytes)}`;
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
