import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type TroubleKind, troubleFilter } from "../../view/onScreen/troubleKinds";
import type { TroubleRow } from "../../view/troubleRow";
import type { Copyable } from "../copying";
import { engine } from "../host";
import { words } from "../language";
import { sentenceOf } from "../packet/sentence";
import { steppedTo } from "../rows/listSteps";
import { rowStyles } from "../rows/rowStyles";
import { scrollerStyles } from "../rows/scrollerStyles";
import { headCells, rowCells, rowText, troubleColumns } from "./troubleCells";
import { troubleListStyles } from "./troubleListStyles";
import { kindMeaning, kindName } from "./troubleWords";

/** What went wrong among the listed packets, by kind. Selecting a kind selects its first packet and explains it; its packets can be listed. */
@customElement("wirenote-trouble-list")
export class TroubleList extends LitElement implements Copyable {
  static override readonly styles = [scrollerStyles, rowStyles, troubleListStyles];

  /** The selected kind. */
  @property() kind: TroubleKind | undefined;
  /** A number that changes when other packets are listed or known. */
  @property({ type: Number }) version = 0;
  /** Whether it is visible: otherwise nothing need be counted. */
  @property({ type: Boolean }) isShown = false;
  @state() private rows: readonly TroubleRow[] | undefined;
  @query(".scroller") private readonly scroller!: HTMLElement;

  override focus(options?: FocusOptions): void {
    this.scroller.focus(options);
  }

  override render() {
    const { rows, place } = this;
    return html`
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${words.messages["troubleList.label"]}
        aria-rowcount=${(rows?.length ?? 0) + 1}
        aria-colcount=${troubleColumns.length}
        aria-activedescendant=${place < 0 ? nothing : `trouble-${place}`}
        @keydown=${this.onKey}
        @click=${this.onClick}
        @dblclick=${this.onDoubleClick}
      >
        <div class="head" role="row" aria-rowindex="1">${headCells()}</div>
        <div role="rowgroup">${rows?.map((row, i) => this.row(row, i))}</div>
        ${rows?.length === 0 ? html`<p class="empty" role="status">${words.messages["troubleList.nothing"]}</p>` : nothing}
      </div>
      ${rows?.length ? this.meaning() : nothing}
    `;
  }

  private row(row: TroubleRow, place: number) {
    return html`<div
      class="row"
      role="row"
      id=${`trouble-${place}`}
      data-place=${place}
      aria-rowindex=${place + 2}
      aria-selected=${row.kind === this.kind}
    >
      ${rowCells(row)}
    </div>`;
  }

  private meaning() {
    const { selected } = this;
    const said = selected
      ? html`<b class="name">${kindName(selected.kind)}</b> ${sentenceOf(kindMeaning(selected.kind))} <code>${troubleFilter(selected.kind)}</code>`
      : words.messages["troubleList.choose"];
    return html`<p class="meaning" role="status">${said}</p>`;
  }

  override willUpdate(changed: PropertyValues): void {
    if (this.isShown && (changed.has("version") || changed.has("isShown"))) void this.learn();
  }

  private async learn(): Promise<void> {
    const { version } = this;
    const rows = await engine.troubleRows();
    if (version === this.version) this.rows = rows;
  }

  /** The place of the selected kind; -1 if it is not listed. */
  private get place(): number {
    return this.rows?.findIndex(({ kind }) => kind === this.kind) ?? -1;
  }

  private get selected(): TroubleRow | undefined {
    return this.rows?.[this.place];
  }

  private readonly onClick = (event: MouseEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>(".row");
    if (row) this.stepTo(Number(row.dataset["place"]));
    const button = buttonAt(event);
    if (button) this.tell("packets-wanted", button.dataset["filter"]);
  };

  private readonly onDoubleClick = (event: MouseEvent): void => {
    if (!buttonAt(event)) this.list();
  };

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const count = this.rows?.length ?? 0;
    const target = steppedTo(event.key, this.place, count, count);
    if (target === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (target === undefined) this.list();
    else this.stepTo(target);
  }

  /** Goes to a kind, whose first packet is selected everywhere. */
  private stepTo(wanted: number): void {
    const { rows = [] } = this;
    if (rows.length === 0) return;
    const place = Math.min(rows.length - 1, Math.max(0, wanted));
    const { kind, first } = rows[place];
    this.renderRoot.querySelector(`#trouble-${place}`)?.scrollIntoView({ block: "nearest" });
    this.tell("kind-chosen", kind);
    this.tell("packet-selected", first);
  }

  private list(): void {
    const { selected } = this;
    if (selected) this.tell("packets-wanted", troubleFilter(selected.kind));
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  selectedText(): string {
    const { selected } = this;
    return selected ? rowText(selected) : "";
  }
}

/** The button that lists packets, if it was clicked. */
const buttonAt = ({ target }: Event) => (target as Element).closest<HTMLElement>(".row button");
