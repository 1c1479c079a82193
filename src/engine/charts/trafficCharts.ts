import type { Words } from "../../text/words";
import { intervalPoint } from "../../view/charts/aboutTraffic";
import type { Chart, ChartPoint, TimeSpan, TrafficView } from "../../view/charts/chart";
import { wholeWithMargins } from "../../view/charts/chartExtent";
import { type ChartFormat, chartWriters } from "../../view/charts/chartFormats";
import { drawChart } from "../../view/charts/drawChart";
import { intervalOf } from "../../view/charts/throughputMarks";
import { type ChartedTraffic, intervalAt, intervalsOf } from "../../view/charts/traffic";
import { TrafficChart } from "../../view/charts/trafficChart";
import type { CapturedPackets } from "../capturedPackets";
import type { Step } from "../contract/list";
import { LongWork } from "../longWork";
import type { ShownPackets } from "../shownPackets";
import { CaptureTime } from "./captureTime";
import { countTraffic, type Grid } from "./countTraffic";

/** Narrower intervals are hard to tell apart and to point at. */
const leastPixels = 3;
const billion = 1e9;

/** What was counted last, and of which packets. */
interface Counted {
  readonly filtered: Uint32Array | undefined;
  readonly packets: number;
  readonly asked: string;
  readonly traffic: ChartedTraffic;
}

/** Charts of the whole capture, as one page filters it. */
export class TrafficCharts {
  private readonly time: CaptureTime;
  private counted: Counted | undefined;

  constructor(
    private readonly packets: CapturedPackets,
    private readonly shown: ShownPackets,
    private readonly words: Words,
  ) {
    this.time = new CaptureTime(packets);
  }

  /** The chart; nothing if all packets have the same time. */
  async chart(view: TrafficView): Promise<Chart | undefined> {
    const traffic = await this.count(view);
    return traffic && drawChart(new TrafficChart(traffic, view.traffic, this.words), view);
  }

  /** Where a packet stands; nothing where it has no time. */
  async point(view: TrafficView, frame: number): Promise<ChartPoint | undefined> {
    const traffic = await this.known(view);
    const time = this.packets.columns.time[frame - 1];
    if (!traffic || Number.isNaN(time)) return undefined;
    const intervals = intervalAt(traffic.counts, time);
    return intervalPoint(traffic, view.traffic, intervals, this.words, { frame, time: time / billion });
  }

  /** What was counted in the intervals that a span touches. */
  async within(view: TrafficView, span: TimeSpan): Promise<ChartPoint | undefined> {
    const traffic = await this.known(view);
    return traffic && intervalPoint(traffic, view.traffic, intervalsOf(traffic.counts, span), this.words);
  }

  /** The first shown packet of the next interval that has one, or of the previous; from 0, of the first or of the last interval. */
  async neighbour(view: TrafficView, frame: number, step: Step): Promise<number | undefined> {
    const traffic = await this.known(view);
    if (!traffic) return undefined;
    const { interval } = traffic.counts;
    const { columns } = this.packets;
    const numberOf = (index: number) => step * Math.floor(columns.time[index] / interval);
    // for no packet, or one without a time, the search begins at the capture's end
    const own = numberOf(frame - 1);
    const from = Number.isNaN(own) ? Number.NEGATIVE_INFINITY : own;
    let [found, nearest] = [-1, Number.POSITIVE_INFINITY];
    const work = new LongWork({});
    const rows = this.shown.filtered;
    const count = rows?.length ?? columns.count;
    for (let place = 0; place < count; place += 1) {
      if (place % (1 << 16) === 0) await work.pause(place / count);
      const index = rows ? rows[place] : place;
      const number = numberOf(index);
      if (number > from && number < nearest) [found, nearest] = [index, number];
    }
    return found < 0 ? undefined : found + 1;
  }

  async write(view: TrafficView, format: ChartFormat): Promise<string> {
    const traffic = await this.count(view);
    return traffic ? chartWriters[format](new TrafficChart(traffic, view.traffic, this.words), this.words) : "";
  }

  /** What was counted last for this view, even if packets have been read since: points are asked for too often to count each time. */
  private async known(view: TrafficView): Promise<ChartedTraffic | undefined> {
    const { counted } = this;
    const isKnown = counted?.filtered === this.shown.filtered && counted?.asked === askedBy(view);
    return isKnown ? counted?.traffic : this.count(view);
  }

  private async count(view: TrafficView): Promise<ChartedTraffic | undefined> {
    const { filtered } = this.shown;
    const packets = this.packets.columns.count;
    const asked = askedBy(view);
    const { counted } = this;
    if (counted?.filtered === filtered && counted?.packets === packets && counted?.asked === asked) return counted.traffic;
    const work = new LongWork({});
    await this.time.learn(work);
    const { from, to, timeless } = this.time;
    if (!(to > from)) return undefined;
    const whole = { from: from / billion, to: to / billion };
    const span = view.span ?? wholeWithMargins(whole);
    const counts = await countTraffic(this.packets, filtered, gridOf(span, view.width), work);
    const { columns } = this.packets;
    const start = { ...columns.moment(columns.firstWithTime), decimals: 9 };
    const traffic = { counts, whole, span, start, timeless, isFiltered: filtered !== undefined };
    this.counted = { filtered, packets, asked, traffic };
    return traffic;
  }
}

const askedBy = ({ span, width }: TrafficView): string => JSON.stringify([span, width]);

/** Round intervals, no more than can be seen on so many pixels. They are whole nanoseconds, so that every packet is in exactly one. */
function gridOf(span: TimeSpan, width: number): Grid {
  const seconds = intervalOf(span, Math.max(1, Math.floor(width / leastPixels)));
  const interval = Math.max(1, Math.round(seconds * billion));
  const first = Math.floor((span.from * billion) / interval);
  return { interval, first, count: Math.floor((span.to * billion) / interval) - first + 1 };
}
