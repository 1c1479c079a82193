import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { say } from "../../text/words";
import type { Chart, ChartFrame, ChartPoint, DrawnKind, TimeSpan } from "../../view/charts/chart";
import { ChartArea } from "../../view/onScreen/chartArea";
import { valueTicks } from "../../view/onScreen/chartTicks";
import type { Copyable } from "../copying";
import type { Writable } from "../exporting";
import { words } from "../language";
import { unseenStyles } from "../unseen";
import { axes, axisHeight, labelsWidth } from "./chartAxes";
import { drawnInterval, drawnPoint, drawnTrack } from "./chartDrawing";
import { legend } from "./chartLegend";
import { ChartPointer } from "./chartPointer";
import { chartStyles } from "./chartStyles";
import { movedSpan, spanWith, zoomedSpan } from "./shownSpan";

/** Pixels that are left free above the drawing and on its right. */
const free = { above: 8, right: 14 };
const zoomStep = 2;
/** Milliseconds after which the page says that a chart is being drawn. */
const longWait = 300;

/** Questions about a chart: the chart itself, where a packet stands in it, and what is meant by a point in it. */
export interface ChartAnswers {
  chart(): Promise<Chart | undefined>;
  point(frame: number): Promise<ChartPoint | undefined>;
  near(time: number, value: number): Promise<ChartPoint | undefined>;
}

/** The texts around a chart. */
export interface ChartTexts {
  readonly help: string;
  /** What is said if there is no span of time to draw. */
  readonly nothing: string;
}

/** A chart over time, of whatever subject: it is drawn, pointed at, zoomed and stepped through. */
export abstract class ChartView extends LitElement implements Copyable {
  static override readonly styles = [unseenStyles, chartStyles];

  /** The number of the selected packet. */
  @property({ type: Number }) selected = 0;
  /** A number that changes when more is known of the capture. */
  @property({ type: Number }) version = 0;
  /** The chart; nothing before it is known, or if there is nothing to draw. */
  @state() protected chart: Chart | undefined;
  @state() private isEmpty = false;
  /** Whether it takes so long that the page says so. */
  @state() private isLate = false;
  @state() protected selectedPoint: ChartPoint | undefined;
  @query(".plot") protected readonly plot!: HTMLElement;
  /** The part of the time that is shown; all of it if this is missing. */
  protected span: TimeSpan | undefined;
  private size = { width: 0, height: 0 };
  private isAsking = false;
  private isOutdated = false;
  protected readonly pointer = new ChartPointer(this, {
    area: () => this.area,
    origin: () => ({ left: this.left, top: free.above }),
    near: (time, value) => this.answers.near(time, value),
    choose: ({ frame }) => this.choose(frame),
    show: (span) => this.drawnOver(span),
    zoom: (around, times) => this.zoom(around, times),
    move: (share) => this.move(share),
  });
  private readonly sizes = new ResizeObserver(([{ contentRect }]) => this.resize(contentRect));

