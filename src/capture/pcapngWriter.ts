import { blockType, byteOrderMagic, leastLength, padded } from "./pcapngBlocks";
import { option } from "./pcapngOptions";

/** A packet as it is to stand in a file. */
export interface PacketToWrite {
  /** LINKTYPE_ number. */
  readonly linkType: number;
  readonly bytes: Uint8Array;
  /** Bytes on the wire. */
  readonly length: number;
  /** Absent where nobody knows it. */
  readonly time?: { readonly seconds: number; readonly nanoseconds: number };
}

/** What a section says of its packets. */
interface Kept {
  readonly linkType: number;
  readonly snapLength: number;
}

/**
 * A capture in pcapng (draft-ietf-opsawg-pcapng). A packet without a time is a Simple Packet Block (§4.4), which is of its section's
 * first interface and as long as that interface keeps: so wherever these change, another section begins.
 */
export function writePcapng(packets: readonly PacketToWrite[]): Uint8Array {
  const decimals = packets.some(({ time }) => time && time.nanoseconds % 1000 !== 0) ? 9 : 6;
  const blocks: Uint8Array[] = [];
  let current: Kept | undefined;
  for (const packet of packets) {
    const kept = keptOf(packet);
    if (kept.linkType !== current?.linkType || kept.snapLength !== current.snapLength) {
      blocks.push(sectionHeader(), interfaceDescription(kept, decimals));
      current = kept;
    }
    blocks.push(packet.time ? enhancedPacket(packet, packet.time, decimals) : simplePacket(packet));
  }
  return joined(blocks.length > 0 ? blocks : [sectionHeader()]);
}

const keptOf = ({ linkType, bytes, length, time }: PacketToWrite): Kept => ({
  linkType,
  snapLength: !time && length > bytes.length ? bytes.length : 0,
});

/** Type and length around a body, in the byte order that sections here have. */
function block(type: number, size: number, write: (body: DataView) => void): Uint8Array {
  const total = leastLength + padded(size);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, total, true);
  view.setUint32(total - 4, total, true);
  write(new DataView(bytes.buffer, 8));
  return bytes;
}

/** §4.1: version 1.0, and a length that is not told. */
function sectionHeader(): Uint8Array {
  return block(blockType.section, 16, (body) => {
    body.setUint32(0, byteOrderMagic, true);
    body.setUint16(4, 1, true);
    body.setBigInt64(8, -1n, true);
  });
}

/** §4.2, with if_tsresol. */
function interfaceDescription({ linkType, snapLength }: Kept, decimals: number): Uint8Array {
  return block(blockType.interface, 20, (body) => {
    body.setUint16(0, linkType, true);
    body.setUint32(4, snapLength, true);
    body.setUint16(8, option.interfaceResolution, true);
    body.setUint16(10, 1, true);
    body.setUint8(12, decimals);
  });
}

/** §4.3 */
function enhancedPacket(
  { bytes, length }: PacketToWrite,
  { seconds, nanoseconds }: NonNullable<PacketToWrite["time"]>,
  decimals: number,
): Uint8Array {
  const time = (BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds)) / 10n ** BigInt(9 - decimals);
  return block(blockType.packet, 20 + bytes.length, (body) => {
    body.setUint32(4, Number(time >> 32n), true);
    body.setUint32(8, Number(time & 0xffff_ffffn), true);
    body.setUint32(12, bytes.length, true);
    body.setUint32(16, length, true);
    put(body, 20, bytes);
  });
}

function simplePacket({ bytes, length }: PacketToWrite): Uint8Array {
  return block(blockType.simplePacket, 4 + bytes.length, (body) => {
    body.setUint32(0, length, true);
    put(body, 4, bytes);
  });
}

const put = ({ buffer, byteOffset }: DataView, at: number, bytes: Uint8Array) =>
  new Uint8Array(buffer, byteOffset + at, bytes.length).set(bytes);

function joined(blocks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of blocks) {
    whole.set(each, at);
    at += each.length;
  }
  return whole;
}
