import type { ByteSource } from "./source";

/** A part of a source, and where in the source it begins. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

/** A part of the source on its way into a buffer. */
interface Reading {
  readonly buffer: Uint8Array;
  readonly length: number;
  /** How many bytes there were. */
  readonly count: Promise<number>;
  /** Whether that is known, or why it never will be. */
  isDone: boolean;
}

/** The first block is small, so that there is something to see soon. */
const firstSize = 1 << 17;
const usualSize = 1 << 19;
/** What may be left of a block: records are mostly shorter. */
const usualRoom = 1 << 18;
/** One is worked on, two are on their way, and one is read here meanwhile. */
const bufferCount = 4;
/** Who reads has the next part to do before anybody can tell it that one is done. */
const mostOnTheirWay = 2;
/** A part that takes longer, in milliseconds, is not in memory: others have something better to do than to wait for the next one. */
const patience = 20;

/**
 * A source in consecutive blocks: while one is worked on, the next ones are read into other buffers. What was not used of a block
 * begins the next one, so that whole records can be taken from each. Where the next one is not there yet, one behind it is read
 * here: what is in memory is read in less time than it takes to sleep and to be woken.
 */
export class ReadAhead {
  /** Those that are not in use; before the bytes that are read into one there is room for what is left of the block before. */
  private readonly free: Uint8Array[];
  private readonly room: number;
  private readonly readings: Reading[] = [];
  /** Where the bytes begin that are read next. */
  private nextOffset: number;
  private block: Block;
  /** Of the block that is worked on. */
  private buffer: Uint8Array | undefined;
  /** A part can be read here, and that does not take long. */
  private isQuick: boolean;

  constructor(
    private readonly source: ByteSource,
    offset: number,
    /** Of every block, for those who want small ones. */
    private readonly size = 0,
  ) {
    this.room = Math.min(size || usualRoom, source.size);
    const length = this.room + Math.min(size || usualSize, source.size);
    this.free = Array.from({ length: bufferCount }, () => new Uint8Array(length));
    this.block = { bytes: new Uint8Array(0), offset };
    this.nextOffset = offset;
    this.isQuick = source.readNow !== undefined && source.nextTurn !== undefined;
    this.start(size || firstSize);
  }

  /**
   * The next block, of which at least `needed` bytes are wanted. It begins `used` bytes after the beginning of the last one; without
   * any new bytes at the end of the source.
   */
  async take(used: number, needed: number): Promise<Block> {
    const left = this.block.bytes.subarray(used);
    const offset = this.block.offset + used;
    if (this.readings.length > 0) await this.readUntilDone(this.readings[0]);
    const reading = this.readings.shift();
    const count = reading ? await reading.count : 0;
    const previous = this.buffer;
    this.buffer = reading?.buffer;
    // the file has become shorter: nothing comes after
    if (reading && count < reading.length) {
      await this.drop();
      this.nextOffset = this.source.size;
    }
    // a record that is longer than a block gets a buffer of its own
    if (left.length > this.room || left.length + count < needed) await this.takeLong(offset, needed);
    else if (reading) {
      reading.buffer.set(left, this.room - left.length);
      this.block = { bytes: reading.buffer.subarray(this.room - left.length, this.room + count), offset };
    } else this.block = { bytes: left.slice(), offset };
    if (previous) this.free.push(previous);
    this.start(this.size || usualSize);
    return this.block;
  }

  /** Waits for what is still being read: the source can be closed then. */
  async end(): Promise<void> {
    for (const { count } of this.readings) await count.catch(() => 0);
  }

  /** Gives up what is on its way. */
  private async drop(): Promise<void> {
    await this.end();
    this.free.push(...this.readings.splice(0).map(({ buffer }) => buffer));
  }

  private async takeLong(offset: number, needed: number): Promise<void> {
    await this.drop();
    const bytes = new Uint8Array(Math.min(Math.max(needed, this.room), this.source.size - offset));
    const count = await this.source.read(offset, bytes);
    this.block = { bytes: bytes.subarray(0, count), offset };
    this.nextOffset = offset + count;
  }

  /** Reads parts that come later as long as this one is on its way. */
  private async readUntilDone(reading: Reading): Promise<void> {
    while (this.isQuick && !reading.isDone) {
      await this.source.nextTurn!();
      if (reading.isDone || !this.readNext()) return;
    }
  }

  /** Reads the next part at once; false where there is none, or no buffer for it. */
  private readNext(): boolean {
    const since = performance.now();
    const isRead = this.begin(this.size || usualSize, async (offset, into) => this.source.readNow!(offset, into));
    this.isQuick = performance.now() - since < patience;
    return isRead;
  }

  private start(size: number): void {
    const onTheirWay = () => this.readings.filter(({ isDone }) => !isDone).length;
    while (onTheirWay() < mostOnTheirWay) if (!this.begin(size, (offset, into) => this.source.read(offset, into))) return;
  }

  /** Sends the next part on its way into a free buffer; false where there is none of either. */
  private begin(size: number, read: ByteSource["read"]): boolean {
    const length = Math.min(size, this.source.size - this.nextOffset);
    const buffer = length > 0 ? this.free.pop() : undefined;
    if (!buffer) return false;
    const count = read(this.nextOffset, buffer.subarray(this.room, this.room + length));
    const reading: Reading = { buffer, length, count, isDone: false };
    this.readings.push(reading);
    this.nextOffset += length;
    const end = () => {
      reading.isDone = true;
    };
    // whoever waits for it hears of a failure; while nobody does it is not to end the process
    count.then(end, end);
    return true;
  }
}
