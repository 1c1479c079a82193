import "./listHead";
import "./overviewRuler";
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { NeighbourKind, Step } from "../../engine/contract/list";
import type { ListCell } from "../../engine/pageContract";
import { freshColumns, type ListColumns, seenColumns } from "../../view/onScreen/listColumns";
import type { ListOrder } from "../../view/onScreen/listOrder";
import { isSortedAlike, plainLook, type RowLook } from "../../view/onScreen/rowLook";
import type { PacketRow } from "../../view/packetRow";
import { onCommands } from "../commands";
import type { Copyable } from "../copying";
import { Finding } from "../find/finding";
import type { Findable } from "../find/findingPanes";
import { engine, onWorking } from "../host";
import { words } from "../language";
import { noNotes } from "../packetNotes";
import { ListScroll } from "../rows/listScroll";
import { steppedTo } from "../rows/listSteps";
import { rowStyles } from "../rows/rowStyles";
import { RowWindow } from "../rows/rowWindow";
import { scrollerStyles } from "../rows/scrollerStyles";
import type { Choice } from "../selection";
import type { FieldHeads } from "./columnLabel";
import { FittedColumns } from "./fittedColumns";
import type { Bonds } from "./gutter";
import { ListedPackets } from "./listedPackets";
import { ListWork } from "./listWork";
import { packetListStyles } from "./packetListStyles";
import { RelatedToSelected } from "./relatedToSelected";
import { RestingTop } from "./restingTop";
import { rowContext } from "./rowMenu";
import { RowPool } from "./rowPool";
import { placeOf, rowId, rowText, tellWhole } from "./rowView";

/** The packet list: only the rows on screen exist, and only they are asked for. */
@customElement("wirenote-packet-list")
export class PacketList extends LitElement implements Copyable, Findable {
  static override readonly styles = [scrollerStyles, rowStyles, packetListStyles];

  @property({ type: Number }) count = 0;
  /** The filter whose packets are listed; all of them where it is empty. */
  @property() filter = "";
  /** A number that changes when a filter has been applied: the same filter may list other packets later. */
  @property({ type: Number }) filtering = 0;
  /** A number that changes when other packets are marked by hand. */
  @property({ type: Number }) markingVersion = 0;
  @property({ attribute: false }) look: RowLook = plainLook;
  @property({ attribute: false }) order: ListOrder | undefined;
  @property({ attribute: false }) columns: ListColumns = freshColumns;
  @property({ attribute: false }) heads: FieldHeads = new Map();
  @property({ attribute: false }) notes = noNotes;
  /** Whether the whole file has been read: sorting is worthwhile only then. */
  @property({ type: Boolean }) isComplete = false;
  /** Whether the filter that was kept is in force again. */
  @property({ type: Boolean }) isFilterBack = true;
  /** The place that was at the top when the list was last shown; -1 if it never was. */
  @property({ type: Number }) top = -1;
  /** The kind of packet to which *next problem* goes. */
  @property() problem: NeighbourKind = "problem";
  /** The number of the selected packet, from 1. */
  @property({ type: Number }) selected = 0;
  /** The selected packet's connection: its rows are marked. */
  @property({ type: Number }) stream = -1;
  @query(".scroller") private scroller!: HTMLElement;

