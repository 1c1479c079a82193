import { html, LitElement, nothing, type PropertyValues, svg } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { say } from "../../text/words";
import type { Chart, ChartPoint, TimeSpan, ChartView as View } from "../../view/charts/chart";
import { ChartArea } from "../../view/onScreen/chartArea";
import { type ChartLook, freshChartLook } from "../../view/onScreen/chartLook";
import { valueTicks } from "../../view/onScreen/chartTicks";
import type { Copyable } from "../copying";
import type { Writable } from "../exporting";
import { engine } from "../host";
import { words } from "../language";
import { unseenStyles } from "../unseen";
import { axes, axisHeight, labelsWidth } from "./chartAxes";
import { drawnPoint, drawnTrack } from "./chartDrawing";
import { legend } from "./chartLegend";
import { ChartPointer } from "./chartPointer";
import { chartStyles } from "./chartStyles";
import { movedSpan, spanWith, zoomedSpan } from "./shownSpan";
import { writableChart } from "./writableChart";

/** Pixels that are left free above and on the right of what is drawn. */
const free = { above: 8, right: 14 };
const zoomStep = 2;

/** What one end of the selected packet's connection sends, over time. */
@customElement("wirenote-charts")
export class ChartView extends LitElement implements Copyable {
  static override readonly styles = [unseenStyles, chartStyles];

