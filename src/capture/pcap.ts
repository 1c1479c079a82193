import { Place } from "../bytes/place";
import type { ByteSource } from "../bytes/source";
import { CaptureNotes } from "./notes";
import { findVariant, type PcapVariant } from "./pcapVariant";
import { type CaptureInterface, type CaptureReader, type Damage, longestOnWire, longestPacket } from "./record";
import { batchSize, type RecordBatch, RecordWord } from "./recordBatch";

/** A reader for the classic format, or nothing when the file is not of it. */
export async function pcapReader(head: Uint8Array, source: ByteSource): Promise<CaptureReader | undefined> {
  const variant = await findVariant(head, source);
  return variant && new PcapReader(variant, new DataView(head.buffer, head.byteOffset, head.byteLength));
}

/** AIX says 2.2 and writes interface types of RFC 1573 where link types belong: Ethernet, Token Ring, FDDI, loopback. */
const aixLinkTypes: Readonly<Record<number, number>> = { 6: 1, 9: 6, 15: 10, 24: 0 };
/** The lower sixteen bits are the link type, the highest six tell of a frame check sequence, those between must be zero. */
const reservedBits = 0x03ff_0000;
const fcsBits = 0xfc00_0000;
/** AIX puts as many bytes before each FDDI frame. */
const aixFddiPadding = 3;
/** A record's header: time in two numbers, captured length, length. */
const usualHeaderSize = 16;

class PcapReader implements CaptureReader {
  readonly format: string;
  readonly headerSize: number;
  readonly interfaces: readonly CaptureInterface[];
  readonly notes = new CaptureNotes();
  damage: Damage | undefined;

  private readonly swappedLengths: "never" | "always" | "when-larger";
  private readonly tick: number;
  private readonly padding: number;
  private readonly longest: number;
  private readonly isUsual: boolean;
  needed = 0;

  constructor(
    private readonly variant: PcapVariant,
    head: DataView,
  ) {
    const { littleEndian, fileHeaderSize } = variant;
    this.headerSize = fileHeaderSize;
    if (head.byteLength < fileHeaderSize) {
      this.damage = { kind: "cut-in-header", offset: head.byteLength, value: fileHeaderSize - head.byteLength };
    }
    const whole = !this.damage;
    const major = whole ? head.getUint16(4, littleEndian) : 2;
    const minor = whole ? head.getUint16(6, littleEndian) : 4;
    const network = whole ? head.getUint32(20, littleEndian) : 0;
    if ((network & reservedBits) !== 0) this.damage = { kind: "link-type", offset: 20, value: network };
    if (major < 2) this.damage = { kind: "version", offset: 4, value: major };
    // before 2.3 the lengths were written the other way round, and some programs said 2.3 and did either; 543 is DG/UX
    this.swappedLengths =
      major === 543 || (major === 2 && minor < 3) ? "always" : major === 2 && minor === 3 ? "when-larger" : "never";
    const aixLinkType = variant.format === "pcap" && major === 2 && minor === 2 ? aixLinkTypes[network] : undefined;
    const linkType = aixLinkType ?? network & 0xffff;
    this.format = aixLinkType === undefined ? variant.format : "pcap-aix";
    this.tick = aixLinkType === undefined ? variant.tick : 1;
    this.padding = aixLinkType === 10 ? aixFddiPadding : 0;
    this.longest = longestPacket(linkType);
    this.isUsual = this.swappedLengths === "never" && variant.recordHeaderSize + this.padding === usualHeaderSize;
    const fcs = (network & fcsBits) >>> 0;
    this.interfaces = whole
      ? [
          {
            linkType,
            snapLength: head.getUint32(16, littleEndian),
            decimals: this.tick === 1 ? 9 : 6,
            ...(fcs !== 0 && { fcs }),
          },
        ]
      : [];
  }

  scan(block: DataView, from: number, offset: number, into: RecordBatch): number {
    let at = from;
    if (this.isUsual) at = this.scanUsual(block, from, into);
    const { littleEndian, recordHeaderSize } = this.variant;
    const { tick, padding, longest, swappedLengths } = this;
    const headerSize = recordHeaderSize + padding;
    const end = block.byteLength;
    const { words, seconds } = into;
    const mayBeSwapped = swappedLengths !== "never";
    let { count } = into;
    let needed = headerSize;
    while (count < batchSize && at + headerSize <= end) {
      let captured = block.getUint32(at + 8, littleEndian);
      let length = block.getUint32(at + 12, littleEndian);
      if (mayBeSwapped && (swappedLengths === "always" || captured > length)) [captured, length] = [length, captured];
      captured -= padding;
      if (captured > longest || captured < 0) {
        this.damage = { kind: "record-too-long", offset: offset + at, value: captured + padding };
        break;
      }
      const next = at + headerSize + captured;
      if (next > end) {
        needed = next - at;
        break;
      }
      const to = count * RecordWord.size;
      words[to + RecordWord.at] = at + headerSize;
      words[to + RecordWord.capturedLength] = captured;
      words[to + RecordWord.length] = (length > longestOnWire ? longestOnWire : length) - padding;
      // 32 bits with a sign, as in Wireshark, which is the measure for numbers that are too large for it
      words[to + RecordWord.nanoseconds] = Math.imul(block.getUint32(at + 4, littleEndian), tick);
      words[to + RecordWord.interface] = 0;
      seconds[count] = block.getUint32(at, littleEndian);
      count += 1;
      at = next;
    }
    into.count = count;
    this.needed = needed;
    return at;
  }
  /** The same for records as nearly all programs write them, as long as each is whole and sound. */
  private scanUsual(block: DataView, from: number, into: RecordBatch): number {
    const { tick, longest } = this;
    const { words, seconds } = into;
    const isLittle = this.variant.littleEndian === true;
    const end = block.byteLength;
    const last = end - usualHeaderSize;
    let { count } = into;
    let at = from & Place.mask;
    while (count < batchSize && at <= last) {
      const captured = block.getInt32(at + 8, isLittle);
      const length = block.getInt32(at + 12, isLittle);
      const start = (at + usualHeaderSize) & Place.mask;
      // lengths beyond the largest number with a sign are not usual
      if (captured < 0 || captured > longest || length < 0 || start + captured > end) break;
      const to = Math.imul(count, RecordWord.size) & Place.mask;
      words[to + RecordWord.at] = start;
      words[to + RecordWord.capturedLength] = captured;
      words[to + RecordWord.length] = length;
      words[to + RecordWord.nanoseconds] = Math.imul(block.getInt32(at + 4, isLittle), tick);
      words[to + RecordWord.interface] = 0;
      seconds[count] = block.getUint32(at, isLittle);
      count = (count + 1) | 0;
      at = (start + captured) & Place.mask;
    }
    into.count = count;
    return at;
  }
}
