import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { FindAnswer, Step } from "../../engine/contract/list";
import type { StreamSearch, StreamSummary } from "../../engine/contract/stream";
import { formatCount } from "../../text/value";
import { say } from "../../text/words";
import { freshStreamLook, type StreamLook } from "../../view/onScreen/streamLook";
import type { StreamRow, StreamView as View } from "../../view/stream/streamRows";
import type { Copyable } from "../copying";
import { Finding } from "../find/finding";
import type { Findable } from "../find/findingPanes";
import { engine } from "../host";
import { words } from "../language";
import { Paced } from "../paced";
import { ListScroll } from "../rows/listScroll";
import { steppedTo } from "../rows/listSteps";
import { RowWindow } from "../rows/rowWindow";
import { scrollerStyles } from "../rows/scrollerStyles";
import { rowText, streamRow } from "./streamRowView";
import { streamStyles } from "./streamStyles";

/** The width of a letter in the editor's font, as a share of the font's size. */
const letterWidth = 0.602;
/** In letters: what stands before a row's text, and the room behind it. */
const gutter = 11;
/** Letters of a row of hex besides its bytes, and those that a byte takes in both columns together. */
const hexFrame = 11;
const lettersOfByte = 4;
const mostCopied = 2000;
/** Milliseconds: if something takes longer, the page says so. */
const patience = 300;
/** Milliseconds between two looks for more while the file is read. */
const pace = 1000;

/** What both ends of the selected packet's connection sent, put together. Only the rows on screen exist. */
@customElement("wirenote-stream")
export class StreamView extends LitElement implements Copyable, Findable {
  static override readonly styles = [scrollerStyles, streamStyles];

