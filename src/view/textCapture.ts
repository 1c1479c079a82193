import type { PacketToWrite } from "../capture/packetToWrite";
import { writePcapng } from "../capture/pcapngWriter";
import { findNode } from "../decode/node";
import type { Packet } from "../decode/packet";
import type { Dump, Lines } from "../dump/dump";
import { type PacketTime, timeOfSummary } from "../prose/packetTime";
import { ethernet } from "../protocols/ethernet";
import { ipv4 } from "../protocols/ipv4";
import { ipv6 } from "../protocols/ipv6";
import { etherTypeOf, linkTypeOf, type ProtocolName } from "../protocols/next";
import { summaryAbove } from "./packetLines";
import { timesOfText } from "./textTimes";

/** A packet of a text, with the lines of that text. */
export interface TextPacket {
  readonly lines: Lines;
  readonly dump: Dump;
  readonly packet: Packet;
}

/** The packets of a text as a capture file. */
export interface TextCapture {
  readonly file: Uint8Array;
  /** For each packet of the text its number in the capture; nothing for one that no capture can hold. */
  readonly numbers: readonly (number | undefined)[];
}

/** Puts the packets of a text into a capture, in their order. One that the text shows again, in whole or in part, is not put in again. */
export function captureOfText(packets: readonly TextPacket[]): TextCapture {
  const told = packets.map(({ lines, dump }) => timeOfSummary(summaryAbove(lines, dump) ?? ""));
  const times = timesOfText(told);
  const written: PacketToWrite[] = [];
  const known = new Map<string, Shown>();
  let last: Dump | undefined;
  const numbers = packets.map((each, index) => {
    const frame = frameOf(each.dump.startLayer, each.dump.bytes);
    if (!frame) return undefined;
    const key = `${each.dump.startLayer} ${each.dump.bytes}`;
    const before = known.get(key);
    if (before && isSameTime(before.told, told[index])) return before.number;
    if (last && isPartOf(each, last)) return written.length;
    const missing = frame.bytes.length - each.dump.bytes.length;
    const length = missing + Math.max(each.dump.bytes.length, claimedLength(each.packet));
    const time = times[index];
    written.push({ ...frame, length, ...(time && { time }) });
    known.set(key, { number: written.length, told: told[index] });
    last = each.dump;
    return written.length;
  });
  return { file: writePcapng(written), numbers };
}

/** Whether a capture can hold this: a bare segment or datagram needs addresses, which nobody knows. */
export const mayBeCaptured = ({ startLayer }: Dump): boolean =>
  linkTypeOf(startLayer) !== undefined || etherTypeOf(startLayer) !== undefined;

interface Shown {
  readonly number: number;
  readonly told: PacketTime | undefined;
}

/** Whether this is a header of the packet above, shown again by itself: `"ip_raw"` below `"frame_raw"`. */
const isPartOf = ({ dump, packet }: TextPacket, whole: Dump): boolean =>
  dump.bytes.length < whole.bytes.length &&
  claimedLength(packet) > dump.bytes.length &&
  `,${whole.bytes},`.includes(`,${dump.bytes},`);

/** Equal bytes at the same time are one packet; a segment that was sent again has another time. */
const isSameTime = (one: PacketTime | undefined, other: PacketTime | undefined) =>
  !one || !other || (one.seconds === other.seconds && one.nanoseconds === other.nanoseconds);

/** A packet as a capture holds it. If it has no link type, as what only follows Ethernet, it gets a header of Ethernet, with empty addresses. */
function frameOf(layer: ProtocolName, bytes: Uint8Array): Pick<PacketToWrite, "linkType" | "bytes"> | undefined {
  const linkType = linkTypeOf(layer);
  if (linkType !== undefined) return { linkType, bytes };
  const type = etherTypeOf(layer);
  if (type === undefined) return undefined;
  const frame = new Uint8Array(ethernet.size + bytes.length);
  new DataView(frame.buffer).setUint16(ethernet.fields.type.offset, type);
  frame.set(bytes, ethernet.size);
  return { linkType: linkTypeOf("eth")!, bytes: frame };
}

/** How many bytes the packet has according to its own headers; the dump may have fewer. */
function claimedLength({ layers }: Packet): number {
  const network = layers.find(({ protocol }) => protocol === "ip" || protocol === "ipv6")?.node;
  if (!network) return 0;
  const isIpv4 = network.id === ipv4.id;
  const length = findNode([network], (isIpv4 ? ipv4.fields.len : ipv6.fields.plen).id)?.value;
  if (typeof length !== "number" || length === 0) return 0;
  return network.start + length + (isIpv4 ? 0 : ipv6.size);
}
