import { everyNode, type Node } from "../decode/node";
import type { Layer, Packet } from "../decode/packet";
import type { Dump } from "../dump/dump";
import { fields } from "../protocols/registry";
import { tcp, tcpOptionList } from "../protocols/tcp";
import { type ByteColour, byteColours } from "./onScreen/byteColours";

/** Characters of one line that have one colour; columns count UTF-16 units. */
export interface ColouredSpan {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly colour: ByteColour;
}

/** The digits of a dump by the fields they spell, in the order of the text. */
export function colouredSpans(dump: Dump, packet: Packet): ColouredSpan[] {
  const colours = coloursOf(packet, dump.bytes.length);
  const order = Array.from(dump.bytes.keys()).sort((a, b) => dump.lines[a] - dump.lines[b] || dump.columns[a] - dump.columns[b]);
  const spans: { line: number; column: number; length: number; colour: ByteColour }[] = [];
  for (const index of order) {
    const [line, column, width] = [dump.lines[index], dump.columns[index], dump.widths[index]];
    const last = spans.at(-1);
    const gap = last?.line === line ? column - last.column - last.length : Number.POSITIVE_INFINITY;
    if (last && last.colour === colours[index] && gap <= 1) last.length = column + width - last.column;
    else spans.push({ line, column, length: width, colour: colours[index] });
  }
  return spans;
}

/** The colours of the bytes of a packet in a capture, as places in `byteColours`. */
export function colourNumbers(packet: Packet, count: number): Uint8Array {
  return Uint8Array.from(coloursOf(packet, count), (colour) => byteColours.indexOf(colour));
}

/** The colour of each byte: that of the innermost field that has one. */
function coloursOf(packet: Packet, count: number): ByteColour[] {
  const colours = new Array<ByteColour>(count).fill("payload");
  for (const layer of packet.layers) {
    if (layer.node.source !== undefined) continue;
    const ofLayer = colourOfLayer(layer);
    for (const node of everyNode([layer.node])) {
      const colour = node === layer.node ? ofLayer : colourOfField(node);
      if (colour) colours.fill(colour, node.start, node.start + node.length);
    }
  }
  return colours;
}

const networks = new Set(["ip", "ipv6", "ah", "icmp", "icmpv6", "igmp", "arp"]);
const transports = new Set(["tcp", "udp", "sctp"]);
/** Whether a layer is bytes that no header explains, or what an application says. */
const isPayload = ({ protocol, summary }: Layer) => protocol === "data" || protocol === "tcp.payload" || summary !== undefined;

function colourOfLayer(layer: Layer): ByteColour {
  if (isPayload(layer)) return "payload";
  return networks.has(layer.protocol) || transports.has(layer.protocol) ? "network" : "link";
}

const byField: Readonly<Record<string, ByteColour>> = {
  [tcp.fields.seq_raw.id]: "sequence",
  [tcp.fields.ack_raw.id]: "acknowledgment",
  [tcp.fields.hdr_len.id]: "flags",
  [tcp.fields.flags.id]: "flags",
  [tcp.fields.window_size_value.id]: "window",
  [tcpOptionList.id]: "option",
};

function colourOfField({ id }: Node): ByteColour | undefined {
  if (byField[id]) return byField[id];
  const format = fields.get(id)?.format;
  if (format === "port") return "port";
  if (format === "ipv4" || format === "ipv6") return "address";
  return id.endsWith(".checksum") ? "checksum" : undefined;
}
