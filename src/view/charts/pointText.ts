import { formatDuration } from "../../text/duration";
import { formatQuantity } from "../../text/quantity";
import { formatCount } from "../../text/value";
import { say, type Words } from "../../text/words";
import type { ChartPoint, TrackName } from "./chart";

/** What a chart says of a packet, or of all that is counted together with it in an interval of `seconds`. */
export function pointText(
  { frame, time, parts }: Omit<ChartPoint, "text">,
  isCounted: boolean,
  seconds: number,
  words: Words,
): string {
  const interval = formatDuration(seconds);
  const told = parts
    // a single one is described by its own track already
    .filter(({ track, low }) => track !== "disorder" || low > 1)
    .map(({ track, low, high }) =>
      track === "disorder" ? say(words, "chart.point.disorder", { count: low, interval }) : partText(track, low, high, words),
    );
  const place = isCounted ? "chart.pointOfInterval" : "chart.point";
  const where = say(words, place, { frame, time: formatDuration(time), interval });
  return [where, ...new Set(told)].join(words.messages["chart.point.between"]);
}

function partText(track: TrackName, low: number, high: number, words: Words): string {
  switch (track) {
    case "sent":
    case "resent":
    case "outOfOrder":
    case "sacked":
      return say(words, `chart.point.${track}`, { low, high, length: high - low });
    case "acked":
    case "edge":
    case "duplicate":
      return say(words, `chart.point.${track}`, { number: low });
    case "carried":
    case "delivered":
      return say(words, `chart.point.${track}`, { rate: formatQuantity(low, "bits") });
    case "roundTrip":
    case "initial":
      return say(words, `chart.point.${track}`, { span: formatDuration(low) });
    case "window":
    case "inFlight":
      return say(words, `chart.point.${track}`, { bytes: formatCount(low) });
    default:
      // tracks of the whole capture are described together (`aboutTraffic.ts`)
      return "";
  }
}
