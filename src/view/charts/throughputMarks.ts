import { isAck, isReset } from "../../connections/segmentFlags";
import type { End } from "../../connections/wireSegment";
import type { Mark, TimeSpan } from "./chart";
import type { ChartedConnection } from "./chartedConnection";
import { Unwrapped } from "./unwrapped";

/** With more intervals a chart shows single segments instead of a trend. */
const mostIntervals = 120;

/** The length of an interval that is counted together, in seconds: 1, 2 or 5 times a power of ten. */
export function intervalOf({ from, to }: TimeSpan, most = mostIntervals): number {
  const least = (to - from) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((times) => times * power >= least) ?? 10);
}

/** Bits a second, by interval: what an end sends, where what is sent twice counts twice, and what the other end acknowledges. */
export function throughputMarks({ segments, times }: ChartedConnection, sender: End, span: TimeSpan, mark: Mark): void {
  const interval = intervalOf(span);
  const first = Math.floor(span.from / interval);
  const count = Math.floor(span.to / interval) - first + 1;
  const carried = new Float64Array(count);
  const delivered = new Float64Array(count);
  const firstSegments = new Int32Array(count).fill(-1);
  const numbers = new Unwrapped();
  let acked: number | undefined;
  for (let i = 0; i < segments.count; i += 1) {
    const at = Math.floor(times[i] / interval) - first;
    const isSeen = at >= 0 && at < count;
    if (isSeen && firstSegments[at] < 0) firstSegments[at] = i;
    if (segments.from(i) === sender) {
      if (isSeen) carried[at] += segments.length(i);
      continue;
    }
    const flagged = { flags: segments.flags(i) };
    if (!isAck(flagged) || isReset(flagged)) continue;
    const ack = numbers.of(segments.ack(i));
    if (isSeen && acked !== undefined && ack > acked) delivered[at] += ack - acked;
    if (acked === undefined || ack > acked) acked = ack;
  }
  let latest = 0;
  for (let at = 0; at < count; at += 1) {
    if (firstSegments[at] >= 0) latest = firstSegments[at];
    const time = (first + at) * interval;
    const [sent, arrived] = [(carried[at] * 8) / interval, (delivered[at] * 8) / interval];
    mark("carried", latest, time, sent, sent);
    mark("delivered", latest, time, arrived, arrived);
  }
}
