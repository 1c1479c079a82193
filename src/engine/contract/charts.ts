import type { Chart, ChartPoint, ChartView, TimeSpan, TrafficView } from "../../view/charts/chart";
import type { ChartFormat } from "../../view/charts/chartFormats";
import type { Step } from "./list";
import { namesOf } from "./names";

/** About charts over time: of one connection, and of the whole capture. */
export interface ChartQuestions {
  /** A chart of it over time, as far as a view shows it; nothing where all its packets have one time. */
  chart(stream: number, view: ChartView): Promise<Chart | undefined>;
  /** Where a packet stands in that chart, and which packet is meant by a place of it. */
  chartPoint(stream: number, view: ChartView, frame: number): Promise<ChartPoint | undefined>;
  chartPointNear(stream: number, view: ChartView, time: number, value: number): Promise<ChartPoint | undefined>;
  /** The chart as a picture or as a table of its values, as much of its time as the view shows; empty where there is none. */
  writeChart(stream: number, view: ChartView, format: ChartFormat): Promise<string>;
  /** The same of the whole capture, and of what the filter shows of it, as far as it has been read. */
  trafficChart(view: TrafficView): Promise<Chart | undefined>;
  trafficPoint(view: TrafficView, frame: number): Promise<ChartPoint | undefined>;
  /** What is counted together in a span of its time, widened to whole intervals. */
  trafficWithin(view: TrafficView, span: TimeSpan): Promise<ChartPoint | undefined>;
  /** The first packet of the next interval that has one, or of the one before; from 0 the first of all, or the last. */
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
