import { say, type Words } from "../../text/words";
import type { TrafficKind } from "../onScreen/trafficLook";
import { aboutTraffic } from "./aboutTraffic";
import type { Mark, TimeSpan } from "./chart";
import type { Charted } from "./charted";
import { type ChartedTraffic, rateOf, spanOf } from "./traffic";

/** A chart of the whole capture: how much went by, and how often something was wrong. */
export class TrafficChart implements Charted {
  readonly whole: TimeSpan;
  readonly span: TimeSpan;
  readonly end: number;

  constructor(
    readonly traffic: ChartedTraffic,
    readonly kind: TrafficKind,
    private readonly words: Words,
  ) {
    const { counts, whole, span } = traffic;
    this.whole = whole;
    this.span = span;
    this.end = spanOf(counts, { from: 0, to: counts.packets.length }).to;
  }

  get subject(): string {
    return this.words.messages[this.traffic.isFiltered ? "chart.track.shown" : "chart.track.all"];
  }

  get title(): string {
    const { words, kind, subject } = this;
    return say(words, "chart.title.traffic", { kind: words.messages[`flowPane.chart.${kind}`], subject });
  }

  get about(): string {
    return aboutTraffic(this.traffic, this.kind, this.words);
  }

  marks(mark: Mark): void {
    const { counts, isFiltered } = this.traffic;
    const { firstShown, trouble } = counts;
    const all = rateOf(this.traffic, this.kind, "all");
    const shown = rateOf(this.traffic, this.kind, "shown");
    const hasTrouble = trouble.some((count) => count > 0);
    firstShown.forEach((packet, at) => {
      const { from } = spanOf(counts, { from: at, to: at + 1 });
      mark(isFiltered ? "allBehind" : "all", packet, from, all(at), all(at));
      if (isFiltered) mark("shown", packet, from, shown(at), shown(at));
      if (hasTrouble) mark("trouble", packet, from, trouble[at], trouble[at]);
    });
  }

  frame(i: number): number {
    return i + 1;
  }
}
