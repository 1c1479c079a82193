/** The zstd command's own bound: `--long=27`. More would let a few bytes claim gigabytes. */
const largestWindow = 128 * 1024 * 1024;

const frameMagic = 0xfd2fb528;

/**
 * Follows the frames of RFC 8878 from header to header, for what fzstd leaves out: it throws at a frame whose window is too
 * large before it is unpacked, and says where a frame ends and which checksum it has.
 */
export class ZstdFrames {
  private readonly header = new Uint8Array(18);
  private have = 0;
  private skip = 0;
  private place: "frame" | "block" | "checksum" = "frame";
  /** Whether the frame that is being read ends with one. */
  hasChecksum = false;
  /** The checksum that the frame which has just ended gives. */
  private checksum: number | undefined;
  private hasEnded = false;

  /** Follows from `at` on to the next end of a frame, or of the piece, and says where that is. */
  follow(
    piece: Uint8Array,
    at: number,
  ): { readonly end: number; readonly frameEnds: boolean; readonly checksum: number | undefined } {
    this.hasEnded = false;
    this.checksum = undefined;
    let next = at;
    while (next < piece.length && !this.hasEnded) {
      if (this.skip > 0) {
        const count = Math.min(this.skip, piece.length - next);
        this.skip -= count;
        next += count;
      } else {
        this.header[this.have] = piece[next];
        this.have += 1;
        next += 1;
        if (this.takeHeader()) this.have = 0;
      }
      if (this.skip === 0 && this.place === "checksum" && !this.hasChecksum) this.endFrame();
    }
    return { end: next, frameEnds: this.hasEnded, checksum: this.checksum };
  }

  private endFrame(): void {
    this.place = "frame";
    this.hasEnded = true;
  }

  /** Whether the header that is being gathered is whole. */
  private takeHeader(): boolean {
    const view = new DataView(this.header.buffer);
    if (this.place === "block") return this.takeBlock(view);
    if (this.place === "checksum") return this.takeChecksum(view);
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
    // a header of less than eight bytes has taken some of the first block's, which are given back below
    const length = Math.max(8, sizeAt + sizeBytes);
    if (this.have < length) return false;
    const window = isSingle ? contentSize(view, sizeAt, sizeBytes) : windowSize(view.getUint8(5));
    if (window > largestWindow) throw new RangeError(`a zstd window of ${window} bytes`);
    this.hasChecksum = (descriptor & 4) !== 0;
    this.place = "block";
    const early = length - sizeAt - sizeBytes;
    this.header.copyWithin(0, length - early, length);
    this.have = early;
    return early === 0;
  }

  private takeBlock(view: DataView): boolean {
    if (this.have < 3) return false;
    const word = view.getUint16(0, true) | (view.getUint8(2) << 16);
    const isRepeated = ((word >>> 1) & 3) === 1;
    this.skip = isRepeated ? 1 : word >>> 3;
    if ((word & 1) === 1) this.place = "checksum";
    return true;
  }

  private takeChecksum(view: DataView): boolean {
    if (this.have < 4) return false;
    this.checksum = view.getUint32(0, true);
    this.endFrame();
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
