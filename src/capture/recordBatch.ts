import type { PacketRecord } from "./record";

/** Where a packet's numbers stand in a batch, in words of four bytes; the build puts the numbers of an enumeration where they are used. */
export enum RecordWord {
  /** Its first byte in the block that is scanned. */
  at,
  capturedLength,
  length,
  nanoseconds,
  interface,
  size,
}

/** So few that what is known of them stays in the processor's cache. */
export const batchSize = 512;

/** What a capture file says of some packets in a row, as `PacketRecord` but without an object each. */
export class RecordBatch {
  count = 0;
  readonly words = new Int32Array(batchSize * RecordWord.size);
  /** Whole seconds since 1970; NaN where the file tells no time. */
  readonly seconds = new Float64Array(batchSize);

  get isFull(): boolean {
    return this.count === batchSize;
  }

  /** Adds one whose place is counted from the start of the block. */
  add(record: PacketRecord): void {
    const { words, count } = this;
    words[count * RecordWord.size + RecordWord.nanoseconds] = record.nanoseconds;
    this.seconds[count] = record.seconds;
    this.addUntimed(record.place, record.capturedLength, record.length, record.interface);
  }

  /** The same without the time, where nobody asks for it. */
  addUntimed(place: number, capturedLength: number, length: number, ofInterface: number): void {
    const { words } = this;
    const to = this.count * RecordWord.size;
    words[to + RecordWord.at] = place;
    words[to + RecordWord.capturedLength] = capturedLength;
    words[to + RecordWord.length] = length;
    words[to + RecordWord.interface] = ofInterface;
    this.count += 1;
  }

  /** Where a packet's captured bytes end in the block. */
  endOf(index: number): number {
    const from = index * RecordWord.size;
    return this.words[from + RecordWord.at] + this.words[from + RecordWord.capturedLength];
  }

  /** Takes one out; `offset` is where the block begins in the file. */
  read(index: number, offset: number, into: PacketRecord): void {
    const { words } = this;
    const from = index * RecordWord.size;
    into.place = offset + words[from + RecordWord.at];
    into.capturedLength = words[from + RecordWord.capturedLength];
    into.length = words[from + RecordWord.length];
    into.nanoseconds = words[from + RecordWord.nanoseconds];
    into.interface = words[from + RecordWord.interface];
    into.seconds = this.seconds[index];
  }
}
