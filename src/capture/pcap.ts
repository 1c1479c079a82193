import type { CaptureInterface, CaptureReader, Damage, PacketRecord } from "./record";

/** What the magic number tells: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap */
interface Variant {
  readonly littleEndian: boolean;
  /** Nanoseconds that one unit of the sub-second field stands for. */
  readonly tick: 1 | 1000;
  readonly recordHeaderSize: 16 | 24;
}

const magics: Readonly<Record<number, Omit<Variant, "littleEndian">>> = {
  2712847316: { tick: 1000, recordHeaderSize: 16 },
  2712812621: { tick: 1, recordHeaderSize: 16 },
  // "modified": Alexey Kuznetzov's Linux patch put interface, protocol and packet type behind each record header
  2712849716: { tick: 1000, recordHeaderSize: 24 },
};

const fileHeaderSize = 24;
/** libpcap's and Wireshark's bound: a longer record is damage, not a packet. */
const longestRecord = 262_144;

/** A reader for the classic format, or nothing when these first bytes are not its. */
export function pcapReader(head: Uint8Array): CaptureReader | undefined {
  if (head.length < 4) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  for (const littleEndian of [true, false]) {
    const variant = magics[view.getUint32(0, littleEndian)];
    if (variant) return new PcapReader({ ...variant, littleEndian }, view);
  }
  return undefined;
}

class PcapReader implements CaptureReader {
  readonly format: string;
  readonly headerSize = fileHeaderSize;
  readonly interfaces: readonly CaptureInterface[];
  damage: Damage | undefined;

  private readonly swappedLengths: "never" | "always" | "when-larger";
  private readonly record: PacketRecord = { place: 0, capturedLength: 0, length: 0, seconds: 0, nanoseconds: 0, interface: 0 };

  constructor(
    private readonly variant: Variant,
    head: DataView,
  ) {
    const { littleEndian, tick, recordHeaderSize } = variant;
    this.format = recordHeaderSize === 24 ? "pcap-modified" : tick === 1 ? "pcap-nanoseconds" : "pcap";
    if (head.byteLength < fileHeaderSize) {
      this.damage = { kind: "cut-in-header", offset: head.byteLength, value: fileHeaderSize - head.byteLength };
      this.interfaces = [];
      this.swappedLengths = "never";
      return;
    }
    const minor = head.getUint16(6, littleEndian);
    // libpcap before 2.3 wrote the lengths the other way round, and some programs said 2.3 and did either
    this.swappedLengths = head.getUint16(4, littleEndian) !== 2 || minor > 3 ? "never" : minor < 3 ? "always" : "when-larger";
    // the upper bits tell of a frame check sequence, the lower sixteen are the link type
    this.interfaces = [{ linkType: head.getUint32(20, littleEndian) & 0xffff, snapLength: head.getUint32(16, littleEndian) }];
  }

  scan(block: Uint8Array, offset: number, onPacket: (record: PacketRecord, block: Uint8Array, at: number) => void): number {
    const { littleEndian, tick, recordHeaderSize } = this.variant;
    const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    const record = this.record;
    let at = 0;
    while (at + recordHeaderSize <= block.length) {
      this.readLengths(view, at + 8);
      if (record.capturedLength > longestRecord) {
        this.damage = { kind: "record-too-long", offset: offset + at, value: record.capturedLength };
        return at;
      }
      const next = at + recordHeaderSize + record.capturedLength;
      if (next > block.length) return at > 0 ? at : -next;
      record.place = offset + at + recordHeaderSize;
      record.seconds = view.getUint32(at, littleEndian);
      record.nanoseconds = view.getUint32(at + 4, littleEndian) * tick;
      onPacket(record, block, at + recordHeaderSize);
      at = next;
    }
    return at > 0 ? at : -recordHeaderSize;
  }

  ended(offset: number, left: number): void {
    if (left > 0 && !this.damage) this.damage = { kind: "cut-in-record", offset, value: left };
  }

  private readLengths(view: DataView, at: number): void {
    const captured = view.getUint32(at, this.variant.littleEndian);
    const original = view.getUint32(at + 4, this.variant.littleEndian);
    const swap = this.swappedLengths === "always" || (this.swappedLengths === "when-larger" && captured > original);
    this.record.capturedLength = swap ? original : captured;
    this.record.length = swap ? captured : original;
  }
}
