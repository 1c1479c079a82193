import type { TrafficCounts } from "../../view/charts/traffic";
import type { CapturedPackets } from "../capturedPackets";
import type { LongWork } from "../longWork";
import { troubleIn } from "../trouble";

const between = 1 << 15;

/** Which intervals are counted: `count` from the number `first` on, each of `interval` nanoseconds. */
export interface Grid {
  readonly interval: number;
  readonly first: number;
  readonly count: number;
}

/** Counts the packets that there are now, and those of them that a filter shows, in one pass through the columns. */
export async function countTraffic(
  packets: CapturedPackets,
  filtered: Uint32Array | undefined,
  { interval, first, count }: Grid,
  work: LongWork,
): Promise<TrafficCounts> {
  const { columns } = packets;
  const counts: TrafficCounts = {
    interval,
    first,
    packets: new Float64Array(count),
    bytes: new Float64Array(count),
    shownPackets: new Float64Array(count),
    shownBytes: new Float64Array(count),
    trouble: new Float64Array(count),
    firstShown: new Int32Array(count).fill(-1),
  };
  const rows = columns.count;
  let next = 0;
  for (let from = 0; from < rows; from += between) {
    next = countRows(packets, filtered, counts, from, Math.min(rows, from + between), next);
    await work.pause(from / rows);
  }
  return counts;
}

/** Counts some rows. `next` is the place of the next row among those that the filter shows; returned is what it is behind these rows. */
function countRows(
  packets: CapturedPackets,
  filtered: Uint32Array | undefined,
  counts: TrafficCounts,
  from: number,
  to: number,
  next: number,
): number {
  // while the file is read, columns may have been moved to larger arrays since the rows before
  const { time, length } = packets.columns;
  const troubleOf = troubleIn(packets);
  const { interval, first, firstShown } = counts;
  const count = firstShown.length;
  let place = next;
  for (let index = from; index < to; index += 1) {
    const isShown = filtered === undefined || filtered[place] === index;
    if (isShown) place += 1;
    const at = Math.floor(time[index] / interval) - first;
    // outside of what is counted, or without a time
    if (!(at >= 0 && at < count)) continue;
    const bytes = length.get(index);
    counts.packets[at] += 1;
    counts.bytes[at] += bytes;
    if (!isShown) continue;
    counts.shownPackets[at] += 1;
    counts.shownBytes[at] += bytes;
    if (firstShown[at] < 0) firstShown[at] = index;
    if (troubleOf(index) !== 0) counts.trouble[at] += 1;
  }
  return place;
}
