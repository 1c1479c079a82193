import type { End } from "../../connections/wireSegment";
import { say, type Words } from "../../text/words";
import type { ChartKind } from "../onScreen/chartLook";
import { aboutChart } from "./aboutChart";
import type { ChartView, Mark, TimeSpan } from "./chart";
import { wholeWithMargins } from "./chartExtent";
import type { Charted } from "./charted";
import { type ChartedConnection, senderOf } from "./chartedConnection";
import { marksOf } from "./marksOf";

/** A chart of what an end of a connection sends. */
export class ConnectionChart implements Charted {
  readonly kind: ChartKind;
  readonly whole: TimeSpan;
  readonly span: TimeSpan;
  readonly end: number;
  readonly sender: End;

  constructor(
    readonly connection: ChartedConnection,
    view: ChartView,
    private readonly words: Words,
  ) {
    this.kind = view.chart;
    this.whole = connection.whole;
    this.span = view.span ?? wholeWithMargins(connection.whole);
    this.end = connection.whole.to;
    this.sender = senderOf(connection, view.sender);
  }

  get subject(): string {
    const { words, roles } = this;
    return say(words, "window.of", {
      sender: words.messages[`ladder.${roles.sender}`],
      peer: words.messages[`ladder.${roles.peer}`],
    });
  }

  get title(): string {
    const { words, kind, roles } = this;
    const { ends } = this.connection;
    return say(words, "chart.title", {
      kind: words.messages[`flowPane.chart.${kind}`],
      sender: ends[roles.sender],
      peer: ends[roles.peer],
    });
  }

  get about(): string {
    return aboutChart(this.connection, this.kind, this.sender, this.span, this.words);
  }

  marks(mark: Mark): void {
    marksOf(this.connection, this.kind, this.sender, this.span, mark);
  }

  frame(i: number): number {
    return this.connection.segments.frame(i);
  }

  private get roles() {
    return this.sender === this.connection.client
      ? ({ sender: "client", peer: "server" } as const)
      : ({ sender: "server", peer: "client" } as const);
  }
}
