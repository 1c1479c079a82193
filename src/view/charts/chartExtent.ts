import type { TimeSpan, TrackName } from "./chart";
import type { Charted } from "./charted";

/** Left free beside the first and the last packet, and above the largest value, in shares of the whole. */
const margin = 0.02;
const headroom = 0.06;
/** How high the lane below the values is, to their height; what of it is used, and how much of that a single one takes. */
const lane = { height: 0.16, used: 0.8, least: 0.25 };

export function wholeWithMargins({ from, to }: TimeSpan): TimeSpan {
  const free = (to - from) * margin;
  return { from: from - free, to: to + free };
}

/** Which values a chart has room for. */
export interface ChartExtent {
  readonly bottom: number;
  /** Where its values begin: below it is the lane of what is counted otherwise. */
  readonly floor: number;
  readonly top: number;
  /** The most that there is of that at a time. */
  readonly mostInLane: number;
}

/** From the least to the largest value of a span. A window that is far larger than what is sent does not press all else down. */
export function extentOf(charted: Charted): ChartExtent {
  const { kind, span } = charted;
  let [least, most] = kind === "sequence" ? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] : [0, 0];
  let edge = Number.NEGATIVE_INFINITY;
  let mostInLane = 0;
  charted.marks((track, _i, time, low, high) => {
    if (track !== "initial" && (time < span.from || time > span.to)) return;
    if (track === "edge") edge = Math.max(edge, high);
    else if (isInLane(track)) mostInLane = Math.max(mostInLane, high);
    else {
      least = Math.min(least, low);
      most = Math.max(most, high);
    }
  });
  if (most < least) [least, most] = [0, 1];
  const height = most - least || 1;
  if (edge > most) most = Math.min(edge, most + height / 4);
  const floor = kind === "sequence" ? least - height * headroom : least;
  return { bottom: mostInLane === 0 ? floor : floor - height * lane.height, floor, top: most + height * headroom, mostInLane };
}

/** It has no value of the chart's kind. */
export const isInLane = (track: TrackName): boolean => track === "trouble" || track === "disorder";

/** How far up in the lane so many reach: one alone can be seen too. */
export function heightInLane({ bottom, floor, mostInLane }: ChartExtent, count: number): number {
  const share = count === 0 ? 0 : lane.least + (1 - lane.least) * (count / mostInLane);
  return bottom + (floor - bottom) * lane.used * share;
}