  @property({ type: Number }) stream = -1;
  @property({ attribute: false }) look: StreamLook = freshStreamLook;
  /** The number of the selected packet. */
  @property({ type: Number }) selected = 0;
  /** How many packets have been read. */
  @property({ type: Number }) packets = 0;
  /** 1 once the whole capture is known; 0 before. */
  @property({ type: Number }) version = 0;
  @state() private summary: StreamSummary | undefined;
  /** What was searched for last, and the answer. */
  @state() private search: StreamSearch | undefined;
  @state() private answer: FindAnswer | undefined;
  /** Whether what is to be shown takes long to come. */
  @state() private isLate = false;
  @query(".scroller") private readonly scroller!: HTMLElement;
  /** What is shown; another object when the rows may have changed. */
  private view: (View & { readonly stream: number }) | undefined;
  private width = 0;
  /** The row that has the focus; -1 before there is one. */
  private active = -1;
  /** The packet that was selected by going to one of its rows. */
  private chosen = 0;
  private window = this.newWindow();
  private readonly scrolled = new ListScroll(() => this.requestUpdate(), { head: 0, row: 20 });
  /** Steps of a search are taken one after the other, each from where the last one has led. */
  private lastFind: Promise<void> = Promise.resolve();
  private readonly finding = new Finding(this, ["text", "hex"], {
    find: (search, step) => {
      this.lastFind = this.lastFind.then(() => this.find(search as StreamSearch, step)).catch(() => {});
    },
    end: () => {
      this.search = undefined;
      this.scroller.focus();
    },
  });
  private readonly whileRead = new Paced(() => this.learn(), pace);
  private readonly sizes = new ResizeObserver(() => this.measure());

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    this.whileRead.stop();
    super.disconnectedCallback();
  }

  override firstUpdated(): void {
    this.scrolled.attach(this.scroller);
    this.sizes.observe(this.scroller);
  }

  override render() {
    const { scrolled, active } = this;
    const summary = this.isLate ? undefined : this.summary;
    const rows = summary?.rows ?? 0;
    const first = scrolled.firstVisible;
    const seen = Array.from({ length: summary ? Math.max(0, scrolled.lastVisible - first) : 0 }, (_, i) => first + i);
    return html`
      <div class="above">
        ${this.finding.bar(this.answer)}
        <p class="about" role="status">${this.about(summary)}</p>
      </div>
      <div
        class="scroller"
        role="listbox"
        aria-multiselectable="true"
        tabindex="0"
        aria-label=${say(words, "stream.label", { stream: this.stream })}
        aria-activedescendant=${scrolled.isVisible(active) ? `row-${active}` : nothing}
        @keydown=${this.onKey}
        @click=${this.onClick}
      >
        <div class="window">${seen.map((place) => this.row(place, rows))}</div>
        <div class="height"></div>
      </div>
    `;
  }

  private row(place: number, count: number) {
    const row = this.window.at(place);
    return streamRow(row, {
      place,
      count,
      above: place === this.scrolled.firstVisible ? undefined : this.window.at(place - 1)?.packets[0],
      isSelected: row?.packets.includes(this.selected) ?? false,
      isActive: place === this.active,
      searched: this.search?.kind === "text" ? this.search.text : "",
    });
  }

  beginFind(): void {
    void this.finding.begin();
  }

  findOn(step: Step): void {
    this.finding.goOn(step);
  }

  /** Goes to the next row in which what is searched for begins, and selects its packet; the focus stays. A new search includes this row. */
  private async find(search: StreamSearch, step: Step): Promise<void> {
    const { stream, view, active } = this;
    if (!view) return;
    const isNew = JSON.stringify(search) !== JSON.stringify(this.search);
    const answer = await engine.findInStream(stream, view, search, isNew ? active - step : active, step);
    if (view !== this.view) return;
    this.search = search;
    this.answer = answer;
    if ("found" in answer && answer.found !== undefined) this.stepTo(answer.found);
  }

  private about(summary: StreamSummary | undefined): string {
    if (!summary) return this.isLate ? words.messages["stream.waiting"] : "";
    const said = this.extent(summary);
    return this.awaitsMore(summary) ? say(words, "stream.soFar", { said }) : said;
  }

  /** Whether more may come; a stream that is cut shows no more, however much is read. */
  private awaitsMore(summary: StreamSummary | undefined): boolean {
    return this.version === 0 && !summary?.isCut;
  }

  private extent({ client, server, rows, isCut }: StreamSummary): string {
    const { direction } = this.look;
    if (isCut) return say(words, "stream.cut", { bytes: formatCount(client + server) });
    if (client + server === 0) return words.messages["stream.nothing"];
    if (rows === 0 && direction !== "both")
      return say(words, "stream.nothingOfOne", { from: words.messages[`ladder.${direction}`] });
    return say(words, "stream.extent", { client: formatCount(client), server: formatCount(server) });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("look");
    const isOther = before && (before.direction !== this.look.direction || before.format !== this.look.format);
    if (isOther || changed.has("stream") || changed.has("version")) void this.learn();
    else if (changed.has("selected")) void this.follow();
    if (changed.has("packets") && this.awaitsMore(this.summary)) this.whileRead.want();
  }

  override updated(): void {
    const { area, above } = this.scrolled.heights;
    this.renderRoot.querySelector<HTMLElement>(".height")!.style.height = `${area}px`;
    this.renderRoot.querySelector<HTMLElement>(".window")!.style.transform = `translateY(${-above}px)`;
    if (this.view) this.window.want(this.scrolled.firstVisible, this.scrolled.lastVisible, this.summary?.rows ?? 0);
  }

  /** Asks how much there is to show, once it is known how wide a row may be. */
  private async learn(): Promise<void> {
    const { stream } = this;
    if (stream < 0 || this.width === 0) return;
    const wanted = { stream, direction: this.look.direction, format: this.look.format, columns: this.columns() };
    const isOther = JSON.stringify(wanted) !== JSON.stringify(this.view);
    if (isOther) this.view = wanted;
    const { view } = this;
    const late = setTimeout(() => {
      this.isLate = isOther && view === this.view;
    }, patience);
    const summary = await engine.stream(stream, wanted).finally(() => clearTimeout(late));
    if (view !== this.view) return;
    this.isLate = false;
    if (isOther) this.window = this.newWindow();
    else this.window.forget();
    this.summary = summary;
    this.scrolled.holds(summary.rows);
    // if there are only more rows than before, the focus stays where it is
    if (!isOther && this.active >= 0) return;
    this.active = -1;
    this.chosen = 0;
    await this.follow();
  }

  /** Goes to the first row of the selected packet, unless that was selected by going to one of its rows. */
  private async follow(): Promise<void> {
    const { stream, view, selected } = this;
    if (stream < 0 || !view || selected === 0 || selected === this.chosen) return;
    const place = await engine.streamPlace(stream, view, selected);
    if (view !== this.view || selected !== this.selected) return;
    this.chosen = 0;
    this.active = place;
    if (place >= 0) this.scrolled.reveal(place);
    this.requestUpdate();
  }

  private newWindow(): RowWindow<StreamRow> {
    const { stream, view } = this;
    return new RowWindow(
      (first, count) => engine.streamRows(stream, view!, first, count),
      () => this.requestUpdate(),
    );
  }

  private columns(): number {
    const font = Number.parseFloat(getComputedStyle(this.scroller).fontSize);
    const letters = Math.floor(this.width / (font * letterWidth)) - gutter;
    if (this.look.format === "text") return Math.max(20, letters);
    return [16, 8].find((bytes) => hexFrame + bytes * lettersOfByte <= letters) ?? 4;
  }

  private measure(): void {
    this.scrolled.measure();
    const { clientWidth } = this.scroller;
    if (clientWidth === this.width) return;
    this.width = clientWidth;
    if (!this.view || this.view.columns !== this.columns()) void this.learn();
  }

  private readonly onClick = (event: MouseEvent): void => {
    // a person who marks text to copy it chooses nothing
    if (!window.getSelection()?.isCollapsed) return;
    const row = (event.composedPath() as Element[]).find((element) => element instanceof HTMLElement && element.dataset["place"]);
    if (row instanceof HTMLElement) this.stepTo(Number(row.dataset["place"]));
  };

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = steppedTo(event.key, this.active, this.scrolled.page, this.summary?.rows ?? 0);
    if (target === undefined) return;
    event.preventDefault();
    this.stepTo(target);
  }

  private stepTo(wanted: number): void {
    const count = this.summary?.rows ?? 0;
    if (count === 0) return;
    this.active = Math.min(count - 1, Math.max(0, wanted));
    this.scrolled.reveal(this.active);
    this.requestUpdate();
    void this.chooseAt(this.active);
  }

  /** Goes to a row, whose packet is selected everywhere. */
  private async chooseAt(place: number): Promise<void> {
    const { stream, view } = this;
    const row = this.window.at(place) ?? (view && (await engine.streamRows(stream, view, place, 1))[0]);
    if (!row || row.packets.length === 0 || place !== this.active) return;
    const { packets } = row;
    this.chosen = packets.includes(this.selected) ? this.selected : packets[0];
    if (this.chosen !== this.selected)
      this.dispatchEvent(new CustomEvent("packet-chosen", { detail: this.chosen, bubbles: true, composed: true }));
  }

  /** The rows of the selected packet as text. */
  async selectedText(): Promise<string> {
    const { stream, view, selected } = this;
    if (!view) return "";
    const place = await engine.streamPlace(stream, view, selected);
    if (place < 0) return "";
    const rows = await engine.streamRows(stream, view, place, mostCopied);
    const own = rows.findIndex(({ packets }) => !packets.includes(selected));
    return rows
      .slice(0, own < 0 ? rows.length : own)
      .map(rowText)
      .join("\n");
  }
}
