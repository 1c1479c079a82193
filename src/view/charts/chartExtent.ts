import type { End } from "../../connections/wireSegment";
import type { ChartKind } from "../onScreen/chartLook";
import type { TimeSpan } from "./chart";
import type { ChartedConnection } from "./chartedConnection";
import { marksOf } from "./marksOf";

/** Left free beside the first and the last packet, and above the largest value, in shares of the whole. */
const margin = 0.02;
const headroom = 0.06;

export function wholeWithMargins({ from, to }: TimeSpan): TimeSpan {
  const free = (to - from) * margin;
  return { from: from - free, to: to + free };
}

/** From the least to the largest value of a span. A window that is far larger than what is sent does not press all else down. */
export function extentOf(
  connection: ChartedConnection,
  kind: ChartKind,
  sender: End,
  span: TimeSpan,
): { bottom: number; top: number } {
  let [bottom, top] = kind === "sequence" ? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] : [0, 0];
  let edge = Number.NEGATIVE_INFINITY;
  marksOf(connection, kind, sender, span, (track, _i, time, low, high) => {
    if (track !== "initial" && (time < span.from || time > span.to)) return;
    if (track === "edge") edge = Math.max(edge, high);
    else {
      bottom = Math.min(bottom, low);
      top = Math.max(top, high);
    }
  });
  if (top < bottom) [bottom, top] = [0, 1];
  const height = top - bottom || 1;
  if (edge > top) top = Math.min(edge, top + height / 4);
  return { bottom: kind === "sequence" ? bottom - height * headroom : bottom, top: top + height * headroom };
}
