import { ByteWriter } from "../bytes/byteWriter";
import type { PacketToWrite, PacketWriter } from "./packetToWrite";
import { blockType, byteOrderMagic, leastLength, padded } from "./pcapngBlocks";
import { option } from "./pcapngOptions";

/** What a section says of its packets. */
interface Kept {
  readonly linkType: number;
  readonly snapLength: number;
}

/** What all interfaces have in common. */
export interface PcapngClock {
  /** Decimals of a second. */
  readonly decimals: number;
  /** The most that was kept of a packet that has a time; 0 for no limit. */
  readonly snapLength?: number;
}

/**
 * A capture in pcapng (draft-ietf-opsawg-pcapng), little-endian. A packet without a time is a Simple Packet Block (§4.4), which is of
 * its section's first interface and as long as that interface keeps: so wherever these change, another section begins.
 */
export class PcapngWriter implements PacketWriter {
  private current: Kept | undefined;

  constructor(private readonly clock: PcapngClock) {}

  /** §4.1: version 1.0, and a length that is not told. */
  begin(into: ByteWriter): void {
    const at = block(into, blockType.section, 16);
    const { view } = into;
    view.setUint32(at, byteOrderMagic, true);
    view.setUint16(at + 4, 1, true);
    view.setBigInt64(at + 8, -1n, true);
  }

  packet(into: ByteWriter, packet: PacketToWrite): void {
    const { linkType, time } = packet;
    const snapLength = this.snapLengthOf(packet);
    if (linkType !== this.current?.linkType || snapLength !== this.current.snapLength) {
      if (this.current) this.begin(into);
      this.current = { linkType, snapLength };
      interfaceDescription(into, this.current, this.clock.decimals);
    }
    if (time) enhancedPacket(into, packet, time, this.clock.decimals);
    else simplePacket(into, packet);
  }

  private snapLengthOf({ bytes, length, time }: PacketToWrite): number {
    if (time) return this.clock.snapLength ?? 0;
    return length > bytes.length ? bytes.length : 0;
  }
}

/** All packets as one file. */
export function writePcapng(packets: readonly PacketToWrite[]): Uint8Array {
  const decimals = packets.some(({ time }) => time && time.nanoseconds % 1000 !== 0) ? 9 : 6;
  const into = new ByteWriter();
  const writer = new PcapngWriter({ decimals });
  writer.begin(into);
  for (const packet of packets) writer.packet(into, packet);
  return into.cut();
}

/** Type and length around a body, in the byte order that sections here have: where the body begins. */
function block(into: ByteWriter, type: number, size: number): number {
  const total = leastLength + padded(size);
  const at = into.take(total);
  const { view } = into;
  view.setUint32(at, type, true);
  view.setUint32(at + 4, total, true);
  view.setUint32(at + total - 4, total, true);
  return at + 8;
}

/** §4.2, with if_tsresol. */
function interfaceDescription(into: ByteWriter, { linkType, snapLength }: Kept, decimals: number): void {
  const at = block(into, blockType.interface, 20);
  const { view } = into;
  view.setUint16(at, linkType, true);
  view.setUint32(at + 4, snapLength, true);
  view.setUint16(at + 8, option.interfaceResolution, true);
  view.setUint16(at + 10, 1, true);
  view.setUint8(at + 12, decimals);
}

/** §4.3 */
function enhancedPacket(
  into: ByteWriter,
  { bytes, length }: PacketToWrite,
  time: NonNullable<PacketToWrite["time"]>,
  decimals: number,
): void {
  const at = block(into, blockType.packet, 20 + bytes.length);
  const { view } = into;
  setTime(view, at + 4, time, decimals);
  view.setUint32(at + 12, bytes.length, true);
  view.setUint32(at + 16, length, true);
  into.putAt(at + 20, bytes);
}

function simplePacket(into: ByteWriter, { bytes, length }: PacketToWrite): void {
  const at = block(into, blockType.simplePacket, 4 + bytes.length);
  into.view.setUint32(at, length, true);
  into.putAt(at + 4, bytes);
}

/** Units since 1970 in two halves: a double holds no 64-bit number, so the seconds are multiplied 16 bits at a time. */
function setTime(view: DataView, at: number, time: NonNullable<PacketToWrite["time"]>, decimals: number): void {
  const { seconds, nanoseconds } = time;
  const units = 10 ** decimals;
  const upper = Math.floor(seconds / 0x1_0000) * units;
  const lower = (seconds & 0xffff) * units + Math.floor(nanoseconds / 10 ** (9 - decimals));
  const high = Math.floor(upper / 0x1_0000);
  const low = (upper - high * 0x1_0000) * 0x1_0000 + lower;
  // what does not fit into 32 bits is left out by who writes it
  view.setUint32(at, high + Math.floor(low / 0x1_0000_0000), true);
  view.setUint32(at + 4, low, true);
}
