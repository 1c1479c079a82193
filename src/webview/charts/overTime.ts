import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { formatDates, isTimeOfDay } from "../../text/moment";
import { say } from "../../text/words";
import type { ChartPoint, TimeSpan, TrafficView } from "../../view/charts/chart";
import { type TrafficKind, trafficKinds } from "../../view/onScreen/trafficLook";
import { buttonStyles } from "../buttons";
import { choice, choiceStyles } from "../choice";
import type { Writable } from "../exporting";
import { engine } from "../host";
import { words } from "../language";
import { Paced } from "../paced";
import { PutElsewhere } from "../putElsewhere";
import { toolButton } from "../toolButton";
import { chartButtons } from "./chartButtons";
import { type ChartAnswers, type ChartTexts, ChartView } from "./chartView";
import { MarkedSpan } from "./markedSpan";
import { overTimeStyles } from "./overTimeStyles";
import { writableChart } from "./writableChart";

/** Milliseconds between two drawings while the file is read: each goes through all packets that there are. */
const pace = 1000;
const { messages } = words;

/** The whole capture over time, and what the filter shows of it: how much there was when, and when something was wrong. */
@customElement("wirenote-over-time")
export class OverTime extends ChartView {
  static override readonly styles = [...ChartView.styles, buttonStyles, choiceStyles, overTimeStyles];

  @property() kind: TrafficKind = "bitRate";
  /** The filter that is in force. */
  @property() filter = "";
  /** A number that changes when a filter has been applied. */
  @property({ type: Number }) filtering = 0;
  /** Which time of day is shown: that of this place, or UTC. */
  @property() clock: "local" | "utc" = "local";
  @property({ type: Boolean }) isComplete = false;
  /** Whether it is visible: otherwise nothing need be counted. */
  @property({ type: Boolean }) isShown = false;
  @state() private marked: ChartPoint | undefined;
  private readonly marking = new MarkedSpan((span) => void this.mark(span));
  private readonly elsewhere = new PutElsewhere(this, () => this.written);
  private readonly whileRead = new Paced(() => this.learn(), pace);

  override disconnectedCallback(): void {
    this.whileRead.stop();
    super.disconnectedCallback();
  }

  override focus(options?: FocusOptions): void {
    this.plot.focus(options);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isShown) return;
    const isOther = (["kind", "filtering", "isComplete", "isShown"] as const).some((name) => changed.has(name));
    if (changed.has("filter")) this.unmark();
    if (isOther) void this.learn();
    else if (changed.has("version")) this.whileRead.want();
    if (isOther || changed.has("selected")) void this.follow();
  }

  protected override tools(): TemplateResult {
    return html`<div class="tools">
      ${choice(
        messages["overTime.kind"],
        trafficKinds,
        (kind) => messages[`overTime.kind.${kind}`],
        this.kind,
        (kind) => this.tell("kind-chosen", kind),
      )}
      ${chartButtons(
        {
          zoomBy: (step) => this.zoomBy(step),
          showWhole: () => this.showWhole(),
          copyPicture: () => void this.elsewhere.copyPicture(),
          export: () => void this.elsewhere.export(),
        },
        messages["overTime.whole"],
      )}
      <span class="unseen" role="status">${this.elsewhere.done}</span>
    </div>`;
  }

  protected override told(): TemplateResult {
    const { marked } = this;
    const said = this.said(this.toldPoint);
    return html`<div class="point">
      <span class="text" title=${said}>${said}</span>
      ${
        marked?.within
          ? html`<span class="offer">
              <button class="button primary list" title=${marked.within.filter} @click=${() => this.list()}>${messages["overTime.list"]}</button>
              <button class="button zoom" @click=${() => this.zoomToMarked()}>${messages["overTime.zoom"]}</button>
              ${toolButton("unmark", "close", messages["overTime.unmark"], () => this.unmark())}
            </span>`
          : nothing
      }
      <span class="unseen" role="status">${this.said(marked)}</span>
    </div>`;
  }

  /** What is said of a point, with the time of day if the capture knows it. */
  protected override said(point: ChartPoint | undefined): string {
    if (!point?.within || !isTimeOfDay(point.within.begin)) return super.said(point);
    const [from, to] = formatDates(point.within.begin, point.within.end, this.clock);
    return [point.text, say(words, `overTime.clock.${this.clock}`, { from, to })].join(messages["chart.point.between"]);
  }

  protected override get toldPoint(): ChartPoint | undefined {
    return this.pointer.pointed ?? this.marked ?? this.selectedPoint;
  }

  protected override get band(): TimeSpan | undefined {
    return super.band ?? this.marked?.within;
  }

  protected get subject(): string | undefined {
    return this.isShown ? [this.kind, this.filter, this.filtering].join(" ") : undefined;
  }

  protected get texts(): ChartTexts {
    return { help: messages["overTime.help"], nothing: messages["overTime.nothing"] };
  }

  protected get answers(): ChartAnswers {
    const { view } = this;
    return {
      chart: () => engine.trafficChart(view),
      point: (frame) => engine.trafficPoint(view, frame),
      near: (time) => engine.trafficWithin(view, { from: time, to: time }),
    };
  }

  get written(): Writable {
    return writableChart("over-time", (format) => engine.writeTraffic(this.view, format));
  }

  protected next(step: 1 | -1): Promise<number | undefined> {
    return engine.trafficNeighbour(this.view, this.selected, step);
  }

  protected atEnd(end: "first" | "last"): Promise<number | undefined> {
    return engine.trafficNeighbour(this.view, 0, end === "first" ? 1 : -1);
  }

  protected drawnOver(span: TimeSpan): void {
    this.marking.begin(span);
  }

  protected get tellsOfSpan(): boolean {
    return true;
  }

  protected override actOf(event: KeyboardEvent): (() => unknown) | undefined {
    const { key, shiftKey } = event;
    if (shiftKey && (key === "ArrowLeft" || key === "ArrowRight"))
      return () => this.marking.extend(this.selectedPoint?.within, key === "ArrowLeft" ? -1 : 1);
    if (key === "Enter") return () => this.list();
    if (key === "Escape" && this.marked) return () => this.unmark();
    return super.actOf(event);
  }

  /** Marks a span, widened to whole intervals. */
  private async mark(span: TimeSpan): Promise<void> {
    const marked = await engine.trafficWithin(this.view, span);
    if (this.marking.is(span)) this.marked = marked;
  }

  private unmark(): void {
    this.marking.end();
    this.marked = undefined;
  }

  private zoomToMarked(): void {
    const { marked } = this;
    this.unmark();
    if (marked?.within) this.show({ from: marked.within.from, to: marked.within.to });
    this.focus();
  }

  /** Lists only the packets of the marked span, or of the selected interval. */
  private list(): void {
    const within = this.marked?.within ?? this.selectedPoint?.within;
    this.unmark();
    if (within) this.tell("packets-wanted", within.filter);
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private get view(): TrafficView {
    return { traffic: this.kind, ...this.frame };
  }
}
