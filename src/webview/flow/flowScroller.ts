import { LitElement, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import type { FlowRow } from "../../view/flow/flow";
import type { FlowPlace, FlowView } from "../../view/flow/flowWindow";
import { menuContext } from "../contextMenu";
import type { Copyable } from "../copying";
import { LongScroll } from "../rows/longScroll";
import type { Choice } from "../selection";
import { FlowSteps, type LookedAt, steppingKeys } from "./flowSteps";
import type { LadderWindow } from "./ladderWindow";

/** So far from its top a drawing is still exact, in steps. */
const farthest = 5_000;
/** Room below the last row, in pixels. */
const below = 24;
/** Narrower than this it is drawn as if it were not. */
const narrowest = 340;

const togglingKeys: ReadonlySet<string> = new Set(["Enter", " ", "ArrowRight", "ArrowLeft"]);

/** Rows of a flow as whoever scrolls through them needs them. */
export interface ScrolledRows {
  readonly height: number;
  readonly rows: readonly { readonly top: number; readonly row: FlowRow }[];
}

/**
 * What scrolls through a flow, of one connection or of several: wheel, keys and zoom, the selection that is followed, and the rows
 * around what is seen, which are all that exists of it.
 */
export abstract class FlowScroller<Looked extends object, Rows extends ScrolledRows> extends LitElement implements Copyable {
  @property({ attribute: false }) view!: FlowView;
  /** Number of the selected packet. */
  @property({ type: Number }) selected = 0;
  /** Whatever changes with what is known of the capture. */
  @property({ type: Number }) version = 0;
  /** Another number whenever other packets are marked by hand. */
  @property({ type: Number }) markingVersion = 0;
  @property({ type: Number }) zoom = 1;
  @state() protected width = 480;
  @state() protected viewport = 400;
  /** Where the selected packet stands. */
  @state() protected place: FlowPlace | undefined;
  protected readonly long = new LongScroll();
  protected abstract readonly window: LadderWindow<Looked, Rows>;
  protected readonly steps = new FlowSteps();
  /** The top of the drawing, in steps: it stays where it is, so that rows which stay need not be drawn anew. */
  protected origin = 0;
  /** The height of a step in what is shown. */
  private drawnStep = 0;
  private readonly sizes = new ResizeObserver(() => this.measure());

  /** Which flow is looked at, and how; nothing while there is none. It is another one when this says something else. */
  protected abstract get looked(): Looked | undefined;
  protected abstract askPlace(looked: Looked, frame: number): Promise<FlowPlace>;
  protected abstract askRows(looked: Looked, from: number, to: number): Promise<Rows>;
  protected abstract get places(): { readonly step: number };
  /** Of the row that holds the selected packet, as text. */
  abstract selectedText(): string;

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    this.sizes.observe(this);
    // a passive listener could not keep the bar from moving
    this.scroller.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
    this.scroller.dataset["vscodeContext"] = menuContext("packet", { isSegment: true });
    this.scroller.addEventListener("contextmenu", (event) => this.onContextMenu(event));
    this.measure();
  }

  /** The menu is about the row that is pointed at. */
  private onContextMenu(event: MouseEvent): void {
    const frame = (event.target as Element).closest<SVGElement>("[data-frame]")?.dataset["frame"];
    if (frame !== undefined) this.choose(Number(frame));
  }

  /** Heights of what is seen, in steps. */
  protected get top(): number {
    return this.long.position / this.places.step;
  }

  protected get bottom(): number {
    return this.top + this.viewport / this.places.step;
  }

  /** How much of the flow is seen, and how high all of it is. */
  protected get seen(): { readonly height: number; readonly steps: number } {
    return { height: this.viewport - below, steps: this.window.flow?.height ?? 0 };
  }

  /** Whether another flow is looked at than before, or differently. */
  protected isOther(changed: PropertyValues): boolean {
    return changed.has("view") || changed.has("version");
  }

  /** Whether it is a flow that begins at its top. */
  protected abstract isAnother(changed: PropertyValues): boolean;

  override updated(changed: PropertyValues): void {
    this.renderRoot.querySelector<HTMLElement>(".height")!.style.height = `${this.long.area}px`;
    const isOther = this.isAnother(changed) || this.isOther(changed);
    if (changed.has("selected")) this.steps.current = this.selected;
    if (this.isAnother(changed)) this.long.moveTo(0);
    if (this.places.step !== this.drawnStep) this.keepPlace();
    if (isOther || changed.has("markingVersion")) void this.load();
    if (isOther || changed.has("selected")) void this.follow();
  }

  protected get scroller(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".scroller")!;
  }

  private measure(): void {
    this.width = Math.max(narrowest, Math.floor(this.scroller.clientWidth));
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

  protected onScroll(): void {
    this.long.scrolledTo(this.scroller.scrollTop);
    this.moved();
  }

  private onWheel(event: WheelEvent): void {
    if (!this.long.isMapped && !event.ctrlKey) return;
    event.preventDefault();
    if (event.ctrlKey) this.askZoom(event.deltaY < 0 ? 1 : -1);
    else this.wheelBy(event);
  }

  private wheelBy(event: WheelEvent): void {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? this.places.step / 2 : 1;
    this.scroller.scrollLeft += event.deltaX * unit;
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
    const { looked } = this;
    if (looked) await this.window.want(looked, this.top, this.bottom);
  }

  protected async take(): Promise<void> {
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
    const { looked, selected } = this;
    if (!looked || selected === 0) return;
    const place = await this.askPlace(looked, selected);
    if (JSON.stringify(looked) !== JSON.stringify(this.looked) || selected !== this.selected) return;
    this.place = place;
    await this.load();
    await this.updateComplete;
    const { step } = this.places;
    const [top, bottom] = [place.top * step - step / 2, (place.top + 1.5) * step];
    // with the row above, and the first that is seen of them is seen whole
    if (top < this.long.position) this.show((place.top - 1) * step);
    else if (bottom > this.long.position + this.viewport) this.show(Math.ceil((bottom - this.viewport) / step) * step);
    await this.load();
    if (selected === this.selected) this.shown();
  }

  /** The selected packet has been scrolled to. */
  protected shown(): void {}

  /** What was pressed counts from now on, although it takes the engine to know where it leads. */
  protected onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    const { looked } = this;
    if (ctrlKey || metaKey || altKey || this.steps.current === 0 || !looked) return;
    if (key === "+" || key === "-") this.askZoom(key === "+" ? 1 : -1);
    else if (steppingKeys.has(key)) this.choose(this.steps.step(key, this.lookedAt(looked)));
    else if (togglingKeys.has(key)) void this.steps.inTurn(() => this.toggleBy(key, looked));
    else return;
    event.preventDefault();
  }

  private lookedAt(looked: Looked): LookedAt {
    const { viewport, places } = this;
    return {
      place: (frame) => this.askPlace(looked, frame),
      rowsAt: async (position) => (await this.askRows(looked, position, position)).rows,
      page: Math.max(1, Math.floor(viewport / places.step) - 1),
      height: this.window.flow?.height ?? 0,
    };
  }

  private async toggleBy(key: string, looked: Looked): Promise<void> {
    const run = await this.steps.run(this.lookedAt(looked));
    if (run !== undefined && key !== "ArrowLeft") this.toggle(run);
    else if (run === undefined && key === "Enter") this.enter();
    else if (run === undefined && key !== "ArrowRight") this.foldAround();
  }

  /** Does what Enter does on a row that hides nothing. */
  protected enter(): void {
    this.foldAround();
  }

  /** Folds the run again that the selected packet is drawn out of. */
  private foldAround(): void {
    const run = this.window.flow?.rows.find(
      ({ row }) => row.kind === "run" && row.isOpen && row.frame <= this.selected && this.selected <= row.lastFrame,
    )?.row;
    if (run?.kind === "run") this.toggle(run.frame);
  }

  protected readonly choose = (choice: number | Promise<number>): void => {
    if (typeof choice === "number") this.steps.current = choice;
    this.dispatchEvent(new CustomEvent<Choice>("packet-chosen", { detail: choice, bubbles: true, composed: true }));
  };

  protected readonly toggle = (frame: number): void => {
    this.dispatchEvent(new CustomEvent("run-toggled", { detail: frame }));
  };
}
