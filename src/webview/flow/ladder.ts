import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { say } from "../../text/words";
import type { FlowArrow, FlowRun } from "../../view/flow/flow";
import type { FlowPlace, FlowView, FlowWindow, PlacedRow } from "../../view/flow/flowWindow";
import type { Copyable } from "../copying";
import { engine } from "../host";
import { words } from "../language";
import { LongScroll } from "../longScroll";
import type { Choice } from "../selection";
import { FlowSteps, type LookedAt, steppingKeys } from "./flowSteps";
import { type Drawing, drawRows, isSelectedRow, rowsNear } from "./ladderDrawing";
import { type LadderPlaces, ladderPlaces } from "./ladderPlaces";
import { ladderStyles } from "./ladderStyles";
import { ladderTable, rowText } from "./ladderTable";
import { LadderWindow, statesAfter } from "./ladderWindow";
import { bracket, endsHead } from "./lifelines";

/** So far from its top a drawing is still exact, in steps. */
const farthest = 5_000;
/** Room below the last row, in pixels. */
const below = 24;

const togglingKeys: ReadonlySet<string> = new Set(["Enter", " ", "ArrowRight", "ArrowLeft"]);

/** The flow of one connection: two lifelines and an arrow for each segment. Only what is on screen exists. */
@customElement("wirenote-ladder")
export class Ladder extends LitElement implements Copyable {
  static override readonly styles = ladderStyles;