  private readonly scrolled = new ListScroll(() => this.requestUpdate());
  private readonly fitted = new FittedColumns(this);
  private pool: RowPool | undefined;
  private readonly window = new RowWindow<PacketRow>(
    (first, count) => this.listed.rows(first, count),
    (rows) => this.onRows(rows),
  );
  private readonly related = new RelatedToSelected(this, engine);
  private readonly resting = new RestingTop(this, (place) =>
    this.dispatchEvent(new CustomEvent<number>("scrolled-to", { detail: place })),
  );
  private readonly work = new ListWork(this, engine, onWorking);
  private readonly listed = new ListedPackets(engine, () => ({
    filter: this.filter,
    isSorted: this.work.sorted !== undefined,
    look: this.look,
  }));
  private readonly finding = new Finding(this, ["info", "text", "hex"], {
    find: (search, step) => this.choose(this.work.find(search, step, this.look)),
    end: () => {
      this.work.endFind();
      this.scroller.focus();
    },
  });
  /** Where the selected packet stands; -1 where it is not listed or not known. */
  private place = -1;
  private stopCommands: (() => void) | undefined;
  private readonly sizes = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    const toNeighbour = (kind: NeighbourKind, step: Step) => () => this.toNeighbour(kind, step);
    const toProblem = (step: Step) => () => this.toNeighbour(this.problem, step);
    this.stopCommands = onCommands({
      nextPacket: () => this.selectAt(this.place + 1),
      previousPacket: () => this.selectAt(this.place - 1),
      nextInConnection: toNeighbour("connection", 1),
      previousInConnection: toNeighbour("connection", -1),
      nextProblem: toProblem(1),
      previousProblem: toProblem(-1),
      nextMark: toNeighbour("mark", 1),
      previousMark: toNeighbour("mark", -1),
    });
  }

  override disconnectedCallback(): void {
    this.stopCommands?.();
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    this.pool = new RowPool(this.renderRoot.querySelector<HTMLElement>(".window")!);
    this.sizes.observe(this.scroller);
    this.scrolled.attach(this.scroller);
    for (const name of ["wheel", "pointerdown", "keydown"]) this.scroller.addEventListener(name, () => this.resting.stay());
    this.resting.returnTo(this.top);
    this.measure();
  }

  override focus(options?: FocusOptions): void {
    this.scroller.focus(options);
  }

  beginFind(): void {
    void this.finding.begin();
  }

  findOn(step: Step): void {
    this.finding.goOn(step);
  }

  override render() {
    const seen = this.fitted.seen(this.columns);
    return html`
      ${this.finding.bar(this.work.answer)}
      ${this.work.strip()}
      <wirenote-overview-ruler
        .count=${this.isComplete && this.scrolled.hasMore ? this.count : 0}
        .listed=${this.whatIsListed}
        .selected=${this.selected}
        .stream=${this.stream}
        .markingVersion=${this.markingVersion}
        .place=${this.place}
      ></wirenote-overview-ruler>
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${words.messages["editor.list.label"]}
        aria-rowcount=${this.count + 1}
        aria-colcount=${seen.length + 1}
        aria-activedescendant=${this.scrolled.isVisible(this.place) ? rowId(this.selected) : nothing}
        @keydown=${this.onKey}
        @click=${this.onClick}
        @contextmenu=${this.onContextMenu}
        @mouseover=${tellWhole}
        @head-left=${() => this.scroller.focus()}
      >
        <wirenote-list-head
          class="head"
          role="row"
          aria-rowindex="1"
          .columns=${this.columns}
          .seen=${seen}
          .order=${this.order}
          .time=${this.look.time}
          .references=${this.look.references}
          .names=${this.look.names}
          .heads=${this.heads}
        ></wirenote-list-head>
        <div class="body window"></div>
        <div class="height"></div>
      </div>
      ${this.fitsNothing ? html`<p class="empty" role="status">${words.messages["list.nothing"]}</p>` : nothing}
    `;
  }

  private drawRows(seen: ListColumns): void {
    const { look, columns, heads, notes, window } = this;
    const bonds: Bonds = {
      selected: this.selected,
      stream: this.stream,
      related: this.related.of(this.selected),
      isInOrder: this.work.sorted === undefined,
    };
    const looks = { seen, time: look.time, heads, bonds, notes };
    this.pool?.show(this.scrolled.firstVisible, this.scrolled.lastVisible, {
      known: (place) => [window.at(place), ...Object.values(bonds), columns, heads, notes, seen.length, look.time],
      drawn: (place) => ({ place, row: window.at(place), number: this.listed.numberAt(place), looks }),
    });
  }

  override willUpdate(changed: PropertyValues): void {
    const before = changed.get("look") as RowLook | undefined;
    if (before && before.time !== this.look.time) this.fitted.forgetTimes();
    if (["filtering", "look", "markingVersion"].some((name) => changed.has(name))) this.window.forget();
    if (changed.has("filtering")) this.work.forgetOrder();
    if (changed.has("selected")) {
      this.work.startFrom(this.selected);
      this.related.forget(this.selected);
    }
    this.scrolled.holds(this.count);
  }

  override updated(changed: PropertyValues): void {
    const { area, above } = this.scrolled.heights;
    this.renderRoot.querySelector<HTMLElement>(".height")!.style.height = `${area}px`;
    this.renderRoot.querySelector<HTMLElement>(".window")!.style.transform = `translateY(${-above}px)`;
    const seen = this.fitted.seen(this.columns);
    this.fitted.apply(seen);
    const isComingBack = this.resting.isReturning;
    this.comeBack();
    this.drawRows(seen);
    this.window.want(this.scrolled.firstVisible, this.scrolled.lastVisible, this.count);
    const before = changed.get("look") as RowLook | undefined;
    const isSpelledAnew = before !== undefined && this.order !== undefined && !isSortedAlike(before, this.look);
    if (changed.has("order") || changed.has("filtering") || changed.has("isComplete") || isSpelledAnew)
      // when the reading ends, a person who has scrolled on meanwhile is not moved
      void this.arrange(!isComingBack && (this.order !== undefined || changed.has("order") || changed.has("filtering")));
    if (changed.has("selected") || changed.has("filtering")) void this.follow(!isComingBack);
  }

  private get fitsNothing(): boolean {
    return this.filter !== "" && this.isFilterBack && this.count === 0;
  }

  /** A text that changes when other packets are listed, or in another order. */
  private get whatIsListed(): string {
    return JSON.stringify([this.filter, this.filtering, this.work.sorted]);
  }

  private onRows(rows: readonly PacketRow[]): void {
    this.fitted.fitRows(rows, this.count, this.look.time, this.heads);
    this.requestUpdate();
  }

  private measure(): void {
    this.scrolled.measure();
    this.fitted.measure(this.scroller.clientWidth);
  }

  /** Scrolls to where the list was when it was last shown, until all that it shows is back. */
  private comeBack(): void {
    const wanted = this.resting.wanted(this.count);
    if (wanted !== undefined) this.scrolled.showAtTop(wanted);
    const isArranged = this.isFilterBack && (this.order === undefined || this.work.sorted === this.order);
    if (isArranged && this.selected > 0 && (this.isComplete || wanted !== undefined)) this.resting.stay();
    this.resting.isAt(this.scrolled.firstVisible);
  }

  /** Finds the place of the selected packet, and scrolls to it if `isRevealed`. */
  private async follow(isRevealed: boolean): Promise<void> {
    const { selected, filter } = this;
    const { sorted } = this.work;
    if (selected === 0) return;
    const place = await this.listed.placeOf(selected);
    if (selected !== this.selected || filter !== this.filter || sorted !== this.work.sorted) return;
    this.place = place;
    this.dispatchEvent(new CustomEvent<boolean>("selected-listed", { detail: place >= 0 }));
    if (place >= 0 && isRevealed) this.scrolled.reveal(place);
    this.requestUpdate();
  }

  private toNeighbour(kind: NeighbourKind, step: Step): void {
    this.choose(this.work.inTurn((from) => engine.neighbour(kind, from, step)));
  }

  private readonly onClick = (event: MouseEvent): void => {
    const place = placeOf(event);
    if (place !== undefined) this.selectAt(place);
  };

  /** The menu is about the row that is pointed at, which is selected first; or about the selected row if a key opens it. */
  private readonly onContextMenu = (event: MouseEvent): void => {
    this.onClick(event);
    const row = this.window.at(this.place);
    const cell = (event.target as Element).closest("[role=gridcell]");
    if (row) this.scroller.dataset["vscodeContext"] = rowContext(row, cell);
    else delete this.scroller.dataset["vscodeContext"];
  };

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const target = steppedTo(event.key, this.place, this.scrolled.page, this.count);
    if (target === undefined) return;
    event.preventDefault();
    this.selectAt(target);
  }

  /** Tells at once that a packet was chosen: its row may arrive only after the next one is chosen. */
  private selectAt(wanted: number): void {
    if (this.count === 0) return;
    this.resting.stay();
    this.place = Math.min(this.count - 1, Math.max(0, wanted));
    this.scrolled.reveal(this.place);
    this.choose(this.window.at(this.place) ?? this.listed.row(this.place));
  }

  /** The selected row as text, with the columns that the list has. */
  async selectedText(): Promise<string> {
    const row = this.window.at(this.place) ?? (await this.listed.row(this.place));
    return row ? rowText(row, seenColumns(this.columns), this.look.time) : "";
  }

  /** What a cell shows. */
  async cellText({ packet, column }: ListCell): Promise<string> {
    const [row] = await engine.rows(packet - 1, 1, this.look);
    const cell = this.columns.filter(({ id }) => id === column);
    return row ? rowText(row, cell, this.look.time) : "";
  }

  private choose(choice: Choice): void {
    this.dispatchEvent(new CustomEvent<Choice>("packet-selected", { detail: choice }));
  }

  private async arrange(isRevealed: boolean): Promise<void> {
    if (!this.isComplete) return;
    const outcome = await this.work.sort(this.order, this.look);
    if (outcome === "done") {
      this.window.forget();
      this.requestUpdate();
      void this.follow(isRevealed);
    } else if (outcome === "given-up")
      this.dispatchEvent(new CustomEvent("head-changed", { detail: { order: this.work.sorted }, bubbles: true, composed: true }));
  }
}
