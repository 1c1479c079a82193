import type { End } from "../../connections/wireSegment";
import type { Words } from "../../text/words";
import { ChartArea } from "../onScreen/chartArea";
import type { ChartPoint, ChartView } from "./chart";
import { extentOf, wholeWithMargins } from "./chartExtent";
import { type ChartedConnection, senderOf } from "./chartedConnection";
import { marksOf } from "./marksOf";
import { pointText } from "./pointText";
import { intervalOf } from "./throughputMarks";

/** Pixels within which a place means what is drawn beside it. */
const reach = 30;

/** Where a segment stands in a chart. */
export function chartPoint(connection: ChartedConnection, view: ChartView, i: number, words: Words): ChartPoint {
  const { segments, times } = connection;
  const sender = senderOf(connection, view.sender);
  const span = view.span ?? wholeWithMargins(connection.whole);
  const parts: ChartPoint["parts"][number][] = [];
  let time = times[i];
  if (view.chart === "throughput") time = Math.floor(time / intervalOf(span)) * intervalOf(span);
  marksOf(connection, view.chart, sender, span, (track, of, at, low, high) => {
    if (track !== "initial" && (view.chart === "throughput" ? at === time : of === i)) parts.push({ track, low, high });
  });
  const point = { frame: segments.frame(i), time: times[i], parts };
  return { ...point, text: pointText(point, view.chart === "throughput" ? intervalOf(span) : undefined, words) };
}

/** The segment that is meant by a place of a chart; where lines keep their values, the one that has set them there. */
export function segmentNear(connection: ChartedConnection, view: ChartView, time: number, value: number): number | undefined {
  const sender = senderOf(connection, view.sender);
  return view.chart === "throughput" || view.chart === "flight"
    ? segmentBefore(connection, view, sender, time)
    : closestSegment(connection, view, sender, time, value);
}

function segmentBefore(connection: ChartedConnection, view: ChartView, sender: End, time: number): number | undefined {
  let found: number | undefined;
  marksOf(connection, view.chart, sender, view.span ?? wholeWithMargins(connection.whole), (_track, i, at) => {
    if (at <= time) found = i;
  });
  return found;
}

function closestSegment(
  connection: ChartedConnection,
  view: ChartView,
  sender: End,
  time: number,
  value: number,
): number | undefined {
  const span = view.span ?? wholeWithMargins(connection.whole);
  const { bottom, top } = extentOf(connection, view.chart, sender, span);
  const area = new ChartArea(span, bottom, top, view.width, view.height);
  const [x, y] = [area.x(time), area.y(value)];
  let found: number | undefined;
  let least = reach ** 2;
  marksOf(connection, view.chart, sender, span, (track, i, at, low, high) => {
    const across = area.x(at) - x;
    if (track === "initial" || Math.abs(across) > reach) return;
    const down = Math.max(0, area.y(high) - y, y - area.y(low));
    const away = across ** 2 + down ** 2;
    // of what is drawn upon one another the uppermost is meant, which is drawn last
    if (away > least) return;
    least = away;
    found = i;
  });
  return found;
}
