import { Place } from "../bytes/place";
import { blockType, leastLengths, padded, type Wrong } from "./pcapngBlocks";
import { lengthRules, option, readOptions } from "./pcapngOptions";
import { type PcapngSection, textAt } from "./pcapngSection";
import { emptyRecord, longestOnWire } from "./record";
import { batchSize, type RecordBatch, RecordWord } from "./recordBatch";
import { Clock, restOf, secondsOf } from "./timestamp";

const leastPacketLength = leastLengths.get(blockType.packet)!;
const journalTime = "__REALTIME_TIMESTAMP=";
const leastJournalEntry = journalTime.length + 2;
const microseconds = new Clock();
const nanoseconds = new Clock(9);
const latin = new TextDecoder("latin1");

/** Reads the blocks that hold a packet, or what Wireshark counts as one, into one record that serves all. */
export class PcapngPackets {
  readonly record = emptyRecord();
  /** Packets so far. */
  count = 0;
  private view: DataView = new DataView(new ArrayBuffer(0));
  private readonly keepComment = (code: number, start: number, length: number) => {
    if (code === option.comment) this.section.notes.addPacketComment(this.count, textAt(this.view, start, length));
  };

  constructor(private readonly section: PcapngSection) {}

  /**
   * Enhanced Packet Blocks in a row, one after another into the batch, as long as each is whole, sound and without options: where
   * the first begins that is not, what it is stays to be seen.
   */
  readUsual(view: DataView, from: number, into: RecordBatch): number {
    const { section } = this;
    const isLittle = section.littleEndian === true;
    const { words, seconds } = into;
    const end = view.byteLength;
    const last = end - leastPacketLength;
    let { count } = into;
    let at = from & Place.mask;
    let id = -1;
    let index = 0;
    let longest = 0;
    let { plainUnits, quickHigh, offsetSeconds } = microseconds;
    let factor = 1;
    while (count < batchSize && at <= last && view.getInt32(at, isLittle) === blockType.packet) {
      const length = view.getInt32(at + 4, isLittle);
      const captured = view.getInt32(at + 20, isLittle);
      const next = (at + length) & Place.mask;
      if (captured < 0 || length < 0 || next > end || ((leastPacketLength + captured + 3) & ~3) !== length) break;
      if (view.getInt32(next - 4, isLittle) !== length) break;
      const ownId = view.getInt32(at + 8, isLittle);
      if (ownId !== id) {
        const known = section.indexOf(ownId);
        if (known === undefined) break;
        id = ownId;
        index = known;
        longest = section.longestPacket(index);
        ({ plainUnits, quickHigh, offsetSeconds } = section.clock(index));
        factor = 1e9 / plainUnits;
      }
      const high = view.getUint32(at + 12, isLittle);
      const low = view.getUint32(at + 16, isLittle);
      const onWire = view.getInt32(at + 24, isLittle);
      // clocks that are not decimal, and lengths beyond the largest signed number, are left to the careful way
      if (captured > longest || high >= quickHigh || onWire < 0) break;
      const whole = secondsOf(high, low, plainUnits);
      const to = Math.imul(count, RecordWord.size) & Place.mask;
      words[to + RecordWord.at] = at + 28;
      words[to + RecordWord.capturedLength] = captured;
      words[to + RecordWord.length] = onWire;
      words[to + RecordWord.nanoseconds] = restOf(low, whole, plainUnits) * factor;
      words[to + RecordWord.interface] = index;
      seconds[count] = whole + offsetSeconds;
      count = (count + 1) | 0;
      at = next;
    }
    this.count += count - into.count;
    into.count = count;
    return at;
  }

  /** Enhanced Packet Block, §4.3, and the older Packet Block, appendix A, which differ in the width of the interface's id. */
  readPacket(view: DataView, at: number, end: number, id: number): Wrong | undefined {
    const { record, section } = this;
    const { littleEndian } = section;
    const captured = view.getUint32(at + 20, littleEndian);
    const options = at + 28 + padded(captured);
    if (options > end) return { kind: "packet-beyond-block", value: captured };
    const index = section.indexOf(id);
    if (index === undefined) return { kind: "no-such-interface", value: id };
    if (captured > section.longestPacket(index)) return { kind: "record-too-long", value: captured };
    section.clock(index).read(view.getUint32(at + 12, littleEndian), view.getUint32(at + 16, littleEndian), record);
    this.fill(at + 28, captured, view.getUint32(at + 24, littleEndian), index);
    if (options === end) return undefined;
    this.view = view;
    return readOptions(view, options, end, littleEndian, lengthRules.packet, this.keepComment);
  }

  /** Simple Packet Block, §4.4: no time, and of the first interface, whose limit says how much was kept. */
  readSimplePacket(view: DataView, at: number, end: number): Wrong | undefined {
    const { section } = this;
    const index = section.indexOf(0);
    if (index === undefined) return { kind: "no-such-interface", value: 0 };
    const length = view.getUint32(at + 8, section.littleEndian);
    const { snapLength } = section.interfaces[index];
    const captured = snapLength === 0 ? length : Math.min(length, snapLength);
    // Wireshark looks for the end right behind the packet: there are no options
    if (at + 12 + padded(captured) !== end) return { kind: "packet-beyond-block", value: length };
    if (captured > section.longestPacket(index)) return { kind: "record-too-long", value: captured };
    this.fillTimeless(at + 12, captured, length, index);
    return undefined;
  }

  /** Custom Block, §4.8: whose it is, then what only they can read. */
  readCustom(at: number, end: number): undefined {
    this.fillTimeless(at + 12, end - at - 12, end - at - 12, this.section.indexOfNone());
  }

  /** systemd Journal Export Block: lines of `FIELD=value`. */
  readJournal(view: DataView, at: number, end: number): Wrong | undefined {
    let last = end;
    while (last > at + 8 && view.getUint8(last - 1) === 0) last -= 1;
    const length = last - at - 8;
    if (length < leastJournalEntry) return { kind: "block-too-short", value: end + 4 - at };
    this.fillTimeless(at + 8, length, length, this.section.indexOfNone());
    const text = latin.decode(new Uint8Array(view.buffer, view.byteOffset + at + 8, length));
    const time = new RegExp(`${journalTime}(\\d{1,19})`).exec(text.split("\0", 1)[0])?.[1];
    if (time !== undefined) this.readTime(microseconds, BigInt(time));
    return undefined;
  }

  /** Sysdig's event blocks, of three versions; the data begins at `data`. */
  readSystemCall(view: DataView, at: number, data: number, end: number): undefined {
    const { littleEndian } = this.section;
    this.fill(data, end - data, view.getUint32(at + 26, littleEndian), this.section.indexOfNone());
    this.readTime(nanoseconds, view.getBigUint64(at + 10, littleEndian));
  }

  private readTime(clock: Clock, time: bigint): void {
    clock.read(Number(time >> 32n), Number(time & 0xffff_ffffn), this.record);
  }

  private fill(at: number, captured: number, length: number, index: number): void {
    const { record } = this;
    record.place = at;
    record.capturedLength = captured;
    record.length = Math.min(length, longestOnWire);
    record.interface = index;
  }

  private fillTimeless(at: number, captured: number, length: number, index: number): void {
    this.fill(at, captured, length, index);
    this.record.seconds = Number.NaN;
    this.record.nanoseconds = 0;
  }
}
