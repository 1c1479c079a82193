import { MarkBit, sentAgain } from "../../connections/marks";
import type { End } from "../../connections/wireSegment";
import { formatDuration } from "../../text/duration";
import { formatQuantity } from "../../text/quantity";
import { formatCount } from "../../text/value";
import { say, type Words } from "../../text/words";
import type { ChartKind } from "../onScreen/chartLook";
import type { TimeSpan, TrackName } from "./chart";
import type { ChartedConnection } from "./chartedConnection";
import { marksOf } from "./marksOf";
import { intervalOf } from "./throughputMarks";

/** Sums up what a chart shows of a span. */
export function aboutChart(connection: ChartedConnection, kind: ChartKind, sender: End, span: TimeSpan, words: Words): string {
  return summaries[kind](connection, sender, span, words);
}

type Summary = (connection: ChartedConnection, sender: End, span: TimeSpan, words: Words) => string;

/** How many values a track has in a span, and between which numbers they lie. */
interface Extent {
  count: number;
  least: number;
  most: number;
  zeros: number;
  sum: number;
}

function extentsOf(connection: ChartedConnection, kind: ChartKind, sender: End, span: TimeSpan): (track: TrackName) => Extent {
  const extents = new Map<TrackName, Extent>();
  const of = (track: TrackName): Extent => {
    const known = extents.get(track) ?? { count: 0, least: Number.POSITIVE_INFINITY, most: 0, zeros: 0, sum: 0 };
    extents.set(track, known);
    return known;
  };
  marksOf(connection, kind, sender, span, (track, _i, time, low) => {
    if (time < span.from || time > span.to) return;
    const extent = of(track);
    extent.count += 1;
    extent.least = Math.min(extent.least, low);
    extent.most = Math.max(extent.most, low);
    extent.sum += low;
    if (low === 0) extent.zeros += 1;
  });
  return of;
}

const summaries: Readonly<Record<ChartKind, Summary>> = {
  sequence: (connection, sender, { from, to }, words) => {
    const { segments, times } = connection;
    const sums = { segments: 0, bytes: 0, again: 0, outOfOrder: 0, duplicates: 0 };
    for (let i = 0; i < segments.count; i += 1) {
      if (times[i] < from || times[i] > to) continue;
      const bits = connection.marks(i);
      if (segments.from(i) !== sender) {
        if (bits & MarkBit.duplicateAck) sums.duplicates += 1;
      } else if (segments.length(i) > 0) {
        sums.segments += 1;
        sums.bytes += segments.length(i);
        if (bits & sentAgain) sums.again += 1;
        else if (bits & MarkBit.outOfOrder) sums.outOfOrder += 1;
      }
    }
    return [
      say(words, "chart.about.sequence", {
        segments: formatCount(sums.segments),
        again: formatCount(sums.again),
        duplicates: formatCount(sums.duplicates),
        bytes: formatQuantity(sums.bytes, "bytes"),
        span: formatDuration(secondsSeen({ from, to }, times)),
      }),
      ...(sums.outOfOrder > 0 ? [say(words, "chart.about.outOfOrder", { segments: formatCount(sums.outOfOrder) })] : []),
    ].join(words.messages["chart.point.between"]);
  },
  throughput: (connection, sender, span, words) => {
    const extent = extentsOf(connection, "throughput", sender, span);
    const interval = intervalOf(span);
    const seconds = secondsSeen(span, connection.times);
    const mean = (track: TrackName) => (extent(track).sum * interval) / (seconds || interval);
    return say(words, "chart.about.throughput", {
      carried: formatQuantity(mean("carried"), "bits"),
      delivered: formatQuantity(mean("delivered"), "bits"),
      most: formatQuantity(extent("carried").most, "bits"),
      interval: formatDuration(interval),
    });
  },
  roundTrip: ({ segments, times, roundTrips }, sender, { from, to }, words) => {
    const trips = roundTrips
      .filter((trip, i) => !Number.isNaN(trip) && segments.from(i) !== sender && times[i] >= from && times[i] <= to)
      .sort();
    if (trips.length === 0) return words.messages["chart.about.noRoundTrip"];
    return say(words, "chart.about.roundTrip", {
      count: formatCount(trips.length),
      least: formatDuration(trips[0]),
      median: formatDuration(trips[trips.length >> 1]),
      most: formatDuration(trips[trips.length - 1]),
    });
  },
  flight: (connection, sender, span, words) => {
    const extent = extentsOf(connection, "flight", sender, span);
    const flight = formatQuantity(extent("inFlight").most, "bytes");
    const { count, least, most, zeros } = extent("window");
    if (count === 0) return say(words, "chart.about.flight", { flight });
    const window = { flight, least: formatQuantity(least, "bytes"), most: formatQuantity(most, "bytes") };
    return [
      say(words, "chart.about.flightAndWindow", window),
      ...(zeros > 0 ? [say(words, "chart.about.closed", { closed: formatCount(zeros) })] : []),
    ].join(words.messages["chart.point.between"]);
  },
};

/** Seconds from the first to the last packet in a span. */
function secondsSeen({ from, to }: TimeSpan, times: Float64Array): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const time of times) {
    if (time < from || time > to) continue;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return Math.max(0, last - first);
}
