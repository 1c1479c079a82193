/** The zstd command's own bound: `--long=27`. More would let a few bytes claim gigabytes. */
const largestWindow = 128 * 1024 * 1024;

const frameMagic = 0xfd2fb528;

/**
 * Follows the frames of RFC 8878 from header to header and throws at one whose window is too large, before it is unpacked:
 * who unpacks takes as much memory as the header says.
 */
export class ZstdWindowGuard {
  private readonly header = new Uint8Array(18);
  private have = 0;
  private skip = 0;
  private place: "frame" | "block" = "frame";
  private hasChecksum = false;

  push(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length) {
      if (this.skip > 0) {
        const count = Math.min(this.skip, piece.length - at);
        this.skip -= count;
        at += count;
        continue;
      }
      this.header[this.have] = piece[at];
      this.have += 1;
      at += 1;
      if (this.takeHeader()) this.have = 0;
    }
  }

  /** Whether the header that is being gathered is whole. */
  private takeHeader(): boolean {
    const view = new DataView(this.header.buffer);
    if (this.place === "block") return this.takeBlock(view);
    if (this.have < 8) return false;
    const magic = view.getUint32(0, true);
    if ((magic & 0xffff_fff0) === 0x184d_2a50) {
      this.skip = view.getUint32(4, true);
      return true;
    }
    if (magic !== frameMagic) throw new RangeError("this is no zstd frame");
    return this.takeFrame(view);
  }

  private takeFrame(view: DataView): boolean {
    const descriptor = view.getUint8(4);
    const isSingle = (descriptor & 0x20) !== 0;
    const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6];
    const sizeAt = 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3];
    // a header of less than eight bytes goes on into the first block's, which is given back below
    const length = Math.max(8, sizeAt + sizeBytes);
    if (this.have < length) return false;
    const window = isSingle ? contentSize(view, sizeAt, sizeBytes) : windowSize(view.getUint8(5));
    if (window > largestWindow) throw new RangeError(`a zstd window of ${window} bytes`);
    this.hasChecksum = (descriptor & 4) !== 0;
    this.place = "block";
    const early = length - sizeAt - sizeBytes;
    if (early === 0) return true;
    this.header.copyWithin(0, length - early, length);
    this.have = early;
    return this.takeHeader();
  }

  private takeBlock(view: DataView): boolean {
    if (this.have < 3) return false;
    const word = view.getUint16(0, true) | (view.getUint8(2) << 16);
    const isRepeated = ((word >>> 1) & 3) === 1;
    this.skip = isRepeated ? 1 : word >>> 3;
    if ((word & 1) === 1) {
      this.place = "frame";
      if (this.hasChecksum) this.skip += 4;
    }
    return true;
  }
}

/** Window_Descriptor, §3.1.1.1.2. */
function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >>> 3));
  return base + (base / 8) * (descriptor & 7);
}

/** Frame_Content_Size, §3.1.1.1.4: a frame of a single segment has a window as large as itself. */
function contentSize(view: DataView, at: number, bytes: number): number {
  if (bytes === 1) return view.getUint8(at);
  if (bytes === 2) return view.getUint16(at, true) + 256;
  return bytes === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}