  @property({ type: Number }) stream = -1;
  @property({ attribute: false }) look: ChartLook = freshChartLook;
  /** Number of the selected packet. */
  @property({ type: Number }) selected = 0;
  /** Whatever changes with what is known of the capture. */
  @property({ type: Number }) version = 0;
  /** Nothing before it is known, and where there is nothing to draw. */
  @state() private chart: Chart | undefined;
  @state() private isEmpty = false;
  @state() private selectedPoint: ChartPoint | undefined;
  @query(".plot") private readonly plot!: HTMLElement;
  /** What is shown of the connection's time; all of it where nothing is said. */
  private span: TimeSpan | undefined;
  private size = { width: 0, height: 0 };
  private isAsking = false;
  private readonly pointer = new ChartPointer(this, {
    area: () => this.area,
    origin: () => ({ left: this.left, top: free.above }),
    near: (time, value) => engine.chartPointNear(this.stream, this.view, time, value),
    choose: ({ frame }) => this.choose(frame),
    show: (span) => this.show(span),
    zoom: (around, times) => this.zoom(around, times),
    move: (share) => this.move(share),
  });
  private readonly sizes = new ResizeObserver(([{ contentRect }]) => this.resize(contentRect));

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
      <p class=${this.isEmpty ? "nothing" : "about"} role="status">${this.isEmpty ? words.messages["chart.noTime"] : chart ? html`<b>${flowOf(chart)}</b> · ${chart.about}` : ""}</p>
      <div
        class="plot"
        role="group"
        tabindex="0"
        aria-label=${chart ? this.label(chart) : nothing}
        aria-description=${words.messages["chart.help"]}
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
      <p class="point">${pointer.pointed?.text ?? selectedPoint?.text ?? ""}</p>
      ${chart ? legend(chart.tracks) : nothing}
      <span class="unseen" role="status">${selectedPoint?.text ?? ""}</span>
    `;
  }

  private label(chart: Chart): string {
    const { kind, about } = chart;
    return say(words, "chart.label", { kind: words.messages[`flowPane.chart.${kind}`], flow: flowOf(chart), about });
  }

  private drawing(chart: Chart) {
    const { area, pointer } = this;
    if (!area) return nothing;
    const { width, height } = this.size;
    const { band } = pointer;
    return svg`<svg width=${width} height=${height} aria-hidden="true">
      <clipPath id="inside"><rect y="-2" width=${area.width} height=${area.height + 4}></rect></clipPath>
      <g transform=${`translate(${this.left} ${free.above})`}>
        ${axes(chart, area, valueTicks(chart, area.height))}
        <g clip-path="url(#inside)">
          ${guard([chart, area.width, area.height], () => chart.tracks.map((track) => drawnTrack(track, area)))}
          ${drawnPoint(this.selectedPoint, area, "selected")} ${drawnPoint(pointer.pointed, area, "pointed")}
          ${band ? svg`<rect class="band" x=${area.x(band.from)} width=${area.x(band.to) - area.x(band.from)} height=${area.height}></rect>` : nothing}
        </g>
      </g>
    </svg>`;
  }

  /** Pixels on the left of what is drawn. */
  private get left(): number {
    return this.chart ? labelsWidth(valueTicks(this.chart, this.height)) : 0;
  }

  /** Of what is drawn. */
  private get height(): number {
    return Math.max(1, this.size.height - axisHeight - free.above);
  }

  private get area(): ChartArea | undefined {
    const { chart, size } = this;
    if (!chart) return undefined;
    const width = Math.max(1, size.width - this.left - free.right);
    return new ChartArea(chart.span, chart.bottom, chart.top, width, this.height);
  }

  private get view(): View {
    const { chart, sender } = this.look;
    const { width, height } = this.size;
    return {
      chart,
      sender,
      width: Math.max(1, Math.round(width)),
      height: Math.max(1, Math.round(height)),
      ...(this.span && { span: this.span }),
    };
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("stream")) {
      this.span = undefined;
      this.chart = undefined;
      this.selectedPoint = undefined;
    }
    const before = changed.get("look");
    const isOther = before && (before.chart !== this.look.chart || before.sender !== this.look.sender);
    if (changed.has("stream") || changed.has("version") || isOther) {
      void this.learn();
      void this.follow();
    } else if (changed.has("selected")) void this.follow();
  }

  /** One question at a time: what was asked for meanwhile is asked for then. */
  private async learn(): Promise<void> {
    if (this.stream < 0 || this.size.width === 0 || this.isAsking) return;
    this.isAsking = true;
    const { stream, view } = this;
    const chart = await engine.chart(stream, view).finally(() => {
      this.isAsking = false;
    });
    if (stream === this.stream) {
      this.chart = chart;
      this.isEmpty = chart === undefined;
    }
    if (stream !== this.stream || JSON.stringify(view) !== JSON.stringify(this.view)) await this.learn();
  }

  /** Where the selected packet is: that is shown, whatever was shown before. */
  private async follow(): Promise<void> {
    const { stream, selected, view } = this;
    if (stream < 0 || selected === 0) return;
    const point = await engine.chartPoint(stream, view, selected);
    if (stream !== this.stream || selected !== this.selected) return;
    this.selectedPoint = point;
    const { span, chart } = this;
    if (point && span && chart) this.show(spanWith(span, chart.whole, point.time));
  }

  private resize({ width, height }: { readonly width: number; readonly height: number }): void {
    const wasUnknown = this.size.width === 0;
    this.size = { width, height };
    this.requestUpdate();
    void this.learn();
    if (wasUnknown) void this.follow();
  }

  private show(span: TimeSpan | undefined): void {
    if (span?.from === this.span?.from && span?.to === this.span?.to) return;
    this.span = span;
    void this.learn();
    // what is counted together may be another span now
    if (this.look.chart === "throughput") void this.follow();
  }

  showWhole(): void {
    this.show(undefined);
  }

  /** In or out, around the selected packet where that is seen. */
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

  /** By a share of what is seen. */
  private move(share: number): void {
    const { chart, span } = this;
    if (chart && span) this.show(movedSpan(span, chart.whole, share * (span.to - span.from)));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.keys[event.key];
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
    const next = await engine.neighbour("connection", this.selected, step);
    if (next !== undefined) this.choose(next);
  }

  private async goToEnd(end: "first" | "last"): Promise<void> {
    const { [end]: packet } = await engine.related(this.selected);
    if (packet !== undefined) this.choose(packet);
  }

  private choose(packet: number): void {
    if (packet !== this.selected)
      this.dispatchEvent(new CustomEvent("packet-chosen", { detail: packet, bubbles: true, composed: true }));
  }

  /** What is seen of it, to be put elsewhere. */
  get written(): Writable {
    return writableChart(this.stream, this.view);
  }

  /** Of the selected packet. */
  selectedText(): string {
    return this.selectedPoint?.text ?? "";
  }
}

/** Whose data it is about. */
function flowOf({ sender }: Chart): string {
  const peer = sender === "client" ? "server" : "client";
  return say(words, "window.of", { sender: words.messages[`ladder.${sender}`], peer: words.messages[`ladder.${peer}`] });
}
