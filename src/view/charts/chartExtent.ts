import type { TimeSpan, TrackName } from "./chart";
import type { Charted } from "./charted";

/** The space left free beside the first and the last packet, and above the largest value, as shares of the whole. */
const margin = 0.02;
const headroom = 0.06;
/** The height of the lane below the values, as a share of theirs; the share of it that is used, and how much of that a count of one takes. */
const lane = { height: 0.16, used: 0.8, least: 0.25 };

export function wholeWithMargins({ from, to }: TimeSpan): TimeSpan {
  const free = (to - from) * margin;
  return { from: from - free, to: to + free };
}

/** Which values a chart has room for. */
export interface ChartExtent {
  readonly bottom: number;
  /** Where its values begin: below it is the lane for other counts. */
  readonly floor: number;
  readonly top: number;
  /** The largest count in the lane. */
  readonly mostInLane: number;
}

/** From the least to the largest value in a span. A window that is far larger than what is sent may be cut, so as not to flatten all else. */
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

/** Whether a track is in the lane, since it counts something else than the chart. */
export const isInLane = (track: TrackName): boolean => track === "trouble" || track === "disorder";

/** How far up a count reaches in the lane; even a count of one can be seen. */
export function heightInLane({ bottom, floor, mostInLane }: ChartExtent, count: number): number {
  const share = count === 0 ? 0 : lane.least + (1 - lane.least) * (count / mostInLane);
  return bottom + (floor - bottom) * lane.used * share;
}
