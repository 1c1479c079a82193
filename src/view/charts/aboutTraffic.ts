import { formatDuration } from "../../text/duration";
import { formatQuantity } from "../../text/quantity";
import { formatCount } from "../../text/value";
import { say, type Words } from "../../text/words";
import type { TrafficKind } from "../onScreen/trafficLook";
import { type ChartPoint, quantityOf } from "./chart";
import {
  type ChartedTraffic,
  datesOf,
  filterOfIntervals,
  type Intervals,
  rateOf,
  spanOf,
  timeText,
  trafficSums,
} from "./traffic";

/** Sums up the part of a capture's time that is shown. */
export function aboutTraffic(traffic: ChartedTraffic, kind: TrafficKind, words: Words): string {
  const { counts, whole, span, timeless } = traffic;
  const seconds = Math.min(whole.to, span.to) - Math.max(whole.from, span.from);
  const sums = trafficSums(counts, { from: 0, to: counts.packets.length });
  const rate = rateOf(traffic, kind, "shown");
  const most = counts.packets.reduce((most, _count, at) => Math.max(most, rate(at)), 0);
  const worst = counts.trouble.indexOf(counts.trouble.reduce((most, count) => Math.max(most, count), 0));
  return [
    amount(traffic, sums, words),
    sums.trouble === 0
      ? words.messages["chart.about.noTrouble"]
      : say(words, "chart.about.trouble", {
          trouble: formatCount(sums.trouble),
          time: timeText(spanOf(counts, { from: worst, to: worst + 1 }).from, counts),
        }),
    say(words, "chart.about.rate", {
      span: formatDuration(seconds),
      mean: rateText(kind, sums, seconds),
      most: formatQuantity(most, quantityOf[kind]),
      interval: formatDuration(counts.interval / 1e9),
    }),
    ...(timeless > 0 ? [say(words, "chart.about.timeless", { packets: formatCount(timeless) })] : []),
  ].join(words.messages["chart.point.between"]);
}

/** What some intervals hold, for a person who points at them; or for the selected `packet`, what its interval holds. */
export function intervalPoint(
  traffic: ChartedTraffic,
  kind: TrafficKind,
  intervals: Intervals,
  words: Words,
  packet?: { readonly frame: number; readonly time: number },
): ChartPoint {
  const { counts } = traffic;
  const sums = trafficSums(counts, intervals);
  const span = spanOf(counts, intervals);
  const [from, to] = [timeText(span.from, counts), timeText(span.to, counts)];
  const told = [
    ...(packet ? [say(words, "chart.point", { frame: packet.frame, time: formatDuration(packet.time) })] : []),
    say(words, "chart.point.interval", { from, to }),
    `${amount(traffic, sums, words)}${words.messages["chart.point.comma"]}${rateText(kind, sums, span.to - span.from)}`,
    ...(sums.trouble > 0 ? [say(words, "chart.point.trouble", { trouble: formatCount(sums.trouble) })] : []),
  ];
  return {
    frame: packet?.frame ?? sums.firstShown + 1,
    time: packet?.time ?? (span.from + span.to) / 2,
    parts: [],
    text: told.join(words.messages["chart.point.between"]),
    within: { ...span, filter: filterOfIntervals(counts, intervals), ...datesOf(traffic, intervals) },
  };
}

type Sums = ReturnType<typeof trafficSums>;

function amount({ isFiltered }: ChartedTraffic, sums: Sums, words: Words): string {
  const [packets, bytes] = [formatCount(sums.packets), formatQuantity(sums.bytes, "bytes")];
  if (!isFiltered) return say(words, "chart.about.all", { packets, bytes });
  const [shown, shownBytes] = [formatCount(sums.shownPackets), formatQuantity(sums.shownBytes, "bytes")];
  return say(words, "chart.about.shown", { shown, packets, shownBytes, bytes });
}

/** The average rate over so many seconds. */
function rateText(kind: TrafficKind, { shownPackets, shownBytes }: Sums, seconds: number): string {
  const count = kind === "bitRate" ? shownBytes * 8 : shownPackets;
  return formatQuantity(seconds > 0 ? count / seconds : 0, quantityOf[kind]);
}
