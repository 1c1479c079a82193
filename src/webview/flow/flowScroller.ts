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

/** In steps: up to so far from its top a drawing is still exact. */
const farthest = 5_000;
/** Room below the last row, in pixels. */
const below = 24;
/** A pane that is narrower than this is drawn as if it were so wide. */
const narrowest = 340;

const togglingKeys: ReadonlySet<string> = new Set(["Enter", " ", "ArrowRight", "ArrowLeft"]);

/** Rows of a flow, with what scrolling through them needs. */
export interface ScrolledRows {
  readonly height: number;
  readonly rows: readonly { readonly top: number; readonly row: FlowRow }[];
}

/**
 * Scrolling through a flow of one connection or of several: wheel, keys and zoom; following the selection; and loading the rows around the
 * visible part, which are the only ones that exist in the page.
 */
export abstract class FlowScroller<Looked extends object, Rows extends ScrolledRows> extends LitElement implements Copyable {
  @property({ attribute: false }) view!: FlowView;
  /** The number of the selected packet. */
  @property({ type: Number }) selected = 0;
  /** A number that changes when more is known of the capture. */
  @property({ type: Number }) version = 0;
  /** A number that changes when other packets are marked by hand. */
  @property({ type: Number }) markingVersion = 0;
  @property({ type: Number }) zoom = 1;
  @state() protected width = 480;
  @state() protected viewport = 400;
  /** Where the selected packet stands. */
  @state() protected place: FlowPlace | undefined;
  protected readonly long = new LongScroll();
  protected abstract readonly window: LadderWindow<Looked, Rows>;
  protected readonly steps = new FlowSteps();
  /** The top of the drawing, in steps. It does not move with scrolling, so that rows which stay need not be drawn anew. */
  protected origin = 0;
  /** The height of a step in what is drawn now. */
  private drawnStep = 0;
  private readonly sizes = new ResizeObserver(() => this.measure());

  /** Which flow is shown, and how; nothing while there is none. A different value means another flow. */
  protected abstract get looked(): Looked | undefined;
  protected abstract askPlace(looked: Looked, frame: number): Promise<FlowPlace>;
  protected abstract askRows(looked: Looked, from: number, to: number): Promise<Rows>;
  protected abstract get places(): { readonly step: number };
  /** The row of the selected packet as text. */
  abstract selectedText(): string;

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    this.sizes.observe(this);
    // a passive listener could not keep the scroll bar from moving
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

  /** The top of the visible part, in steps. */
  protected get top(): number {
    return this.long.position / this.places.step;
  }

  protected get bottom(): number {
    return this.top + this.viewport / this.places.step;
  }

  /** The height of the visible part in pixels, and that of the whole flow in steps. */
  protected get seen(): { readonly height: number; readonly steps: number } {
    return { height: this.viewport - below, steps: this.window.flow?.height ?? 0 };
  }

  /** Whether another flow is shown than before, or the same one differently. */
  protected isOther(changed: PropertyValues): boolean {
    return changed.has("view") || changed.has("version");
  }

  /** Whether it is another flow, which is shown from its top. */
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

  /** Keeps the selected row, or what is at the top, where it is on screen when steps become higher or lower. */
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

  /** Asks for the rows around the visible ones, unless they are loaded. */
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
    // now that its height is known, steps may be lower, and more rows visible
    await this.load();
  }

  /** Finds the selected packet, and scrolls only as far as needed to see it. */
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
    // shows the row above too, and leaves no row cut at the top
    if (top < this.long.position) this.show((place.top - 1) * step);
    else if (bottom > this.long.position + this.viewport) this.show(Math.ceil((bottom - this.viewport) / step) * step);
    await this.load();
    if (selected === this.selected) this.shown();
  }

  /** Called when the selected packet has been scrolled to. */
  protected shown(): void {}

  /** Takes a key at once, although only the engine knows where it leads. */
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

  /** What Enter does on a row that hides nothing. */
  protected enter(): void {
    this.foldAround();
  }

  /** Folds the unfolded run around the selected packet again. */
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
