import type { ByteSource } from "./source";

/** A part of a source, and where in the source it begins. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

/** The first block is small, so that there is something to see soon. */
const firstSize = 1 << 17;
const usualSize = 1 << 21;
/** What may be left of a block: records are mostly shorter. */
const usualRoom = 1 << 18;

/**
 * A source in consecutive blocks: while one is worked on, the next is read into another buffer. What was not used of a block
 * begins the next one, so that whole records can be taken from each.
 */
export class ReadAhead {
  /** Buffers in turn; before the bytes that are read there is room for what is left of the block before. */
  private readonly buffers: [Uint8Array, Uint8Array];
  private readonly room: number;
  private turn = 0;
  private next = Promise.resolve(0);
  /** Where the bytes begin that `next` waits for. */
  private nextOffset: number;
  private block: Block;

  constructor(
    private readonly source: ByteSource,
    offset: number,
    /** Of every block, for those who want small ones. */
    private readonly size = 0,
  ) {
    this.room = Math.min(size || usualRoom, source.size);
    const length = this.room + Math.min(size || usualSize, source.size);
    this.buffers = [new Uint8Array(length), new Uint8Array(length)];
    this.block = { bytes: new Uint8Array(0), offset };
    this.nextOffset = offset;
    this.start(size || firstSize);
  }

  /**
   * The next block, of which at least `needed` bytes are wanted. It begins `used` bytes after the beginning of the last one; without
   * any new bytes at the end of the source.
   */
  async take(used: number, needed: number): Promise<Block> {
    const left = this.block.bytes.subarray(used);
    const offset = this.block.offset + used;
    const count = await this.next;
    // a record that is longer than a block gets a buffer of its own
    if (left.length > this.room || left.length + count < needed) this.block = await this.takeLong(offset, needed);
    else {
      const buffer = this.buffers[this.turn];
      buffer.set(left, this.room - left.length);
      this.block = { bytes: buffer.subarray(this.room - left.length, this.room + count), offset };
    }
    this.turn ^= 1;
    this.nextOffset = this.block.offset + this.block.bytes.length;
    this.start(this.size || usualSize);
    return this.block;
  }

  /** Waits for what is still being read: the source can be closed then. */
  async end(): Promise<void> {
    await this.next.catch(() => 0);
  }

  private async takeLong(offset: number, needed: number): Promise<Block> {
    const bytes = new Uint8Array(Math.min(Math.max(needed, this.room), this.source.size - offset));
    const count = await this.source.read(offset, bytes);
    return { bytes: bytes.subarray(0, count), offset };
  }

  private start(size: number): void {
    const buffer = this.buffers[this.turn];
    const count = Math.max(0, Math.min(size, this.source.size - this.nextOffset));
    this.next =
      count === 0 ? Promise.resolve(0) : this.source.read(this.nextOffset, buffer.subarray(this.room, this.room + count));
    // whoever waits for it hears of a failure; while nobody does it is not to end the process
    this.next.catch(() => {});
  }
}
