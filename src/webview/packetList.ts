import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { flagNames } from "../protocols/tcp";
import { formatElapsed } from "../text/moment";
import type { NumberKind } from "../view/onScreen/editorState";
import { plainLook } from "../view/onScreen/rowLook";
import type { PacketRow } from "../view/packetRow";
import { engine } from "./host";
import { words } from "./language";
import { meaningOf } from "./meaning";
import type { Choice } from "./selection";

const rowHeight = 22;
/** Rows asked for beyond the visible ones, so that slow scrolling shows no gaps. */
const margin = 40;

/** In characters: room for the column's title, and no more than most IPv6 addresses need. */
const leastAddress = 11;
const mostAddress = 26;

const columns = [
  { id: "number", text: (row: PacketRow) => String(row.number) },
  { id: "time", text: (row: PacketRow) => (row.time ? formatElapsed(row.time) : "") },
  { id: "source", text: (row: PacketRow) => row.source },
  { id: "destination", text: (row: PacketRow) => row.destination },
  { id: "protocol", text: (row: PacketRow) => row.protocol },
  { id: "length", text: (row: PacketRow) => String(row.length) },
  { id: "info", text: (row: PacketRow) => row.info },
] as const;

/** The packet list: only the rows on screen exist, and only they are asked for. */
@customElement("wirenote-packet-list")
export class PacketList extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      min-height: 0;
      overflow: hidden;
      font-family: var(--vscode-editor-font-family);
      font-size: calc(var(--vscode-editor-font-size) * 0.86);
    }
    .row {
      display: grid;
      grid-template-columns: 5ch 10ch var(--address-width, 11ch) var(--address-width, 11ch) 8ch 6ch minmax(24ch, 1fr);
      gap: 0 8px;
      align-items: center;
      height: 22px;
      padding: 0 12px 0 9px;
      border-left: 3px solid transparent;
      white-space: nowrap;
    }
    .row > * {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .head {
      color: var(--vscode-descriptionForeground);
      border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    }
    .number,
    .time,
    .length {
      text-align: right;
    }
    .scroller {
      overflow: auto;
      outline-offset: -1px;
    }
    .scroller:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
    }
    .window {
      position: sticky;
      top: 0;
      height: 0;
    }
    .body .row {
      cursor: pointer;
    }
    .body .row:hover {
      background: var(--vscode-list-hoverBackground);
    }
    .body .row.same-connection {
      border-left-color: var(--vscode-charts-blue);
    }
    .body .row[aria-selected="true"] {
      color: var(--vscode-list-inactiveSelectionForeground, inherit);
      background: var(--vscode-list-inactiveSelectionBackground);
      outline: 1px dotted var(--vscode-contrastActiveBorder, transparent);
      outline-offset: -1px;
    }
    .scroller:focus .row[aria-selected="true"] {
      color: var(--vscode-list-activeSelectionForeground);
      background: var(--vscode-list-activeSelectionBackground);
    }
    .opening .badge {
      color: var(--vscode-charts-blue);
    }
    .closing .badge {
      color: var(--vscode-charts-purple);
    }
    .reset .badge {
      color: var(--vscode-charts-red);
    }
    .badge {
      padding: 0 4px;
      border: 1px solid currentcolor;
      border-radius: 3px;
      font-size: 0.9em;
      line-height: 1.3;
    }
    .row[aria-selected="true"] .badge {
      color: inherit;
    }
  `;

  @property({ type: Number }) count = 0;
  /** The filter whose packets are listed; all of them where it is empty. */
  @property() filter = "";
  /** Sequence numbers as they are on the wire, or counted from the connection's first. */
  @property() numbers: NumberKind = "relative";
  /** Number of the selected packet, from 1. */
  @property({ type: Number }) selected = 0;
  /** The selected packet's connection: its rows are marked. */
  @property({ type: Number }) stream = -1;
  @state() private rows: readonly PacketRow[] = [];
  @state() private top = 0;
  private firstLoaded = 0;
  /** Of the row that was selected here last: by then it may be out of sight. */
  private lastIndex = -1;
  /** The row that was chosen and is not here yet. */
  private waitingFor: number | undefined;
  private addressWidth = leastAddress;

  override render() {
    return html`
      <div class="row head" aria-hidden="true">${columns.map(({ id }) => html`<span class=${id}>${words.messages[`editor.columns.${id}`]}</span>`)}</div>
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${words.messages["editor.list.label"]}
        aria-rowcount=${this.count}
        aria-colcount=${columns.length}
        aria-activedescendant=${this.selected > 0 ? `packet-${this.selected}` : ""}
        @scroll=${this.onScroll}
        @keydown=${this.onKey}
      >
        <div class="body window">${this.visibleRows().map((row) => this.renderRow(row, this.firstLoaded + this.rows.indexOf(row)))}</div>
        <div class="height"></div>
      </div>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    this.renderRoot.querySelector<HTMLElement>(".height")!.style.height = `${this.count * rowHeight}px`;
    this.renderRoot.querySelector<HTMLElement>(".window")!.style.transform = `translateY(${-(this.top % rowHeight)}px)`;
    const isOther = changed.has("filter") || changed.has("numbers");
    if (isOther) this.rows = [];
    if (changed.has("count") || isOther) void this.load();
    if (changed.has("selected")) {
      this.waitingFor = undefined;
      this.reveal(this.indexOfSelected);
    }
  }

  private renderRow(row: PacketRow, index: number) {
    const classes = {
      row: true,
      "same-connection": row.stream !== undefined && row.stream === this.stream,
      [meaningOf(row.flags)]: true,
    };
    return html`<div
      class=${classMap(classes)}
      role="row"
      id=${`packet-${row.number}`}
      aria-rowindex=${index + 1}
      aria-selected=${row.number === this.selected}
      @click=${() => this.selectAt(index)}
    >
      ${columns.map(({ id, text }) => html`<span class=${id} role="gridcell" title=${text(row)}>${id === "info" ? infoCell(row) : text(row)}</span>`)}
    </div>`;
  }

  private get firstVisible(): number {
    return Math.floor(this.top / rowHeight);
  }

  private get visibleCount(): number {
    return Math.ceil((this.renderRoot.querySelector(".scroller")?.clientHeight ?? 0) / rowHeight) + 1;
  }

  private visibleRows(): readonly PacketRow[] {
    const from = this.firstVisible - this.firstLoaded;
    return this.rows.slice(Math.max(0, from), Math.max(0, from + this.visibleCount));
  }

  private onScroll(event: Event): void {
    this.top = (event.currentTarget as HTMLElement).scrollTop;
    void this.load();
  }

  /** Asks for the rows around the visible ones, unless they are here. */
  private async load(): Promise<void> {
    const from = this.firstVisible;
    const to = Math.min(this.count, from + this.visibleCount);
    if (from >= this.firstLoaded && to <= this.firstLoaded + this.rows.length) return;
    const first = Math.max(0, from - margin);
    const { filter, numbers } = this;
    const rows = await this.ask(first, to - first + margin);
    if (filter !== this.filter || numbers !== this.numbers) return;
    if (from !== this.firstVisible && (this.firstVisible < first || this.firstVisible >= first + rows.length)) return this.load();
    this.firstLoaded = first;
    this.rows = rows;
    this.fitAddresses();
  }

  /** Address columns are as wide as the longest address seen, so that Info gets the rest. */
  private fitAddresses(): void {
    const longest = Math.max(...this.rows.map(({ source, destination }) => Math.max(source.length, destination.length)));
    this.addressWidth = Math.min(mostAddress, Math.max(this.addressWidth, longest));
    this.style.setProperty("--address-width", `${this.addressWidth}ch`);
  }

  private ask(first: number, count: number): Promise<readonly PacketRow[]> {
    return this.filter
      ? engine.listedRows(first, count, { ...plainLook, numbers: this.numbers })
      : engine.rows(first, count, { ...plainLook, numbers: this.numbers });
  }

  /** Where the selected packet stands in the list; -1 where that is not known. */
  private get indexOfSelected(): number {
    if (!this.filter) return this.selected - 1;
    const at = this.rows.findIndex(({ number }) => number === this.selected);
    return at < 0 ? this.lastIndex : this.firstLoaded + at;
  }

  private onKey(event: KeyboardEvent): void {
    const page = Math.max(1, this.visibleCount - 2);
    const at = this.waitingFor ?? this.indexOfSelected;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: this.count - 1,
    };
    const target = steps[event.key];
    if (target === undefined || this.count === 0) return;
    event.preventDefault();
    this.selectAt(Math.min(this.count - 1, Math.max(0, target)));
  }

  /** Tells at once that something was chosen: its row may come later than what is chosen next. */
  private selectAt(index: number): void {
    this.lastIndex = index;
    const row: Choice = this.rows[index - this.firstLoaded] ?? this.rowAt(index);
    this.dispatchEvent(new CustomEvent("packet-selected", { detail: row }));
  }

  private async rowAt(index: number): Promise<PacketRow | undefined> {
    this.waitingFor = index;
    const [row] = await this.ask(index, 1);
    if (this.waitingFor === index) this.waitingFor = undefined;
    return row;
  }

  /** Scrolls only as far as is needed to see a row. */
  private reveal(index: number): void {
    const scroller = this.renderRoot.querySelector<HTMLElement>(".scroller");
    if (!scroller || index < 0) return;
    const top = index * rowHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + rowHeight > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = top + rowHeight - scroller.clientHeight;
  }
}

/** Flags as a badge, so that SYN, FIN and RST are found at a glance; the words around them are Wireshark's. */
function infoCell(row: PacketRow) {
  const badge = `[${flagNames(row.flags ?? 0).join(", ")}]`;
  const at = row.flags ? row.info.indexOf(badge) : -1;
  if (at < 0) return row.info;
  return html`${row.info.slice(0, at)}<span class="badge">${badge.slice(1, -1)}</span>${row.info.slice(at + badge.length)}`;
}
