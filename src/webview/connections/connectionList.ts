import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { ConnectionRow } from "../../view/connectionRow";
import { type ConnectionColumn, type ConnectionOrder, freshConnectionOrder } from "../../view/onScreen/connectionOrder";
import type { Copyable } from "../copying";
import { engine } from "../host";
import { words } from "../language";
import { ListScroll } from "../rows/listScroll";
import { steppedTo } from "../rows/listSteps";
import { rowStyles } from "../rows/rowStyles";
import { RowWindow } from "../rows/rowWindow";
import { scrollerStyles } from "../rows/scrollerStyles";
import { headCell, nextOrder, roomyColumns, rowCells, rowTemplate, rowText } from "./connectionCells";
import { connectionListStyles } from "./connectionListStyles";

/** The width of a letter in the editor's font, as a share of the font's size. */
const letterWidth = 0.602;
const padding = 24;

/**
 * The connections of the listed packets with their sums. A click on a heading sorts them. Selecting a connection selects its first packet,
 * or the first with which something is wrong.
 */
@customElement("wirenote-connection-list")
export class ConnectionList extends LitElement implements Copyable {
  static override readonly styles = [scrollerStyles, rowStyles, connectionListStyles];

  /** The filter whose packets count; all packets if it is empty. */
  @property() filter = "";
  @property({ attribute: false }) order: ConnectionOrder = freshConnectionOrder;
  /** The connection of the selected packet; -1 where it has none. */
  @property({ type: Number }) stream = -1;
  /** A number that changes when more is known of the capture. */
  @property({ type: Number }) version = 0;
  /** Whether it is seen: otherwise nothing need be counted. */
  @property({ type: Boolean }) isShown = false;
  @state() private count: number | undefined;
  @state() private columns: readonly ConnectionColumn[] = roomyColumns(Number.POSITIVE_INFINITY);
  @query(".scroller") private readonly scroller!: HTMLElement;
  /** Where the selected connection stands; -1 where it is not listed or not known. */
  private place = -1;
  private asked = "";
  private window = this.newWindow();
  private readonly scrolled = new ListScroll(() => this.requestUpdate());
  private readonly sizes = new ResizeObserver(() => this.measure());

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    this.scrolled.attach(this.scroller);
    this.sizes.observe(this.scroller);
  }

  override focus(options?: FocusOptions): void {
    this.scroller.focus(options);
  }

  override render() {
    const { scrolled, columns, order } = this;
    const first = scrolled.firstVisible;
    const seen = Array.from({ length: Math.max(0, scrolled.lastVisible - first) }, (_, i) => first + i);
    const isSortedSeen = columns.includes(order.column);
    return html`
      <span></span>
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${words.messages["connectionList.label"]}
        aria-rowcount=${(this.count ?? 0) + 1}
        aria-colcount=${columns.length}
        aria-activedescendant=${scrolled.isVisible(this.place) ? `connection-${this.place}` : nothing}
        @keydown=${this.onKey}
        @click=${this.onClick}
        @dblclick=${this.onDoubleClick}
      >
        <div class="head" role="row" aria-rowindex="1" @keydown=${this.onHeadKey}>
          ${columns.map((column, i) => headCell(column, order, isSortedSeen ? order.column === column : i === 0, () => this.sortBy(column)))}
        </div>
        <div class="window" role="rowgroup">${seen.map((place) => this.row(place))}</div>
        <div class="height"></div>
        ${this.count === 0 ? html`<p class="empty">${words.messages["connectionList.nothing"]}</p>` : nothing}
      </div>
    `;
  }

  private row(place: number) {
    const row = this.window.at(place);
    const kind = row ? (row.trouble > 0 ? "row trouble" : "row") : "row waiting";
    return html`<div
      class=${kind}
      role="row"
      id=${`connection-${place}`}
      data-place=${place}
      aria-rowindex=${place + 2}
      aria-selected=${row?.stream === this.stream}
      aria-busy=${!row}
    >
      ${rowCells(row, this.columns)}
    </div>`;
  }

  override willUpdate(changed: PropertyValues): void {
    if (!this.isShown) return;
    if (["filter", "order", "version", "isShown"].some((name) => changed.has(name))) void this.learn(changed.has("order"));
    else if (changed.has("stream")) void this.follow(true);
  }

  override updated(): void {
    const { area, above } = this.scrolled.heights;
    this.renderRoot.querySelector<HTMLElement>(".height")!.style.height = `${area}px`;
    this.renderRoot.querySelector<HTMLElement>(".window")!.style.transform = `translateY(${-above}px)`;
    this.scroller.style.setProperty("--connection-columns", rowTemplate(this.columns));
    if (this.count !== undefined) this.window.want(this.scrolled.firstVisible, this.scrolled.lastVisible, this.count);
  }

  /** Counts anew only where something else is listed, or in another order. Whoever sorts wants to see what comes first. */
  private async learn(isSorted: boolean): Promise<void> {
    const asked = JSON.stringify([this.filter, this.order, this.version]);
    if (asked === this.asked) return this.follow(true);
    this.asked = asked;
    const count = await engine.listConnections(this.order);
    if (asked !== this.asked) return;
    this.window = this.newWindow();
    this.count = count;
    this.scrolled.holds(count);
    if (isSorted) this.scrolled.showAtTop(0);
    this.requestUpdate();
    await this.follow(!isSorted);
  }

  private async follow(isRevealed: boolean): Promise<void> {
    const { stream, asked } = this;
    const place = stream < 0 ? -1 : await engine.connectionPlace(stream);
    if (stream !== this.stream || asked !== this.asked) return;
    this.place = place;
    if (place >= 0 && isRevealed) this.scrolled.reveal(place);
    this.requestUpdate();
  }

  private newWindow(): RowWindow<ConnectionRow> {
    return new RowWindow(
      (first, count) => engine.connectionRows(first, count),
      () => this.requestUpdate(),
    );
  }

  private measure(): void {
    this.scrolled.measure();
    const font = Number.parseFloat(getComputedStyle(this.scroller).fontSize);
    const columns = roomyColumns((this.scroller.clientWidth - padding) / (font * letterWidth));
    if (columns.join() !== this.columns.join()) this.columns = columns;
  }

  private readonly onClick = (event: MouseEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>(".row");
    if (!row) return;
    const place = Number(row.dataset["place"]);
    const trouble = troubleAt(event);
    if (trouble) {
      this.place = place;
      this.tell("packet-selected", Number(trouble.dataset["frame"]));
      // the rows keep the focus
      this.scroller.focus();
    } else this.stepTo(place);
  };

  private readonly onDoubleClick = (event: MouseEvent): void => {
    if (!troubleAt(event)) this.narrow();
  };

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const target = steppedTo(event.key, this.place, this.scrolled.page, this.count ?? 0);
    if (target === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (target === undefined) this.narrow();
    else this.stepTo(target);
  }

  /** Keys that move between the headings; down leads back to the rows. */
  private onHeadKey(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === "ArrowDown") this.scroller.focus();
    else if (step) {
      const heads = [...this.renderRoot.querySelectorAll<HTMLElement>(".head button")];
      const at = heads.indexOf(event.target as HTMLElement);
      heads[Math.min(heads.length - 1, Math.max(0, at + step))].focus();
    } else return;
    event.preventDefault();
  }

  private stepTo(wanted: number): void {
    const { count = 0 } = this;
    if (count === 0) return;
    this.place = Math.min(count - 1, Math.max(0, wanted));
    this.scrolled.reveal(this.place);
    this.requestUpdate();
    void this.chooseAt(this.place);
  }

  /** Goes to a connection, whose first packet is selected everywhere. */
  private async chooseAt(place: number): Promise<void> {
    const row = await this.rowAt(place);
    if (row && place === this.place && row.stream !== this.stream) this.tell("packet-selected", row.first);
  }

  private async rowAt(place: number): Promise<ConnectionRow | undefined> {
    return this.window.at(place) ?? (place < 0 ? undefined : (await engine.connectionRows(place, 1))[0]);
  }

  /** Lists the packets of the selected connection alone. */
  private narrow(): void {
    if (this.place >= 0) this.tell("connection-wanted", undefined);
  }

  private sortBy(column: ConnectionColumn): void {
    this.tell("order-chosen", nextOrder(this.order, column));
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  async selectedText(): Promise<string> {
    const row = await this.rowAt(this.place);
    return row ? rowText(row) : "";
  }
}

/** The button that leads to the trouble of a connection, if it was clicked. */
const troubleAt = ({ target }: Event) => (target as Element).closest<HTMLElement>(".row button");