  /** The subject of the chart: with another one all begins anew. Nothing if there is nothing to ask about. */
  protected abstract readonly subject: string | undefined;
  protected abstract readonly texts: ChartTexts;
  /** Answers for the chart as it is shown now. */
  protected abstract readonly answers: ChartAnswers;
  /** The visible part, to be copied or saved. */
  abstract readonly written: Writable;
  /** The packet to which a step leads from the selected one; and the first or the last packet. */
  protected abstract next(step: 1 | -1): Promise<number | undefined>;
  protected abstract atEnd(end: "first" | "last"): Promise<number | undefined>;
  /** Called when a person has dragged over a span. */
  protected abstract drawnOver(span: TimeSpan): void;
  /** Whether what is said of a packet depends on the span that is shown, and on the number of pixels. */
  protected abstract readonly tellsOfSpan: boolean;

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    this.sizes.observe(this.plot);
  }

  override render() {
    const { chart, pointer, selectedPoint } = this;
    return html`
      ${this.tools()}
      <p class=${this.isEmpty ? "nothing" : "about"} role="status" title=${chart?.about ?? nothing}>${this.about()}</p>
      <div
        class="plot"
        role="group"
        tabindex="0"
        aria-label=${chart ? this.label(chart) : nothing}
        aria-description=${this.texts.help}
        @keydown=${this.onKey}
        @pointerdown=${pointer.onDown}
        @pointermove=${pointer.onMove}
        @pointerup=${pointer.onUp}
        @pointerleave=${pointer.onLeave}
        @wheel=${pointer.onWheel}
        @dblclick=${() => this.showWhole()}
      >
        ${chart ? this.drawing(chart) : nothing}
      </div>
      ${this.told()}
      ${chart ? legend(chart.tracks) : nothing}
      <span class="unseen" role="status">${this.said(selectedPoint)}</span>
    `;
  }

  /** Says what the chart is about, or why there is none. */
  private about() {
    const { chart } = this;
    if (chart) return html`<b>${chart.subject}</b> · ${chart.about}`;
    if (this.isLate) return words.messages["chart.late"];
    return this.isEmpty ? this.texts.nothing : "";
  }

  /** What is said of a point. */
  protected said(point: ChartPoint | undefined): string {
    return point?.text ?? "";
  }

  /** What stands above the chart. */
  protected tools(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What stands below the chart. */
  protected told(): TemplateResult {
    return html`<p class="point">${this.toldPoint?.text ?? ""}</p>`;
  }

  /** The point that is pointed at, or else the selected one. */
  protected get toldPoint(): ChartPoint | undefined {
    return this.pointer.pointed ?? this.selectedPoint;
  }

  private label({ kind, subject, about }: Chart): string {
    return say(words, "chart.label", { kind: kindName(kind), flow: subject, about });
  }

  /** The marked span; a subclass may keep one that is not being dragged over. */
  protected get band(): TimeSpan | undefined {
    return this.pointer.band;
  }

  private drawing(chart: Chart) {
    const { area, pointer } = this;
    if (!area) return nothing;
    const { width, height } = this.size;
    const { band } = this;
    return svg`<svg width=${width} height=${height} aria-hidden="true">
      <clipPath id="inside"><rect y="-2" width=${area.width} height=${area.height + 4}></rect></clipPath>
      <g transform=${`translate(${this.left} ${free.above})`}>
        ${axes(chart, area, valueTicks(chart, area.height))}
        <g clip-path="url(#inside)">
          ${drawnInterval(this.toldPoint, area)}
          ${band ? svg`<rect class="band" x=${area.x(band.from)} width=${area.x(band.to) - area.x(band.from)} height=${area.height}></rect>` : nothing}
          ${guard([chart, area.width, area.height], () => chart.tracks.map((track) => drawnTrack(track, area)))}
          ${drawnPoint(this.selectedPoint, area, "selected")} ${drawnPoint(pointer.pointed, area, "pointed")}
        </g>
      </g>
    </svg>`;
  }

  /** Pixels on the left of the drawing, for labels. */
  private get left(): number {
    return this.chart ? labelsWidth(valueTicks(this.chart, this.height)) : 0;
  }

  /** The height of the drawing. */
  private get height(): number {
    return Math.max(1, this.size.height - axisHeight - free.above);
  }

  private get area(): ChartArea | undefined {
    const { chart, size } = this;
    if (!chart) return undefined;
    const width = Math.max(1, size.width - this.left - free.right);
    return new ChartArea(chart.span, chart.bottom, chart.top, width, this.height);
  }

  protected get frame(): ChartFrame {
    const { width, height } = this.size;
    const { span } = this;
    return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)), ...(span && { span }) };
  }

  /** Begins anew: the chart has another subject. */
  protected begin(): void {
    this.span = undefined;
    this.chart = undefined;
    this.selectedPoint = undefined;
  }

  /** Asks for the chart, one question at a time: if another is wanted meanwhile, it is asked afterwards. */
  protected async learn(): Promise<void> {
    const { subject } = this;
    if (subject === undefined || this.size.width === 0) return;
    this.isOutdated = this.isAsking;
    if (this.isAsking) return;
    this.isAsking = true;
    const patience = setTimeout(() => {
      this.isLate = true;
    }, longWait);
    const chart = await this.answers.chart().finally(() => {
      clearTimeout(patience);
      this.isAsking = false;
      this.isLate = false;
    });
    if (subject === this.subject) {
      this.chart = chart;
      this.isEmpty = chart === undefined;
    }
    if (this.isOutdated) await this.learn();
  }

  /** Finds the point of the selected packet, and shows it, whatever was shown before. */
  protected async follow(): Promise<void> {
    const { subject, selected, frame } = this;
    if (subject === undefined || selected === 0 || this.size.width === 0) return;
    const point = await this.answers.point(selected);
    if (subject !== this.subject || selected !== this.selected) return;
    // the span has changed meanwhile, so it has been asked again
    if (this.tellsOfSpan && JSON.stringify(frame) !== JSON.stringify(this.frame)) return;
    this.selectedPoint = point;
    const { span, chart } = this;
    if (point && span && chart) this.show(spanWith(span, chart.whole, point.time));
  }

  private resize({ width, height }: { readonly width: number; readonly height: number }): void {
    const wasUnknown = this.size.width === 0;
    this.size = { width, height };
    this.requestUpdate();
    void this.learn();
    if (wasUnknown || this.tellsOfSpan) void this.follow();
  }

  protected show(span: TimeSpan | undefined): void {
    if (span?.from === this.span?.from && span?.to === this.span?.to) return;
    this.span = span;
    void this.learn();
    // the interval that is counted together may be another one now
    if (this.tellsOfSpan) void this.follow();
  }

  showWhole(): void {
    this.show(undefined);
  }

  /** Zooms in or out, around the selected packet if that is visible. */
  zoomBy(step: 1 | -1): void {
    const { chart, selectedPoint } = this;
    if (!chart) return;
    const { from, to } = chart.span;
    const isSeen = selectedPoint && selectedPoint.time >= from && selectedPoint.time <= to;
    this.zoom(isSeen ? selectedPoint.time : (from + to) / 2, step === 1 ? zoomStep : 1 / zoomStep);
  }

  private zoom(around: number, times: number): void {
    const { chart } = this;
    if (chart) this.show(zoomedSpan(this.span ?? chart.span, chart.whole, around, times));
  }

  /** Moves by a share of the visible span. */
  private move(share: number): void {
    const { chart, span } = this;
    if (chart && span) this.show(movedSpan(span, chart.whole, share * (span.to - span.from)));
  }

  protected actOf({ key }: KeyboardEvent): (() => unknown) | undefined {
    return this.keys[key];
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.actOf(event);
    if (!act) return;
    event.preventDefault();
    void act();
  };

  private readonly keys: Readonly<Record<string, (() => unknown) | undefined>> = {
    ArrowLeft: () => this.stepBy(-1),
    ArrowRight: () => this.stepBy(1),
    Home: () => this.goToEnd("first"),
    End: () => this.goToEnd("last"),
    PageUp: () => this.move(-1),
    PageDown: () => this.move(1),
    "+": () => this.zoomBy(1),
    "=": () => this.zoomBy(1),
    "-": () => this.zoomBy(-1),
    "0": () => this.showWhole(),
  };

  private async stepBy(step: 1 | -1): Promise<void> {
    const next = await this.next(step);
    if (next !== undefined) this.choose(next);
  }

  private async goToEnd(end: "first" | "last"): Promise<void> {
    const packet = await this.atEnd(end);
    if (packet !== undefined) this.choose(packet);
  }

  /** Chooses a packet; a place without one (0) chooses none. */
  protected choose(packet: number): void {
    if (packet !== 0 && packet !== this.selected)
      this.dispatchEvent(new CustomEvent("packet-chosen", { detail: packet, bubbles: true, composed: true }));
  }

  /** What is said of the selected packet. */
  selectedText(): string {
    return this.selectedPoint?.text ?? "";
  }
}

const kindName = (kind: DrawnKind): string => words.messages[`flowPane.chart.${kind}`];
