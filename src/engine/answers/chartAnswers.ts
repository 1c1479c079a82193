import type { Chart, ChartPoint, ChartView, TimeSpan, TrafficView } from "../../view/charts/chart";
import type { ChartFormat } from "../../view/charts/chartFormats";
import type { CaptureInView } from "../captureInView";
import type { ChartQuestions } from "../contract/charts";
import type { Step } from "../contract/list";

export class ChartAnswers implements ChartQuestions {
  constructor(private readonly capture: CaptureInView) {}

  async chart(stream: number, view: ChartView): Promise<Chart | undefined> {
    return this.capture.opened.charts.chart(stream, view);
  }

  async chartPoint(stream: number, view: ChartView, frame: number): Promise<ChartPoint | undefined> {
    return this.capture.opened.charts.point(stream, view, frame);
  }

  async chartPointNear(stream: number, view: ChartView, time: number, value: number): Promise<ChartPoint | undefined> {
    return this.capture.opened.charts.pointNear(stream, view, time, value);
  }

  async writeChart(stream: number, view: ChartView, format: ChartFormat): Promise<string> {
    return this.capture.opened.charts.write(stream, view, format);
  }

  async trafficChart(view: TrafficView): Promise<Chart | undefined> {
    return this.capture.list?.traffic.chart(view);
  }

  async trafficPoint(view: TrafficView, frame: number): Promise<ChartPoint | undefined> {
    return this.capture.list?.traffic.point(view, frame);
  }

  async trafficWithin(view: TrafficView, span: TimeSpan): Promise<ChartPoint | undefined> {
    return this.capture.list?.traffic.within(view, span);
  }

  async trafficNeighbour(view: TrafficView, from: number, step: Step): Promise<number | undefined> {
    return this.capture.list?.traffic.neighbour(view, from, step);
  }

  async writeTraffic(view: TrafficView, format: ChartFormat): Promise<string> {
    return this.capture.list?.traffic.write(view, format) ?? "";
  }
}
