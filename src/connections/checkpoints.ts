import { type ConnectionTable, ConnectionWord } from "./connectionTable";
import { nobody, SideStatus, SideWord } from "./side";
import { type Unacknowledged, WaitingWord } from "./unacknowledged";

/** What was known of a connection once its packet with this index was heard. */
export interface Checkpoint {
  readonly packet: number;
  /** As in the table; behind them what nobody had acknowledged, of each side, the eldest first. */
  readonly words: Int32Array;
}

/** A connection gets a checkpoint every so many segments (a power of two), unless there would be too much to keep. */
export const checkpointInterval = 512;
const segmentsPerWaiting = 16;

/** The states of long connections at some of their segments: what a segment was can be found out again from the one before it. */
export class Checkpoints {
  private readonly byStream = new Map<number, Checkpoint[]>();
  /** Many checkpoints share a buffer: fewer objects for the collector to look at. */
  private room = new Int32Array(0);
  private used = 0;

  /** After a segment of a long connection. */
  consider(stream: number, table: ConnectionTable, waiting: Unacknowledged): void {
    const { words } = table;
    const at = stream * ConnectionWord.size;
    const latest = this.byStream.get(stream)?.at(-1)?.words[ConnectionWord.packets] ?? 0;
    const kept = waitingAt(words, at, 0) + waitingAt(words, at, 1);
    if (words[at + ConnectionWord.packets] - latest >= kept * segmentsPerWaiting) this.add(stream, table, waiting);
  }

  add(stream: number, { words }: ConnectionTable, waiting: Unacknowledged): void {
    const at = stream * ConnectionWord.size;
    const size = ConnectionWord.size + (waitingAt(words, at, 0) + waitingAt(words, at, 1)) * WaitingWord.size;
    const kept = this.take(size);
    for (let i = 0; i < ConnectionWord.size; i += 1) kept[i] = words[at + i];
    const behind = copyList(waiting, words[sideOf(at, 0) + SideWord.eldest], kept, ConnectionWord.size);
    copyList(waiting, words[sideOf(at, 1) + SideWord.eldest], kept, behind);
    const checkpoint = { packet: words[at + ConnectionWord.latestPacket], words: kept };
    const known = this.byStream.get(stream);
    if (known) known.push(checkpoint);
    else this.byStream.set(stream, [checkpoint]);
  }

  /** Those of a connection, in order. */
  of(stream: number): readonly Checkpoint[] {
    return this.byStream.get(stream) ?? [];
  }

  private take(size: number): Int32Array {
    if (this.used + size > this.room.length) {
      this.room = new Int32Array(Math.max(size, wordsOfRoom));
      this.used = 0;
    }
    this.used += size;
    return this.room.subarray(this.used - size, this.used);
  }
}

const wordsOfRoom = 1 << 15;

const sideOf = (at: number, side: number): number => at + ConnectionWord.sides + side * SideWord.size;

/** How many segments of a side nobody has acknowledged. */
const waitingAt = (words: Int32Array, at: number, side: number): number =>
  words[sideOf(at, side) + SideWord.status] >>> SideStatus.listBits;

/** Where the list ends that begins with the eldest. */
function copyList({ words }: Unacknowledged, eldest: number, into: Int32Array, from: number): number {
  let to = from;
  for (let place = eldest; place !== nobody; place = words[place + WaitingWord.following]) {
    for (let i = 0; i < WaitingWord.size; i += 1) into[to + i] = words[place + i];
    to += WaitingWord.size;
  }
  return to;
}

/** Makes a checkpoint the only connection of an empty table. */
export function restore({ words }: Checkpoint, table: ConnectionTable, into: Unacknowledged): void {
  table.count = 1;
  table.grow(1);
  table.words.set(words.subarray(0, ConnectionWord.size));
  let from: number = ConnectionWord.size;
  for (const side of [0, 1]) {
    const at = sideOf(0, side);
    let latest = nobody;
    for (let count = waitingAt(words, 0, side); count > 0; count -= 1) {
      const place = into.takeNew();
      into.words.set(words.subarray(from, from + WaitingWord.size), place);
      into.words[place + WaitingWord.following] = nobody;
      if (latest === nobody) table.words[at + SideWord.eldest] = place;
      else into.words[latest + WaitingWord.following] = place;
      latest = place;
      from += WaitingWord.size;
    }
    table.words[at + SideWord.latest] = latest;
  }
}
