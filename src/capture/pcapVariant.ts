import { type ByteSource, readRange } from "../bytes/source";
import { longestPacket } from "./record";

/**
 * What a classic file's first bytes tell: draft-ietf-opsawg-pcap, and the forms that Wireshark's `wiretap/libpcap.c` tells
 * apart though they share a magic number.
 */
export interface PcapVariant {
  readonly format: string;
  readonly littleEndian: boolean;
  /** Nanoseconds that one unit of the sub-second field stands for. */
  readonly tick: 1 | 1000;
  readonly fileHeaderSize: 24 | 28;
  readonly recordHeaderSize: 16 | 20 | 24 | 28;
}

type Form = Omit<PcapVariant, "littleEndian" | "fileHeaderSize" | "tick"> & Partial<Omit<PcapVariant, "littleEndian">>;

const plain: Form = { format: "pcap", recordHeaderSize: 16 };
/** Alexey Kuznetzov's Linux patches put interface, protocol and packet type behind each record header; two of them changed no magic. */
const patched: Form = { format: "pcap-modified", recordHeaderSize: 24 };
const patchedWithMore: Form = { format: "pcap-modified", recordHeaderSize: 28 };
const nokia: Form = { format: "pcap-nokia", recordHeaderSize: 20 };

const formsByMagic = new Map<number, readonly Form[]>([
  [0xa1b2c3d4, [plain, patched, nokia]],
  [0xa1b2cd34, [patched, patchedWithMore]],
  [0xa1b23c4d, [{ ...plain, format: "pcap-nanoseconds", tick: 1 }]],
  // Ixia: the size of all records stands behind the file header
  [0x1c0001ac, [{ ...plain, format: "pcap-ixia", tick: 1, fileHeaderSize: 28 }]],
  [0x1c0001ab, [{ ...plain, format: "pcap-ixia", fileHeaderSize: 28 }]],
]);

/** The variant of a file with this head, or nothing when it is no classic capture. */
export async function findVariant(head: Uint8Array, source: ByteSource): Promise<PcapVariant | undefined> {
  if (head.length < 4) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  for (const littleEndian of [true, false]) {
    const forms = formsByMagic.get(view.getUint32(0, littleEndian));
    if (!forms) continue;
    const variants = forms.map((form): PcapVariant => ({ tick: 1000, fileHeaderSize: 24, ...form, littleEndian }));
    // only version 2.4 was ever patched
    if (variants.length === 1 || head.length < 24 || view.getUint16(6, littleEndian) !== 4) return variants[0];
    return leastDoubtful(variants, head, source);
  }
  return undefined;
}

/** The first variant under which the first records make sense, else the one with the fewest doubts. */
async function leastDoubtful(variants: readonly PcapVariant[], head: Uint8Array, source: ByteSource): Promise<PcapVariant> {
  let best = variants[0];
  let fewest = Number.POSITIVE_INFINITY;
  for (const variant of variants) {
    const doubts = await countDoubts(variant, head, source);
    if (doubts < fewest) [best, fewest] = [variant, doubts];
  }
  return best;
}

const recordsToTry = 3;
/** No packet on a wire is longer: 128 MiB. */
const longestBelievable = 0x800_0000;

/** Those of the first record that leaves any: as Wireshark 4.0, which looks no further then. */
async function countDoubts(variant: PcapVariant, head: Uint8Array, source: ByteSource): Promise<number> {
  const { littleEndian, recordHeaderSize, fileHeaderSize } = variant;
  const headView = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const snapLength = headView.getUint32(16, littleEndian);
  const longest = longestPacket(headView.getUint32(20, littleEndian) & 0xffff);
  let offset: number = fileHeaderSize;
  for (let count = 0; count < recordsToTry && offset < source.size; count += 1) {
    const header = await readRange(source, offset, recordHeaderSize);
    if (header.length < recordHeaderSize) return 1;
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    const captured = view.getUint32(8, littleEndian);
    const original = view.getUint32(12, littleEndian);
    const problems = [
      view.getUint32(4, littleEndian) >= 1_000_000,
      captured > longest,
      captured > snapLength,
      original > longestBelievable,
      captured > original,
    ];
    const doubts = problems.filter(Boolean).length;
    if (doubts > 0) return doubts;
    offset += recordHeaderSize + captured;
    if (offset > source.size) return 1;
  }
  return 0;
}
