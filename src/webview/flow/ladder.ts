import { html, LitElement, nothing, type PropertyValues, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { say } from "../../text/words";
import type { FlowRow } from "../../view/flow/flow";
import type { FlowPlace, FlowView, FlowWindow } from "../../view/flow/flowWindow";
import { engine } from "../host";
import { words } from "../language";
import { LongScroll } from "../longScroll";
import type { Choice } from "../selection";
import { FlowSteps, type LookedAt, steppingKeys } from "./flowSteps";
import { type LadderPlaces, ladderPlaces } from "./ladderPlaces";
import { type DrawnRow, drawLabel, drawRow } from "./ladderRow";
import { ladderStyles } from "./ladderStyles";
import { tableRow } from "./ladderTable";
import { bracket, endsHead, lifelines } from "./lifelines";

/** Steps asked for above and below the visible ones, so that slow scrolling shows no gaps. */
const margin = 8;
/** So far from its top a drawing is still exact, in steps. */
const farthest = 5_000;
/** Room below the last row, in pixels. */
const below = 24;

const togglingKeys: ReadonlySet<string> = new Set(["Enter", " ", "ArrowRight", "ArrowLeft"]);

/** The flow of one connection: two lifelines and an arrow for each segment. Only what is on screen exists. */
@customElement("wirenote-ladder")
export class Ladder extends LitElement {
  static override readonly styles = ladderStyles;

  @property({ type: Number }) stream = -1;
  @property({ attribute: false }) view!: FlowView;
  /** Number of the selected packet. */
  @property({ type: Number }) selected = 0;
  /** Whatever changes with what is known of the capture. */
  @property({ type: Number }) version = 0;
  @property({ type: Number }) zoom = 1;
  @state() private window: FlowWindow | undefined;
  @state() private width = 480;
  @state() private viewport = 400;
  /** Where the selected packet stands. */
  @state() private place: FlowPlace | undefined;
  private readonly long = new LongScroll();
  /** What the window was asked for with, and from where to where, in steps. */
  private loaded: { readonly key: string; readonly from: number; readonly to: number } | undefined;
  private asked = 0;
  /** What the window that is shown was asked for with. */
  private shownKey = "";
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
    const { window, places, long, viewport } = this;
    const { stream, client, server } = window ?? { stream: 0, client: "", server: "" };
    return html`
      <div class="ends"><svg width=${this.width} height="44" aria-hidden="true">${window ? endsHead(window, this.statesAtTop(), places) : nothing}</svg></div>
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${say(words, "ladder.label", { stream, client, server })}
        aria-rowcount="-1"
        aria-activedescendant=${this.selected > 0 ? `row-${this.place?.run ?? this.selected}` : ""}
        @scroll=${this.onScroll}
        @keydown=${this.onKey}
      >
        <div class="screen">
          <svg width=${this.width} height=${viewport} aria-hidden="true">
            <g transform=${`translate(0 ${this.origin * places.step - long.position})`}>
              ${guard([window, this.width, places.step, this.selected, this.place], () => this.drawing())}
            </g>
            ${window?.parts.map((part) => bracket(part, long.position, viewport, places))}
          </svg>
          ${guard([window, this.selected, this.place], () => this.table())}
        </div>
        <div class="height"></div>
      </div>
    `;
  }

  private drawing() {
    const { window, places } = this;
    if (!window) return nothing;
    const rows = this.drawnRows(window, places);
    const top = (rows[0]?.y ?? 0) - below;
    const bottom = (rows.at(-1)?.y ?? 0) + places.step + below;
    const each = (some: readonly DrawnRow[], draw: (row: DrawnRow) => unknown) =>
      repeat(some, keyOf, (row) => guard([...Object.values(row), this.width, places.step], () => draw(row)));
    // arrows fall into the row below: the back of the selected one comes before them
    const backFirst = [...rows.filter(({ isSelected }) => isSelected), ...rows.filter(({ isSelected }) => !isSelected)];
    return svg`
      ${each(backFirst, (row) => drawRow(row, places, this.choose, this.toggle))}
      ${lifelines(window.before, rows, top, bottom, places)}
      ${each(rows, (row) => drawLabel(row, places))}`;
  }

  private drawnRows({ rows, fall, path }: FlowWindow, { step }: LadderPlaces): DrawnRow[] {
    const endsAtTime = (row: FlowRow) =>
      this.view.time === "proportional" &&
      row.kind !== "silence" &&
      ((path.captured?.at === "client" && !row.fromClient) || (path.captured?.at === "server" && row.fromClient));
    let before: number | undefined;
    return rows.map(({ top, row }) => {
      const pause = row.kind === "silence" || before === undefined ? undefined : row.time - before;
      if (row.kind === "segment" || (row.kind === "run" && !row.isOpen)) before = row.kind === "run" ? row.lastTime : row.time;
      return {
        row,
        y: (top - this.origin) * step,
        fall: fall * step,
        endsAtTime: endsAtTime(row),
        isSelected: this.isSelected(row),
        pause,
      };
    });
  }

  private isSelected(row: FlowRow): boolean {
    if (row.kind === "segment") return row.frame === this.selected;
    return row.kind === "run" && !row.isOpen && this.place?.run === row.frame;
  }

  /** The same in rows and cells, for those who hear it. */
  private table() {
    const heads = ["flow.frame", "flow.time", "ladder.client", "flow.segment", "ladder.server"] as const;
    return html`<table role="presentation">
      <tr role="row">${heads.map((id) => html`<th role="columnheader">${words.messages[id]}</th>`)}</tr>
      ${repeat(
        this.window?.rows ?? [],
        ({ top }) => top,
        ({ row }) => guard([row, this.isSelected(row)], () => tableRow(row, this.isSelected(row))),
      )}
    </table>`;
  }

  /** The states that both ends have come to above the visible part. */
  private statesAtTop(): FlowWindow["before"] {
    const { window, places, long } = this;
    let both = window!.before;
    for (const { top, row } of window!.rows) {
      if (top * places.step + places.arrowAt >= long.position) break;
      for (const states of row.kind === "segment" ? row.states : []) both = { ...both, ...states };
    }
    return both;
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
    const seen = { height: this.viewport - below, steps: this.window?.height ?? 0 };
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
    this.long.measure((this.window?.height ?? 0) * this.places.step + below, this.viewport);
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
    if (this.stream < 0 || !this.view) return;
    const { stream, view, version } = this;
    const key = JSON.stringify([stream, view, version]);
    const from = this.long.position / this.places.step;
    const to = from + this.viewport / this.places.step;
    const known = this.loaded;
    if (known?.key === key && known.from <= from && known.to >= to) return;
    this.loaded = { key, from: from - margin, to: to + margin };
    this.asked += 1;
    const { asked } = this;
    const window = await engine.flow(stream, view, from - margin, to + margin);
    if (asked !== this.asked) return;
    this.take(window, key);
    await this.updateComplete;
    await this.load();
  }

  private take(window: FlowWindow, key: string): void {
    const shown = this.shownKey === key ? this.window?.rows : undefined;
    const known = new Map(shown?.map((placed) => [placed.top, placed]));
    // what was shown is the same as before: it keeps what was drawn of it
    const rows = window.rows.map((placed) => known.get(placed.top) ?? placed);
    const [first] = rows;
    if (first && Math.abs(first.top - this.origin) > farthest) this.origin = first.top;
    this.window = { ...window, rows };
    this.shownKey = key;
    this.fitScroll();
  }

  /** Finds the selected packet, and scrolls only as far as is needed to see it. */
  private async follow(): Promise<void> {
    const { stream, view, selected } = this;
    if (stream < 0 || selected === 0) return;
    const place = await engine.flowPlace(stream, view, selected);
    if (stream !== this.stream || view !== this.view || selected !== this.selected) return;
    this.place = place;
    if (!this.window || this.loaded?.key !== JSON.stringify([stream, view, this.version])) await this.load();
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
    const { stream, view, viewport, places, window } = this;
    return { stream, view, page: Math.max(1, Math.floor(viewport / places.step) - 1), height: window?.height ?? 0 };
  }

  private async toggleBy(key: string): Promise<void> {
    const run = await this.steps.run(this.lookedAt);
    if (run === undefined && key !== "ArrowRight") this.foldAround();
    else if (run !== undefined && key !== "ArrowLeft") this.toggle(run);
  }

  /** Folds the run again that the selected packet is drawn out of. */
  private foldAround(): void {
    const run = this.window?.rows.find(
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

/** Rows lie one above the other: where one begins tells which it is. */
const keyOf = ({ y }: DrawnRow) => y;
