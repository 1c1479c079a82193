import { later, type Moment } from "../../text/moment";
import type { TrafficKind } from "../onScreen/trafficLook";
import type { TimeSpan } from "./chart";

/** Counts of a capture's packets, by interval. */
export interface TrafficCounts {
  /** The length of an interval in nanoseconds, and the number of the first one, counted from the capture's first packet with a time. */
  readonly interval: number;
  readonly first: number;
  readonly packets: Float64Array;
  readonly bytes: Float64Array;
  /** Counts of the packets that the filter shows; the same as above if there is no filter. */
  readonly shownPackets: Float64Array;
  readonly shownBytes: Float64Array;
  /** How many of these have something wrong with them. */
  readonly trouble: Float64Array;
  /** The index of the first shown packet; -1 where there is none. */
  readonly firstShown: Int32Array;
}

/** A span of a capture's time with all that its charts need. */
export interface ChartedTraffic {
  readonly counts: TrafficCounts;
  readonly whole: TimeSpan;
  readonly span: TimeSpan;
  /** When the first packet with a time was captured. */
  readonly start: Moment;
  readonly isFiltered: boolean;
  /** Packets of the whole capture that have no time. */
  readonly timeless: number;
}

const billion = 1e9;

/** Some of the intervals: from one up to but not including another. */
export interface Intervals {
  readonly from: number;
  readonly to: number;
}

/** What some intervals add up to. */
export function trafficSums(counts: TrafficCounts, { from, to }: Intervals) {
  const sums = { packets: 0, bytes: 0, shownPackets: 0, shownBytes: 0, trouble: 0, firstShown: -1 };
  for (let at = Math.max(0, from); at < Math.min(to, counts.packets.length); at += 1) {
    sums.packets += counts.packets[at];
    sums.bytes += counts.bytes[at];
    sums.shownPackets += counts.shownPackets[at];
    sums.shownBytes += counts.shownBytes[at];
    sums.trouble += counts.trouble[at];
    if (sums.firstShown < 0 || (counts.firstShown[at] >= 0 && counts.firstShown[at] < sums.firstShown))
      sums.firstShown = counts.firstShown[at];
  }
  return sums;
}

/** The intervals that a span touches, one at least. */
export function intervalsOf({ interval, first }: TrafficCounts, { from, to }: TimeSpan): Intervals {
  const number = (seconds: number) => unlessRound((seconds * billion) / interval) - first;
  const begin = Math.floor(number(from));
  return { from: begin, to: Math.max(begin + 1, Math.ceil(number(to))) };
}

/** The interval that contains a time, without rounding. */
export function intervalAt({ interval, first }: TrafficCounts, nanoseconds: number): Intervals {
  const at = Math.floor(nanoseconds / interval) - first;
  return { from: at, to: at + 1 };
}

/** Rounds a number that is very nearly whole: seconds are not exact, but the end of an interval is to be hit. */
function unlessRound(number: number): number {
  const round = Math.round(number);
  return Math.abs(number - round) < 1e-6 ? round : number;
}

/** The time that some intervals span. */
export const spanOf = ({ interval, first }: TrafficCounts, { from, to }: Intervals): TimeSpan => ({
  from: ((first + from) * interval) / billion,
  to: ((first + to) * interval) / billion,
});

/** A time with as many decimals as the length of an interval has. */
export const timeText = (seconds: number, counts: TrafficCounts): string => seconds.toFixed(decimalsOf(counts));

function decimalsOf({ interval }: TrafficCounts): number {
  let decimals = 9;
  for (let unit = 1; decimals > 0 && interval % (unit * 10) === 0; unit *= 10) decimals -= 1;
  return decimals;
}

/** When intervals begin and end, by the calendar. */
export function datesOf({ counts, start }: ChartedTraffic, { from, to }: Intervals): { begin: Moment; end: Moment } {
  const at = (number: number) => later(start, (counts.first + number) * counts.interval, decimalsOf(counts));
  return { begin: at(from), end: at(to) };
}

/** The display filter for the packets of some intervals. */
export function filterOfIntervals(counts: TrafficCounts, intervals: Intervals): string {
  const { from, to } = spanOf(counts, intervals);
  return `frame.time_relative >= ${timeText(from, counts)} && frame.time_relative < ${timeText(to, counts)}`;
}

/** The rate in each interval, per second. */
export function rateOf({ counts }: ChartedTraffic, kind: TrafficKind, which: "all" | "shown"): (at: number) => number {
  const seconds = counts.interval / billion;
  const [packets, bytes] = which === "all" ? [counts.packets, counts.bytes] : [counts.shownPackets, counts.shownBytes];
  return kind === "bitRate" ? (at) => (bytes[at] * 8) / seconds : (at) => packets[at] / seconds;
}
