import { ReadAhead } from "./readAhead";
import type { ByteSource } from "./source";

/** A part of a source, and where in the source it begins. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

/** The first block is small, so that there is something to see soon. */
const firstSize = 1 << 17;
/** Small enough that what was read is still in the processor's own cache when it is worked on. */
const usualSize = 1 << 18;
/** What may be left of a block: records are mostly shorter. */
const usualRoom = 1 << 18;
/** Blocks are read ahead once reading has taken so many milliseconds longer than the work on what was read. */
const patience = 10;
/** After so many parts in a row that nobody had to wait for, the file is taken to be in memory, and is read without reading ahead. */
const enoughInTime = 32;
/** Milliseconds of reading after which others get their turn. */
const mostAtOnce = 4;

/**
 * A source in consecutive blocks. What was not used of a block begins the next one, so that whole records can be taken from each.
 *
 * What is in memory is read here, when it is wanted, and always into the same buffer: another processor that had read it would
 * have to hand over each line of its cache, which takes longer than reading does. Only where reading takes longer than the work,
 * as from a disk, the next blocks are on their way meanwhile.
 */
export class Blocks {
  private readonly room: number;
  private readonly canReadHere: boolean;
  private readsHere: boolean;
  /** What blocks are read into while nothing is read ahead. */
  private buffer: Uint8Array | undefined;
  private ahead: ReadAhead | undefined;
  private block: Block;
  /** Where the source ends: earlier than it said where a file has become shorter. */
  private end: number;
  private takenAt = performance.now();
  private othersAt = this.takenAt;
  /** By how many milliseconds reading took longer than the work, of late. */
  private lag = 0;

  constructor(
    private readonly source: ByteSource,
    offset: number,
    /** The size of every block, for those who want small ones; 0 for the usual sizes. */
    private readonly size = 0,
  ) {
    this.room = Math.min(size || usualRoom, source.size);
    this.block = { bytes: new Uint8Array(0), offset };
    this.end = source.size;
    this.canReadHere = source.readNow !== undefined && source.nextTurn !== undefined;
    this.readsHere = this.canReadHere;
  }

  /**
   * The next block, of which at least `needed` bytes are wanted. It begins `used` bytes after the beginning of the last one; without
   * any new bytes at the end of the source.
   */
  async take(used: number, needed: number): Promise<Block> {
    this.lag = Math.max(0, this.lag - (performance.now() - this.takenAt));
    await this.letOthersIn();
    const left = this.block.bytes.subarray(used);
    const offset = this.block.offset + used;
    const next = offset + left.length;
    const size = this.size || (next <= firstSize && this.readsHere ? firstSize : usualSize);
    const length = Math.min(size, this.end - next);
    // a record that is longer than a block gets a buffer of its own
    const isLong = left.length > this.room || left.length + length < Math.min(needed, this.end - offset);
    const wanted = isLong ? Math.min(Math.max(needed, this.room), this.end - offset) : left.length + length;
    let bytes = left;
    if (isLong) bytes = await this.readLong(offset, wanted);
    else if (length > 0) bytes = this.readsHere ? this.readHere(left, next, length) : await this.readAhead(left, next);
    if (bytes.length < wanted) this.end = offset + bytes.length;
    this.block = { bytes, offset };
    this.takenAt = performance.now();
    return this.block;
  }

  /** Waits for what is still being read: the source can be closed then. */
  async close(): Promise<void> {
    await this.ahead?.end();
    this.ahead = undefined;
  }

  private readHere(left: Uint8Array, offset: number, length: number): Uint8Array {
    const { room, source } = this;
    const since = performance.now();
    this.buffer ??= new Uint8Array(room + (this.size || usualSize));
    this.buffer.set(left, room - left.length);
    const count = source.readNow!(offset, this.buffer.subarray(room, room + length));
    this.lag += performance.now() - since;
    if (this.lag > patience) this.readsHere = false;
    return this.buffer.subarray(room - left.length, room + count);
  }

  private async readAhead(left: Uint8Array, offset: number): Promise<Uint8Array> {
    this.ahead ??= new ReadAhead(this.source, offset, this.size || usualSize, this.room);
    const bytes = await this.ahead.next(left);
    if (this.canReadHere && this.ahead.inTime >= enoughInTime) {
      await this.close();
      this.lag = 0;
      this.readsHere = true;
    }
    return bytes;
  }

  private async readLong(offset: number, length: number): Promise<Uint8Array> {
    await this.close();
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, await this.source.read(offset, bytes));
  }

  private async letOthersIn(): Promise<void> {
    if (!this.canReadHere || performance.now() - this.othersAt < mostAtOnce) return;
    await this.source.nextTurn!();
    this.othersAt = performance.now();
  }
}
