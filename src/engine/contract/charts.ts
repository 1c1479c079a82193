import type { Chart, ChartPoint, ChartView, TimeSpan, TrafficView } from "../../view/charts/chart";
import type { ChartFormat } from "../../view/charts/chartFormats";
import type { Step } from "./list";
import { namesOf } from "./names";

/** Questions about charts over time: of one connection, and of the whole capture. */
export interface ChartQuestions {
  /** A chart of a connection, as far as a view shows it; nothing if all its packets have the same time. */
  chart(stream: number, view: ChartView): Promise<Chart | undefined>;
  /** Where a packet stands in that chart, and which packet is meant by a point in it. */
  chartPoint(stream: number, view: ChartView, frame: number): Promise<ChartPoint | undefined>;
  chartPointNear(stream: number, view: ChartView, time: number, value: number): Promise<ChartPoint | undefined>;
  /** The chart as a picture or as a table of its values, for the time that the view shows; empty where there is none. */
  writeChart(stream: number, view: ChartView, format: ChartFormat): Promise<string>;
  /** A chart of the whole capture, and of what the filter shows of it, as far as it has been read. */
  trafficChart(view: TrafficView): Promise<Chart | undefined>;
  trafficPoint(view: TrafficView, frame: number): Promise<ChartPoint | undefined>;
  /** What was counted in a span of time, widened to whole intervals. */
  trafficWithin(view: TrafficView, span: TimeSpan): Promise<ChartPoint | undefined>;
  /** The first packet of the next interval that has one, or of the previous; from 0, the first or the last interval counts. */
  trafficNeighbour(view: TrafficView, from: number, step: Step): Promise<number | undefined>;
  writeTraffic(view: TrafficView, format: ChartFormat): Promise<string>;
}

export const chartMethods = namesOf<ChartQuestions>({
  chart: true,
  chartPoint: true,
  chartPointNear: true,
  writeChart: true,
  trafficChart: true,
  trafficPoint: true,
  trafficWithin: true,
  trafficNeighbour: true,
  writeTraffic: true,
});
