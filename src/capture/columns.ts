import { ColumnRoom } from "./columnRoom";
import { LengthColumn } from "./lengthColumn";
import { RareNumbers } from "./rareNumbers";
import type { PacketRecord } from "./record";
import { type RecordBatch, RecordWord } from "./recordBatch";

const wrap = 2 ** 32;
const billion = 1_000_000_000;
/** Nanoseconds in a double are exact up to here: 104 days. */
export const longestSpan = 2 ** 53;
/** Interfaces from this number on share it: their column has one byte a packet. */
export const mostInterfaces = 0xff;

/** What is kept of every packet: 40 bytes in a few typed arrays, so that millions fit. What does not fit there stands beside them. */
export class PacketColumns {
  count = 0;
  capacity = 0;
  /** The lower 32 bits of its offset in the file. */
  place = new Uint32Array(0);
  /** Nanoseconds since the first packet that has a time; NaN where there is none. */
  time = new Float64Array(0);
  readonly capturedLength = new LengthColumn();
  readonly length = new LengthColumn();
  interface = new Uint8Array(0);
  /** The innermost protocol below the applications: an index into `lowerProtocols` (`decode/innermost.ts`). */
  protocol = new Uint8Array(0);
  /** Twice the connection's number, and one more for segments of the side that spoke second; -1 for what belongs to no connection. */
  flow = new Int32Array(0);
  /** Relative, as Wireshark shows it. A packet that is no segment has its two ends here and in the next columns (`decode/datagram.ts`). */
  seq = new Uint32Array(0);
  ack = new Uint32Array(0);
  flags = new Uint16Array(0);
  /** As on the wire. */
  window = new Uint16Array(0);
  /** Bytes of payload; -1 where that cannot be known. */
  readonly payload = new LengthColumn();
  /** A bit for each thing that is remarkable about it, and above those the window shift (`connections/marks.ts`). */
  marks = new Uint32Array(0);

  /** When the first packet was that has a time. */
  startSeconds = Number.NaN;
  startNanoseconds = 0;

  /** The first packet whose offset has each further bit beyond the 32 of its column. */
  private readonly wraps: number[] = [];
  /** Times that the column does not hold exactly as they are written. */
  private readonly oddSeconds = new RareNumbers();
  private readonly oddNanoseconds = new RareNumbers();
  private readonly manyInterfaces = new RareNumbers();

  /** Makes room for a batch, and says where in the file its packets are; `offset` is where the block begins. Their rows are written after. */
  begin(records: RecordBatch, offset: number): void {
    const { words, count } = records;
    const first = this.count;
    if (first + count > this.capacity) this.reserve(Math.max(first + count, first * 2));
    this.count = first + count;
    // packets come in the order of the file, so it is enough to note where the higher bits of their offsets change
    const last = count === 0 ? 0 : offset + words[(count - 1) * RecordWord.size + RecordWord.at];
    if (last >= (this.wraps.length + 1) * wrap) this.noteWraps(first, records, offset);
  }

  /** What the file says of a packet of a batch goes into its row, as if it were no segment. */
  write(row: number, records: RecordBatch, index: number, offset: number): void {
    const { words, seconds } = records;
    const from = index * RecordWord.size;
    const number = words[from + RecordWord.interface];
    this.place[row] = offset + words[from + RecordWord.at];
    this.capturedLength.set(row, words[from + RecordWord.capturedLength]);
    this.length.set(row, words[from + RecordWord.length]);
    this.interface[row] = Math.min(number, mostInterfaces);
    if (number >= mostInterfaces) this.manyInterfaces.set(row, number);
    this.flow[row] = -1;
    this.writeTime(row, seconds[index], words[from + RecordWord.nanoseconds]);
  }

  record(index: number): PacketRecord {
    return {
      place: this.placeOf(index),
      ...this.moment(index),
      capturedLength: this.capturedLength.get(index),
      length: this.length.get(index),
      interface: this.interfaceOf(index),
    };
  }

  placeOf(index: number): number {
    let high = this.wraps.length;
    while (high > 0 && this.wraps[high - 1] > index) high -= 1;
    return high * wrap + this.place[index];
  }

  interfaceOf(index: number): number {
    return this.manyInterfaces.get(index) ?? this.interface[index];
  }

  /** Its time as the file has it. */
  moment(index: number): Pick<PacketRecord, "seconds" | "nanoseconds"> {
    const seconds = this.oddSeconds.get(index);
    if (seconds !== undefined) return { seconds, nanoseconds: this.oddNanoseconds.get(index)! };
    const time = this.time[index];
    if (Number.isNaN(time)) return { seconds: Number.NaN, nanoseconds: 0 };
    // a double holds no nanoseconds of our age: whole seconds apart
    const whole = Math.floor(time / billion);
    const rest = time - whole * billion + this.startNanoseconds;
    const carry = Math.floor(rest / billion);
    return { seconds: this.startSeconds + whole + carry, nanoseconds: rest - carry * billion };
  }

  /** The first packet that has a time; -1 where none has. */
  get firstWithTime(): number {
    if (Number.isNaN(this.startSeconds)) return -1;
    let first = 0;
    while (Number.isNaN(this.time[first])) first += 1;
    return first;
  }

