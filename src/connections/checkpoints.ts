import { type ConnectionTable, ConnectionWord } from "./connectionTable";
import { nobody, SideStatus, SideWord } from "./side";
import { type Unacknowledged, WaitingWord } from "./unacknowledged";

/** What was known of a connection once its packet with this index was heard. */
export interface Checkpoint {
  readonly packet: number;
  readonly words: Int32Array;
  /** Of each side, what nobody had acknowledged, the eldest first. */
  readonly waiting: readonly [Int32Array, Int32Array];
}

/** After so many segments of a connection, a power of two, there is one, if what is to be kept is no more than a share of them. */
export const checkpointInterval = 512;
const segmentsPerWaiting = 8;

/** The states of long connections at some of their segments: what a segment was can be found out again from the one before it. */
export class Checkpoints {
  private readonly byStream = new Map<number, Checkpoint[]>();

  /** After a segment of a long connection. */
  consider(stream: number, table: ConnectionTable, waiting: Unacknowledged): void {
    const { words } = table;
    const at = stream * ConnectionWord.size;
    const latest = this.byStream.get(stream)?.at(-1)?.words[ConnectionWord.packets] ?? 0;
    const kept = [0, 1].reduce((sum, side) => sum + (words[sideOf(at, side) + SideWord.status] >>> SideStatus.listBits), 0);
    if (words[at + ConnectionWord.packets] - latest >= kept * segmentsPerWaiting) this.add(stream, table, waiting);
  }

  add(stream: number, { words }: ConnectionTable, waiting: Unacknowledged): void {
    const at = stream * ConnectionWord.size;
    const copy = (side: number) => listOf(waiting, words[sideOf(at, side) + SideWord.eldest]);
    const checkpoints = this.byStream.get(stream) ?? [];
    checkpoints.push({
      packet: words[at + ConnectionWord.latestPacket],
      words: words.slice(at, at + ConnectionWord.size),
      waiting: [copy(0), copy(1)],
    });
    this.byStream.set(stream, checkpoints);
  }

  /** Those of a connection, in order. */
  of(stream: number): readonly Checkpoint[] {
    return this.byStream.get(stream) ?? [];
  }
}

const sideOf = (at: number, side: number): number => at + ConnectionWord.sides + side * SideWord.size;

function listOf({ words }: Unacknowledged, eldest: number): Int32Array {
  const places: number[] = [];
  for (let place = eldest; place !== nobody; place = words[place + WaitingWord.following]) places.push(place);
  const list = new Int32Array(places.length * WaitingWord.size);
  for (const [index, place] of places.entries())
    list.set(words.subarray(place, place + WaitingWord.size), index * WaitingWord.size);
  return list;
}

/** Makes a checkpoint the only connection of an empty table. */
export function restore({ words, waiting }: Checkpoint, table: ConnectionTable, into: Unacknowledged): void {
  table.count = 1;
  table.grow(1);
  table.words.set(words);
  for (const [side, list] of waiting.entries()) {
    const at = sideOf(0, side);
    let latest = nobody;
    for (let from = 0; from < list.length; from += WaitingWord.size) {
      const place = into.takeNew();
      into.words.set(list.subarray(from, from + WaitingWord.size), place);
      into.words[place + WaitingWord.following] = nobody;
      if (latest === nobody) table.words[at + SideWord.eldest] = place;
      else into.words[latest + WaitingWord.following] = place;
      latest = place;
    }
    table.words[at + SideWord.latest] = latest;
  }
}
