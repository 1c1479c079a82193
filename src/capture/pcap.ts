import type { ByteSource } from "../bytes/source";
import { CaptureNotes } from "./notes";
import { findVariant, type PcapVariant } from "./pcapVariant";
import {
  type CaptureInterface,
  type CaptureReader,
  type Damage,
  emptyRecord,
  longestOnWire,
  longestPacket,
  type OnPacket,
} from "./record";

/** A reader for the classic format, or nothing when the file is not of it. */
export async function pcapReader(head: Uint8Array, source: ByteSource): Promise<CaptureReader | undefined> {
  const variant = await findVariant(head, source);
  return variant && new PcapReader(variant, new DataView(head.buffer, head.byteOffset, head.byteLength));
}

/** AIX says 2.2 and writes interface types of RFC 1573 where link types belong: Ethernet, Token Ring, FDDI, loopback. */
const aixLinkTypes: Readonly<Record<number, number>> = { 6: 1, 9: 6, 15: 10, 24: 0 };
/** The lower sixteen bits are the link type, the highest six tell of a frame check sequence, those between must be zero. */
const reservedBits = 0x03ff_0000;
/** AIX puts as many bytes before each FDDI frame. */
const aixFddiPadding = 3;

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
  private readonly record = emptyRecord();

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
    this.interfaces = whole ? [{ linkType, snapLength: head.getUint32(16, littleEndian) }] : [];
  }

  scan(block: Uint8Array, offset: number, onPacket: OnPacket): number {
    const { littleEndian, recordHeaderSize } = this.variant;
    const { record, tick, padding } = this;
    const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    const headerSize = recordHeaderSize + padding;
    let at = 0;
    while (at + headerSize <= block.length) {
      this.readLengths(view, at + 8);
      if (record.capturedLength > this.longest || record.capturedLength < 0) {
        this.damage = { kind: "record-too-long", offset: offset + at, value: record.capturedLength + padding };
        return at;
      }
      const next = at + headerSize + record.capturedLength;
      if (next > block.length) return at > 0 ? at : -next;
      record.place = offset + at + headerSize;
      record.seconds = view.getUint32(at, littleEndian);
      // 32 bits with a sign: what Wireshark makes of more than it can hold is the measure
      record.nanoseconds = Math.imul(view.getUint32(at + 4, littleEndian), tick);
      onPacket(record, block, at + headerSize);
      at = next;
    }
    return at > 0 ? at : -headerSize;
  }

  private readLengths(view: DataView, at: number): void {
    const captured = view.getUint32(at, this.variant.littleEndian);
    const original = view.getUint32(at + 4, this.variant.littleEndian);
    const swap = this.swappedLengths === "always" || (this.swappedLengths === "when-larger" && captured > original);
    this.record.capturedLength = (swap ? original : captured) - this.padding;
    this.record.length = Math.min(swap ? captured : original, longestOnWire) - this.padding;
  }
}
