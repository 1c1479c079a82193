import type { PacketRecord } from "./record";

/** What is kept of every packet: one number in each of a few typed arrays, so that millions fit. */
export class PacketColumns {
  count = 0;
  /** The first packet with a time; -1 before there is one. */
  firstTimed = -1;
  place = new Float64Array(0);
  seconds = new Float64Array(0);
  nanoseconds = new Float64Array(0);
  capturedLength = new Uint32Array(0);
  length = new Uint32Array(0);
  interface = new Uint32Array(0);
  /** -1 where the packet is no TCP segment of a connection. */
  stream = new Int32Array(0);
  direction = new Uint8Array(0);
  seq = new Uint32Array(0);
  ack = new Uint32Array(0);
  windowFactor = new Int32Array(0);
  flags = new Uint16Array(0);
  /** As on the wire. */
  window = new Uint16Array(0);
  /** Bytes of payload; 0 where their number is not known. */
  payload = new Uint32Array(0);
  /** 1 where its only addresses and ports are those of its connection. */
  plain = new Uint8Array(0);
  /** What is remarkable about it, a bit each. */
  marks = new Uint32Array(0);
  duplicateNumber = new Uint32Array(0);
  duplicateOf = new Uint32Array(0);

  addRecord(record: PacketRecord): number {
    if (this.count === this.place.length) this.grow(Math.max(1024, this.count * 2));
    const index = this.count;
    this.place[index] = record.place;
    this.seconds[index] = record.seconds;
    this.nanoseconds[index] = record.nanoseconds;
    this.capturedLength[index] = record.capturedLength;
    this.length[index] = record.length;
    this.interface[index] = record.interface;
    this.stream[index] = -1;
    if (this.firstTimed < 0 && !Number.isNaN(record.seconds)) this.firstTimed = index;
    this.count += 1;
    return index;
  }

  record(index: number): PacketRecord {
    return {
      place: this.place[index],
      seconds: this.seconds[index],
      nanoseconds: this.nanoseconds[index],
      capturedLength: this.capturedLength[index],
      length: this.length[index],
      interface: this.interface[index],
    };
  }

  /** Seconds from the first packet that has a time to this one; NaN where this one has none. */
  timeSinceFirst(index: number): number {
    const first = this.firstTimed;
    return this.seconds[index] - this.seconds[first] + (this.nanoseconds[index] - this.nanoseconds[first]) / 1e9;
  }

  /** Nanoseconds since the first packet that has a time, and since the last one before this. */
  spansBefore(index: number): { sinceFirst?: bigint; sincePrevious?: bigint } {
    const time = this.timeOf(index);
    if (time === undefined) return {};
    let previous = index - 1;
    while (previous >= 0 && Number.isNaN(this.seconds[previous])) previous -= 1;
    return { sinceFirst: time - this.timeOf(this.firstTimed)!, sincePrevious: time - (this.timeOf(previous) ?? time) };
  }

  private timeOf(index: number): bigint | undefined {
    if (index < 0 || Number.isNaN(this.seconds[index])) return undefined;
    return BigInt(this.seconds[index]) * 1_000_000_000n + BigInt(this.nanoseconds[index]);
  }

  private grow(capacity: number): void {
    this.place = widened(this.place, new Float64Array(capacity));
    this.seconds = widened(this.seconds, new Float64Array(capacity));
    this.nanoseconds = widened(this.nanoseconds, new Float64Array(capacity));
    this.capturedLength = widened(this.capturedLength, new Uint32Array(capacity));
    this.length = widened(this.length, new Uint32Array(capacity));
    this.interface = widened(this.interface, new Uint32Array(capacity));
    this.stream = widened(this.stream, new Int32Array(capacity));
    this.direction = widened(this.direction, new Uint8Array(capacity));
    this.seq = widened(this.seq, new Uint32Array(capacity));
    this.ack = widened(this.ack, new Uint32Array(capacity));
    this.windowFactor = widened(this.windowFactor, new Int32Array(capacity));
    this.flags = widened(this.flags, new Uint16Array(capacity));
    this.window = widened(this.window, new Uint16Array(capacity));
    this.payload = widened(this.payload, new Uint32Array(capacity));
    this.plain = widened(this.plain, new Uint8Array(capacity));
    this.marks = widened(this.marks, new Uint32Array(capacity));
    this.duplicateNumber = widened(this.duplicateNumber, new Uint32Array(capacity));
    this.duplicateOf = widened(this.duplicateOf, new Uint32Array(capacity));
  }
}

function widened<Column extends { set(from: Column): void }>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}
