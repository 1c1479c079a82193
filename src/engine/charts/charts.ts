import type { Words } from "../../text/words";
import type { Chart, ChartPoint, ChartView } from "../../view/charts/chart";
import type { ChartedConnection } from "../../view/charts/chartedConnection";
import { type ChartFormat, chartWriters } from "../../view/charts/chartFormats";
import { chartPoint, segmentNear } from "../../view/charts/chartPoint";
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

  /** Nothing where all of it stands at one time. */
  async chart(stream: number, view: ChartView): Promise<Chart | undefined> {
    const connection = await this.of(stream, view);
    return connection.whole.to > connection.whole.from ? drawChart(connection, view, this.words) : undefined;
  }

  async point(stream: number, view: ChartView, frame: number): Promise<ChartPoint | undefined> {
    const connection = await this.of(stream, view);
    const i = this.flows.of(stream).segmentOf(frame);
    return connection.segments.frame(i) === frame ? chartPoint(connection, view, i, this.words) : undefined;
  }

  async pointNear(stream: number, view: ChartView, time: number, value: number): Promise<ChartPoint | undefined> {
    const connection = await this.of(stream, view);
    const i = segmentNear(connection, view, time, value);
    return i === undefined ? undefined : chartPoint(connection, view, i, this.words);
  }

  async write(stream: number, view: ChartView, format: ChartFormat): Promise<string> {
    const connection = await this.of(stream, view);
    if (connection.whole.to === connection.whole.from) return "";
    return chartWriters[format](connection, view, this.words);
  }

  /** With all that its chart asks for. */
  private async of(stream: number, { chart }: ChartView): Promise<ChartedConnection> {
    const connection = this.packets.tracker.connection(stream);
    if (this.looked?.stream !== stream || this.looked.packets !== connection.packets) {
      const inTime = new ConnectionInTime(this.packets, this.flows.of(stream), connection);
      this.looked = { stream, packets: connection.packets, inTime };
    }
    const { inTime } = this.looked;
    await inTime.prepare(chart);
    return inTime;
  }
}
