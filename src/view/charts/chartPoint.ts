import type { Words } from "../../text/words";
import { ChartArea } from "../onScreen/chartArea";
import type { ChartFrame, ChartPoint } from "./chart";
import { extentOf, isInLane } from "./chartExtent";
import type { ConnectionChart } from "./connectionChart";
import { pointText } from "./pointText";
import { intervalOf } from "./throughputMarks";

/** Whoever points at a chart means what is drawn within so many pixels. */
const reach = 30;

/** Where a segment stands in a chart. */
export function chartPoint(chart: ConnectionChart, i: number, words: Words): ChartPoint {
  const { kind, span } = chart;
  const { times } = chart.connection;
  const interval = intervalOf(span);
  const counted = kind === "throughput" ? Math.floor(times[i] / interval) * interval : undefined;
  const parts: ChartPoint["parts"][number][] = [];
  chart.marks((track, of, at, low, high) => {
    if (track !== "initial" && (counted === undefined ? of === i : at === counted)) parts.push({ track, low, high });
  });
  const point = { frame: chart.frame(i), time: times[i], parts };
  return { ...point, text: pointText(point, counted !== undefined, interval, words) };
}

/** The segment that is meant by a point in a chart; where lines keep their values, the one that has set the value there. */
export function segmentNear(
  chart: ConnectionChart,
  size: Pick<ChartFrame, "width" | "height">,
  time: number,
  value: number,
): number | undefined {
  return chart.kind === "throughput" || chart.kind === "flight"
    ? segmentBefore(chart, time)
    : closestSegment(chart, size, time, value);
}

function segmentBefore(chart: ConnectionChart, time: number): number | undefined {
  let found: number | undefined;
  chart.marks((_track, i, at) => {
    if (at <= time) found = i;
  });
  return found;
}

/** The first of the segments that are counted together at a time. */
function segmentInLane(chart: ConnectionChart, time: number): number | undefined {
  let found = -1;
  chart.marks((track, i, at) => {
    if (isInLane(track) && at <= time) found = i;
  });
  return found < 0 ? undefined : found;
}

function closestSegment(
  chart: ConnectionChart,
  { width, height }: Pick<ChartFrame, "width" | "height">,
  time: number,
  value: number,
): number | undefined {
  const { bottom, floor, top } = extentOf(chart);
  if (value < floor) return segmentInLane(chart, time);
  const area = new ChartArea(chart.span, bottom, top, width, height);
  const [x, y] = [area.x(time), area.y(value)];
  let found: number | undefined;
  let least = reach ** 2;
  chart.marks((track, i, at, low, high) => {
    const across = area.x(at) - x;
    if (track === "initial" || isInLane(track) || Math.abs(across) > reach) return;
    const down = Math.max(0, area.y(high) - y, y - area.y(low));
    const away = across ** 2 + down ** 2;
    // of things drawn on top of each other the uppermost is meant, which is drawn last
    if (away > least) return;
    least = away;
    found = i;
  });
  return found;
}
