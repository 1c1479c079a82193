import type { Words } from "../../text/words";
import type { Chart, ChartPoint, ChartView } from "../../view/charts/chart";
import { type ChartFormat, chartWriters } from "../../view/charts/chartFormats";
import { chartPoint, segmentNear } from "../../view/charts/chartPoint";
import { ConnectionChart } from "../../view/charts/connectionChart";
import { drawChart } from "../../view/charts/drawChart";
import type { CapturedPackets } from "../capturedPackets";
import type { Flows } from "../flows";
import { ConnectionInTime } from "./connectionInTime";

/** Charts of the connection that was looked at last. */
export class Charts {
  private looked: { readonly stream: number; readonly packets: number; readonly inTime: ConnectionInTime } | undefined;

  constructor(
    private readonly packets: CapturedPackets,
    private readonly flows: Flows,
    private readonly words: Words,
  ) {}

  /** The chart; nothing if all packets have the same time. */
  async chart(stream: number, view: ChartView): Promise<Chart | undefined> {
    const chart = await this.of(stream, view);
    return hasTime(chart) ? drawChart(chart, view) : undefined;
  }

  async point(stream: number, view: ChartView, frame: number): Promise<ChartPoint | undefined> {
    const chart = await this.of(stream, view);
    const i = this.flows.of(stream).segmentOf(frame);
    return chart.frame(i) === frame ? chartPoint(chart, i, this.words) : undefined;
  }

  async pointNear(stream: number, view: ChartView, time: number, value: number): Promise<ChartPoint | undefined> {
    const chart = await this.of(stream, view);
    const i = segmentNear(chart, view, time, value);
    return i === undefined ? undefined : chartPoint(chart, i, this.words);
  }

  async write(stream: number, view: ChartView, format: ChartFormat): Promise<string> {
    const chart = await this.of(stream, view);
    return hasTime(chart) ? chartWriters[format](chart, this.words) : "";
  }

  /** The connection's chart, once all that it needs has been prepared. */
  private async of(stream: number, view: ChartView): Promise<ConnectionChart> {
    const connection = this.packets.tracker.connection(stream);
    if (this.looked?.stream !== stream || this.looked.packets !== connection.packets) {
      const inTime = new ConnectionInTime(this.packets, this.flows.of(stream), connection);
      this.looked = { stream, packets: connection.packets, inTime };
    }
    const { inTime } = this.looked;
    await inTime.prepare(view.chart);
    return new ConnectionChart(inTime, view, this.words);
  }
}

const hasTime = ({ whole }: ConnectionChart): boolean => whole.to > whole.from;
