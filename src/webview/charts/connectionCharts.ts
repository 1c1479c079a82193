import type { PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { TimeSpan, ChartView as View } from "../../view/charts/chart";
import { type ChartLook, freshChartLook } from "../../view/onScreen/chartLook";
import type { Writable } from "../exporting";
import { engine } from "../host";
import { words } from "../language";
import { type ChartAnswers, type ChartTexts, ChartView } from "./chartView";
import { writableChart } from "./writableChart";

/** What one end of the selected packet's connection sends, over time. */
@customElement("wirenote-charts")
export class ConnectionCharts extends ChartView {
  @property({ type: Number }) stream = -1;
  @property({ attribute: false }) look: ChartLook = freshChartLook;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("stream")) this.begin();
    const before = changed.get("look");
    const isOther = before && (before.chart !== this.look.chart || before.sender !== this.look.sender);
    if (changed.has("stream") || changed.has("version") || isOther) {
      void this.learn();
      void this.follow();
    } else if (changed.has("selected")) void this.follow();
  }

  protected get subject(): string | undefined {
    const { stream, look } = this;
    return stream < 0 ? undefined : [stream, look.chart, look.sender].join(" ");
  }

  protected get texts(): ChartTexts {
    return { help: words.messages["chart.help"], nothing: words.messages["chart.noTime"] };
  }

  protected get answers(): ChartAnswers {
    const { stream, view } = this;
    return {
      chart: () => engine.chart(stream, view),
      point: (frame) => engine.chartPoint(stream, view, frame),
      near: (time, value) => engine.chartPointNear(stream, view, time, value),
    };
  }

  get written(): Writable {
    return writableChart(`${this.look.chart}-${this.stream}`, (format) => engine.writeChart(this.stream, this.view, format));
  }

  protected next(step: 1 | -1): Promise<number | undefined> {
    return engine.neighbour("connection", this.selected, step);
  }

  protected async atEnd(end: "first" | "last"): Promise<number | undefined> {
    return (await engine.related(this.selected))[end];
  }

  /** Shows a span over which a person has dragged. */
  protected drawnOver(span: TimeSpan): void {
    this.show(span);
  }

  protected get tellsOfSpan(): boolean {
    // the interval that is counted together depends on the span
    return this.look.chart === "throughput";
  }

  private get view(): View {
    const { chart, sender } = this.look;
    return { chart, sender, ...this.frame };
  }
}
