import { ChecksumError, type Inflater, type Out } from "./compression";
import { unpackLz4Block } from "./lz4Block";
import { XxHash32, xxHash32 } from "./xxHash32";

const frameMagic = 0x184d2204;
const historySize = 0x1_0000;

interface Frame {
  readonly independent: boolean;
  readonly blockChecksums: boolean;
  readonly contentChecksum: XxHash32 | undefined;
  readonly longestBlock: number;
  /** The last 64 KiB of output, to which matches reach back, then room for a block. */
  readonly room: Uint8Array;
  /** Where history begins in `room`; it ends at `historySize`. */
  historyStart: number;
}

/**
 * LZ4 frames, one after another: https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md. No package is kept well that reads
 * frames piece by piece, and there is little to it.
 */
export class Lz4Inflater implements Inflater {
  private waiting: Uint8Array = new Uint8Array(0);
  private frame: Frame | undefined;
  private skip = 0;

  constructor(private readonly out: Out) {}

  push(piece: Uint8Array): void {
    this.waiting = this.waiting.length === 0 ? piece : joined(this.waiting, piece);
    for (let used = -1; used !== 0 && this.waiting.length > 0; ) {
      used = this.take(new DataView(this.waiting.buffer, this.waiting.byteOffset, this.waiting.byteLength));
      this.waiting = this.waiting.subarray(used);
    }
  }

  end(): boolean {
    return this.waiting.length === 0 && this.frame === undefined && this.skip === 0;
  }

  /** Takes the next whole thing and says how many bytes it had; 0 when there are not enough. */
  private take(view: DataView): number {
    if (this.skip > 0) {
      const count = Math.min(this.skip, view.byteLength);
      this.skip -= count;
      return count;
    }
    return this.frame ? this.takeBlock(view, this.frame) : this.takeHeader(view);
  }

  private takeHeader(view: DataView): number {
    if (view.byteLength < 8) return 0;
    const magic = view.getUint32(0, true);
    if ((magic & 0xffff_fff0) === 0x184d_2a50) {
      this.skip = view.getUint32(4, true);
      return 8;
    }
    const flags = view.getUint8(4);
    const blockSize = (view.getUint8(5) >>> 4) & 7;
    if (magic !== frameMagic || flags >>> 6 !== 1 || blockSize < 4) throw new RangeError("this is no LZ4 frame");
    const size = 7 + (flags & 8 ? 8 : 0) + (flags & 1 ? 4 : 0);
    if (view.byteLength < size) return 0;
    const checked = this.waiting.subarray(4, size - 1);
    if (((xxHash32(checked) >>> 8) & 0xff) !== view.getUint8(size - 1)) throw new RangeError("an LZ4 header is damaged");
    const longestBlock = 1 << (8 + 2 * blockSize);
    this.frame = {
      independent: (flags & 0x20) !== 0,
      blockChecksums: (flags & 0x10) !== 0,
      contentChecksum: flags & 4 ? new XxHash32() : undefined,
      longestBlock,
      room: new Uint8Array(historySize + longestBlock),
      historyStart: historySize,
    };
    return size;
  }

  private takeBlock(view: DataView, frame: Frame): number {
    if (view.byteLength < 4) return 0;
    const word = view.getUint32(0, true);
    if (word === 0) return this.takeEnd(view, frame);
    const length = word & 0x7fff_ffff;
    if (length > frame.longestBlock) throw new RangeError("an LZ4 block is too long");
    const size = 4 + length + (frame.blockChecksums ? 4 : 0);
    if (view.byteLength < size) return 0;
    const block = this.waiting.subarray(4, 4 + length);
    if (frame.blockChecksums && xxHash32(block) !== view.getUint32(4 + length, true)) throw new ChecksumError();
    const unpacked = word >>> 31 ? block : unpack(block, frame);
    frame.contentChecksum?.add(unpacked);
    this.out(unpacked);
    if (!frame.independent) keepHistory(frame, unpacked);
    return size;
  }

  private takeEnd(view: DataView, { contentChecksum }: Frame): number {
    if (!contentChecksum) {
      this.frame = undefined;
      return 4;
    }
    if (view.byteLength < 8) return 0;
    if (contentChecksum.digest() !== view.getUint32(4, true)) throw new ChecksumError();
    this.frame = undefined;
    return 8;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The block's content, behind the history in the frame's room. */
function unpack(block: Uint8Array, { room, historyStart }: Frame): Uint8Array {
  const window = room.subarray(historyStart);
  const start = historySize - historyStart;
  return window.subarray(start, unpackLz4Block(block, window, start));
}

/** Moves the last 64 KiB of history and block to the front of the room. */
function keepHistory(frame: Frame, block: Uint8Array): void {
  const { room } = frame;
  const kept = block.subarray(Math.max(0, block.length - historySize));
  room.copyWithin(0, kept.length, historySize);
  room.set(kept, historySize - kept.length);
  frame.historyStart = Math.max(0, frame.historyStart - kept.length);
}
