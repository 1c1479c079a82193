import type { ByteSource } from "./source";

/** A part of the source on its way into a buffer. */
interface Reading {
  readonly buffer: Uint8Array;
  /** How many bytes there were. */
  readonly count: Promise<number>;
  /** Whether the read has ended, well or not. */
  isDone: boolean;
}

/** Besides the one that is worked on. */
const mostOnTheirWay = 2;

/** A source from an offset on, in parts that are read into buffers while the part before is worked on. */
export class ReadAhead {
  /** How many parts in a row were there when they were asked for. */
  inTime = 0;

  private readonly free: Uint8Array[];
  private readonly readings: Reading[] = [];
  /** The buffer of the part that is worked on. */
  private lent: Uint8Array | undefined;

  constructor(
    private readonly source: ByteSource,
    /** Where the next part begins. */
    private offset: number,
    /** The size of a part, and the room before it for what is left of the one before. */
    private readonly size: number,
    private readonly room: number,
  ) {
    this.free = Array.from({ length: mostOnTheirWay + 1 }, () => new Uint8Array(room + size));
    this.start();
  }

  /** The next part behind what is left of the one before, until the one after it is asked for. */
  async next(left: Uint8Array): Promise<Uint8Array> {
    const reading = this.readings.shift();
    if (!reading) throw new RangeError("nothing is behind the end");
    this.inTime = reading.isDone ? this.inTime + 1 : 0;
    const count = await reading.count;
    const { buffer } = reading;
    buffer.set(left, this.room - left.length);
    if (this.lent) this.free.push(this.lent);
    this.lent = buffer;
    this.start();
    return buffer.subarray(this.room - left.length, this.room + count);
  }

  /** Sends parts on their way into the buffers that are free. */
  private start(): void {
    while (this.offset < this.source.size) {
      const buffer = this.free.pop();
      if (!buffer) return;
      const length = Math.min(this.size, this.source.size - this.offset);
      const count = this.source.read(this.offset, buffer.subarray(this.room, this.room + length));
      this.offset += length;
      const reading: Reading = { buffer, count, isDone: false };
      this.readings.push(reading);
      const end = () => {
        reading.isDone = true;
      };
      // whoever waits for it hears of a failure; while nobody does it is not to end the process
      count.then(end, end);
    }
  }

  /** Waits for what is on its way: the source can be closed then. */
  async end(): Promise<void> {
    for (const { count } of this.readings) await count.catch(() => 0);
  }
}