  @property({ type: Number }) stream = -1;
  @property({ attribute: false }) view!: FlowView;
  /** Number of the selected packet. */
  @property({ type: Number }) selected = 0;
  /** Whatever changes with what is known of the capture. */
  @property({ type: Number }) version = 0;
  @property({ type: Number }) zoom = 1;
  @state() private width = 480;
  @state() private viewport = 400;
  /** Where the selected packet stands. */
  @state() private place: FlowPlace | undefined;
  private readonly long = new LongScroll();
  private readonly window = new LadderWindow(
    ({ stream, view }, from, to) => engine.flow(stream, view, from, to),
    () => this.take(),
  );
  private readonly steps = new FlowSteps();
  /** The top of the drawing, in steps: it stays where it is, so that rows which stay need not be drawn anew. */
  private origin = 0;
  /** The height of a step in what is shown. */
  private drawnStep = 0;
  private readonly sizes = new ResizeObserver(() => this.measure());

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    this.sizes.observe(this);
    // a passive listener could not keep the bar from moving
    this.scroller.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
    this.measure();
  }

  override render() {
    const { places, long, viewport } = this;
    const { flow } = this.window;
    const near = flow ? rowsNear(flow, this.top, this.bottom) : [];
    const selected = this.selectedOf(near);
    const { stream, client, server } = flow ?? { stream: 0, client: "", server: "" };
    return html`
      <div class="ends"><svg width=${this.width} height="44" aria-hidden="true">${flow ? endsHead(flow, this.statesAtTop(flow), places) : nothing}</svg></div>
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${say(words, "ladder.label", { stream, client, server })}
        aria-rowcount="-1"
        aria-activedescendant=${selected ? `row-${selected.frame}` : nothing}
        @scroll=${this.onScroll}
        @keydown=${this.onKey}
      >
        <div class="screen">
          <svg width=${this.width} height=${viewport} aria-hidden="true">
            <g transform=${`translate(0 ${this.origin * places.step - long.position})`}>
              ${guard([...near, flow?.path, this.origin, this.width, places.step, this.selected, this.place], () => (flow ? drawRows(near, this.drawing(flow)) : nothing))}
            </g>
            ${flow?.parts.map((part) => bracket(part, long.position, viewport, places))}
          </svg>
          <div class="heard">${guard([...near, this.selected, this.place], () => this.table(near))}</div>
        </div>
        <div class="height"></div>
      </div>
    `;
  }

  private drawing(flow: FlowWindow): Drawing {
    const { places, origin, selected, place, choose, toggle } = this;
    return { flow, places, origin, selected, place, choose, toggle, hasProportionalTime: this.view.time === "proportional" };
  }

  private table(rows: readonly PlacedRow[]) {
    const { selected, place } = this;
    return ladderTable(rows, (row) => isSelectedRow(row, { selected, place }));
  }

  /** The selected row, where it is at hand. */
  selectedText(): string {
    const row = this.selectedOf(this.window.flow?.rows ?? []);
    return row ? rowText(row) : "";
  }

  private selectedOf(rows: readonly PlacedRow[]): FlowArrow | FlowRun | undefined {
    const { selected, place } = this;
    const row = rows.find((each) => isSelectedRow(each.row, { selected, place }))?.row;
    return row?.kind === "silence" ? undefined : row;
  }

  /** Heights of what is seen, in steps. */
  private get top(): number {
    return this.long.position / this.places.step;
  }

  private get bottom(): number {
    return this.top + this.viewport / this.places.step;
  }

  /** The states that both ends have come to above the visible part. */
  private statesAtTop(flow: FlowWindow): FlowWindow["before"] {
    const { places, long } = this;
    const seen = flow.rows.findIndex(({ top }) => top * places.step + places.arrowAt >= long.position);
    return statesAfter(flow.before, seen < 0 ? flow.rows : flow.rows.slice(0, seen));
  }

  override updated(changed: PropertyValues): void {
    this.renderRoot.querySelector<HTMLElement>(".height")!.style.height = `${this.long.area}px`;
    const isOther = changed.has("stream") || changed.has("view") || changed.has("version");
    if (changed.has("selected")) this.steps.current = this.selected;
    if (changed.has("stream")) this.long.moveTo(0);
    if (this.places.step !== this.drawnStep) this.keepPlace();
    if (isOther) void this.load();
    if (isOther || changed.has("selected")) void this.follow();
  }

  private get scroller(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".scroller")!;
  }

  private get places(): LadderPlaces {
    const seen = { height: this.viewport - below, steps: this.window.flow?.height ?? 0 };
    return ladderPlaces(this.width, this.zoom, seen);
  }

  private measure(): void {
    this.width = Math.max(340, Math.floor(this.scroller.clientWidth));
    this.viewport = this.scroller.clientHeight;
    this.fitScroll();
    void this.load();
  }

  /** What was looked at stays where it stood when steps become higher or lower: the selected row, or what is at the top. */
  private keepPlace(): void {
    const before = this.drawnStep || this.places.step;
    this.drawnStep = this.places.step;
    const selectedAt = (this.place?.top ?? -1) * before - this.long.position;
    const isSeen = selectedAt >= 0 && selectedAt < this.viewport;
    const fixed = isSeen ? selectedAt : 0;
    const steps = (this.long.position + fixed) / before;
    this.fitScroll();
    this.show(steps * this.places.step - fixed);
  }

  private fitScroll(): void {
    this.long.measure((this.window.flow?.height ?? 0) * this.places.step + below, this.viewport);
  }

  private readonly onScroll = (): void => {
    this.long.scrolledTo(this.scroller.scrollTop);
    this.moved();
  };

  private onWheel(event: WheelEvent): void {
    if (!this.long.isMapped && !event.ctrlKey) return;
    event.preventDefault();
    if (event.ctrlKey) this.askZoom(event.deltaY < 0 ? 1 : -1);
    else this.wheelBy(event);
  }

  private wheelBy(event: WheelEvent): void {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? this.places.step / 2 : 1;
    this.show(this.long.position + event.deltaY * unit);
  }

  private askZoom(step: 1 | -1): void {
    this.dispatchEvent(new CustomEvent("zoomed", { detail: step }));
  }

  private show(position: number): void {
    this.long.moveTo(position);
    this.scroller.scrollTop = this.long.barPosition();
    this.moved();
  }

  private moved(): void {
    this.requestUpdate();
    void this.load();
  }

  /** Asks for the rows around the visible ones, unless they are here. */
  private async load(): Promise<void> {
    const { stream, view, version } = this;
    if (stream >= 0 && view) await this.window.want({ stream, view, version }, this.top, this.bottom);
  }

  private async take(): Promise<void> {
    const first = this.window.flow?.rows[0];
    if (first && Math.abs(first.top - this.origin) > farthest) this.origin = first.top;
    this.fitScroll();
    this.requestUpdate();
    await this.updateComplete;
    // its height may have told that steps are lower
    await this.load();
  }

  /** Finds the selected packet, and scrolls only as far as is needed to see it. */
  private async follow(): Promise<void> {
    const { stream, view, selected } = this;
    if (stream < 0 || selected === 0) return;
    const place = await engine.flowPlace(stream, view, selected);
    if (stream !== this.stream || view !== this.view || selected !== this.selected) return;
    this.place = place;
    await this.load();
    await this.updateComplete;
    const { step } = this.places;
    const [top, bottom] = [place.top * step - step / 2, (place.top + 1.5) * step];
    if (top < this.long.position) this.show(top);
    else if (bottom > this.long.position + this.viewport) this.show(bottom - this.viewport);
  }

  /** What was pressed counts from now on, although it takes the engine to know where it leads. */
  private onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || this.steps.current === 0) return;
    if (key === "+" || key === "-") this.askZoom(key === "+" ? 1 : -1);
    else if (steppingKeys.has(key)) this.choose(this.steps.step(key, this.lookedAt));
    else if (togglingKeys.has(key)) void this.steps.inTurn(() => this.toggleBy(key));
    else return;
    event.preventDefault();
  }

  private get lookedAt(): LookedAt {
    const { stream, view, viewport, places } = this;
    return { stream, view, page: Math.max(1, Math.floor(viewport / places.step) - 1), height: this.window.flow?.height ?? 0 };
  }

  private async toggleBy(key: string): Promise<void> {
    const run = await this.steps.run(this.lookedAt);
    if (run === undefined && key !== "ArrowRight") this.foldAround();
    else if (run !== undefined && key !== "ArrowLeft") this.toggle(run);
  }

  /** Folds the run again that the selected packet is drawn out of. */
  private foldAround(): void {
    const run = this.window.flow?.rows.find(
      ({ row }) => row.kind === "run" && row.isOpen && row.frame <= this.selected && this.selected <= row.lastFrame,
    )?.row;
    if (run?.kind === "run") this.toggle(run.frame);
  }

  private readonly choose = (choice: number | Promise<number>): void => {
    if (typeof choice === "number") this.steps.current = choice;
    this.dispatchEvent(new CustomEvent<Choice>("packet-chosen", { detail: choice, bubbles: true, composed: true }));
  };

  private readonly toggle = (frame: number): void => {
    this.dispatchEvent(new CustomEvent("run-toggled", { detail: frame }));
  };
}