  /** Nanoseconds from one packet to another, exact for spans of up to a hundred days; NaN where one of them has no time. */
  spanBetween(from: number, to: number): number {
    const [start, end] = [this.time[from], this.time[to]];
    if (Math.abs(start) < longestSpan && Math.abs(end) < longestSpan) return end - start;
    const [earlier, later] = [this.moment(from), this.moment(to)];
    return (later.seconds - earlier.seconds) * billion + (later.nanoseconds - earlier.nanoseconds);
  }

  /** When the first packet that has a time was captured, in nanoseconds since 1970; nothing where none has one. */
  get start(): bigint | undefined {
    if (Number.isNaN(this.startSeconds)) return undefined;
    return BigInt(this.startSeconds) * BigInt(billion) + BigInt(this.startNanoseconds);
  }

  /** Nanoseconds since the first packet that has a time, and since the last one before this. */
  spansBefore(index: number): { sinceFirst?: bigint; sincePrevious?: bigint } {
    const time = this.nanosecondsOf(index);
    if (time === undefined) return {};
    let previous = index - 1;
    while (previous >= 0 && Number.isNaN(this.time[previous])) previous -= 1;
    return { sinceFirst: time - this.start!, sincePrevious: time - (this.nanosecondsOf(previous) ?? time) };
  }

  private nanosecondsOf(index: number): bigint | undefined {
    if (index < 0 || Number.isNaN(this.time[index])) return undefined;
    const { seconds, nanoseconds } = this.moment(index);
    return BigInt(seconds) * BigInt(billion) + BigInt(nanoseconds);
  }

  stream(index: number): number {
    return this.flow[index] >> 1;
  }

  direction(index: number): 0 | 1 {
    return (this.flow[index] & 1) as 0 | 1;
  }

  /** The packet of a flow that comes last before an index, searched for down to another; -1 where there is none. */
  before(index: number, wanted: number, down: number): number {
    let at = index - 1;
    while (at >= down && this.flow[at] !== wanted) at -= 1;
    return at >= down ? at : -1;
  }

  /** Indexes of a connection's packets; how many they are, and which is the first and which the last, is known. */
  packetsOf(
    stream: number,
    known: { readonly packets: number; readonly firstPacket: number; readonly lastPacket: number },
  ): Uint32Array {
    const { flow } = this;
    const found = new Uint32Array(known.packets);
    let count = 0;
    for (let index = known.firstPacket; index <= known.lastPacket; index += 1) {
      if (flow[index] >> 1 !== stream) continue;
      found[count] = index;
      count += 1;
    }
    return found;
  }

  /** Bytes that a packet takes here. */
  get bytesPerPacket(): number {
    return this.arrays().reduce((sum, { BYTES_PER_ELEMENT: size }) => sum + size, 0);
  }

  /**
   * Makes room for so many packets: all columns in one buffer, the widest first. One that is large comes from the system, empty and
   * untouched, where many smaller ones may have been somebody's before and would have to be cleared.
   */
  reserve(capacity: number): void {
    // a multiple of four: then four rows of any column can be read at once
    this.capacity = Math.ceil(capacity / 4) * 4;
    const room = new ColumnRoom(this.capacity, this.bytesPerPacket);
    this.time = room.take(this.time);
    this.place = room.take(this.place);
    this.flow = room.take(this.flow);
    this.seq = room.take(this.seq);
    this.ack = room.take(this.ack);
    this.marks = room.take(this.marks);
    this.capturedLength.values = room.take(this.capturedLength.values);
    this.length.values = room.take(this.length.values);
    this.flags = room.take(this.flags);
    this.window = room.take(this.window);
    this.payload.values = room.take(this.payload.values);
    this.interface = room.take(this.interface);
    this.protocol = room.take(this.protocol);
  }

  /** The memory of some rows, in all columns. */
  partsOf(first: number, end: number): Uint8Array[] {
    return this.arrays().map(
      ({ buffer, byteOffset, BYTES_PER_ELEMENT: width }) =>
        new Uint8Array(buffer, byteOffset + first * width, (end - first) * width),
    );
  }

  private arrays(): Uint8Array[] {
    const columns = Object.values(this).map((column) => (column instanceof LengthColumn ? column.values : column));
    return columns.filter((column) => ArrayBuffer.isView(column)) as Uint8Array[];
  }

  private noteWraps(first: number, { words, count }: RecordBatch, offset: number): void {
    for (let i = 0; i < count; i += 1)
      while (offset + words[i * RecordWord.size + RecordWord.at] >= (this.wraps.length + 1) * wrap) this.wraps.push(first + i);
  }

  private writeTime(row: number, seconds: number, nanoseconds: number): void {
    this.time[row] = Number.NaN;
    if (Number.isNaN(seconds)) return;
    if (Number.isNaN(this.startSeconds)) {
      this.startSeconds = seconds;
      this.startNanoseconds = nanoseconds;
    }
    const time = (seconds - this.startSeconds) * billion + (nanoseconds - this.startNanoseconds);
    this.time[row] = time;
    if (Math.abs(time) < longestSpan && nanoseconds >= 0 && nanoseconds < billion) return;
    this.oddSeconds.set(row, seconds);
    this.oddNanoseconds.set(row, nanoseconds);
  }
}
