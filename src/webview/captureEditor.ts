import "@vscode-elements/elements/dist/vscode-icon/index.js";
import "@vscode-elements/elements/dist/vscode-progress-bar/index.js";
import "@vscode-elements/elements/dist/vscode-toolbar-button/index.js";
import "./bytesView";
import "./detailTree";
import "./filterBox";
import "./headerView";
import "./flow/flowPane";
import "./packetList";
import "./split";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { CaptureSummary, PacketDetail } from "../engine/contract";
import { say } from "../text/words";
import type { EditorState, PaneName, PartName } from "../view/onScreen/editorState";
import { numberKinds, paneNames } from "../view/onScreen/editorState";
import { keysAround, nodeOf } from "../view/onScreen/treeRows";
import { onCommands } from "./commands";
import { editorStyles } from "./editorStyles";
import { engine, keepState, keptState, onProgress } from "./host";
import { words } from "./language";
import { type Choice, Selection } from "./selection";

/** The editor: packets and their connection's flow above, the selected packet's detail, bytes and headers below. */
@customElement("wirenote-editor")
export class CaptureEditor extends LitElement {
  static override readonly styles = editorStyles;

  @state() private summary: CaptureSummary | undefined;
  @state() private pointed = "";
  @state() private view: EditorState = keptState();
  /** How many packets the filter shows; missing where there is none. */
  @state() private shown: number | undefined;
  @state() private isNarrow = false;
  private restoring = this.view.packet > 0;
  private stopCommands: (() => void) | undefined;
  private readonly selection = new Selection(this, engine, {
    row: ({ number }) => this.remember({ packet: number }),
    detail: (detail) => this.keepField(detail),
  });
  private readonly sizes = new ResizeObserver(([entry]) => {
    this.isNarrow = entry.contentRect.width < narrowest;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
    this.stopCommands = onCommands({
      toggleFlow: () => this.toggle("flow"),
      toggleDetail: () => this.toggle("detail"),
      toggleBytes: () => this.toggle("bytes"),
      toggleHeader: () => this.toggle("header"),
      switchNumbers: () => this.remember({ numbers: this.view.numbers === "raw" ? "relative" : "raw" }),
      goToPacket: (number) => this.selection.choose(number),
    });
    onProgress((summary) => this.take(summary));
    void engine.summary().then((summary) => this.take(summary));
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    this.stopCommands?.();
    super.disconnectedCallback();
  }

  override render() {
    const { summary } = this;
    return html`
      <div role="status">
        ${summary && !summary.complete ? html`<vscode-progress-bar></vscode-progress-bar>` : nothing}
        ${summary?.problem ? html`<p class="notice"><vscode-icon name="warning" aria-hidden="true"></vscode-icon> ${summary.problem}</p>` : nothing}
      </div>
      ${this.renderToolbar()}
      <main>${this.isNarrow ? this.renderNarrow() : this.renderWide()}</main>
      <div class="unseen" role="status">${this.selection.row ? say(words, "editor.selectedPacket", this.selection.row) : ""}</div>
    `;
  }

  private renderToolbar() {
    return html`<div class="toolbar" role="toolbar" aria-label=${words.messages["editor.panes"]}>
      <wirenote-filter-box
        .expression=${this.view.filter}
        .isReady=${this.summary?.complete ?? false}
        .packets=${this.summary?.packets ?? 0}
        @filtered=${({ detail }: CustomEvent<{ expression: string; shown: number | undefined }>) => {
          this.shown = detail.shown;
          this.remember({ filter: detail.expression });
        }}
      ></wirenote-filter-box>
      <div class="choice" role="group" aria-label=${words.messages["editor.numbers"]} title=${words.messages["editor.numbers"]}>
        ${numberKinds.map(
          (kind) =>
            html`<button aria-pressed=${kind === this.view.numbers} @click=${() => this.remember({ numbers: kind })}>
              ${words.messages[`editor.numbers.${kind}`]}
            </button>`,
        )}
      </div>
      ${this.isNarrow ? nothing : html`<div class="views">${paneNames.map((name) => this.renderSwitch(name))}</div>`}
    </div>`;
  }

  private renderSwitch(name: PaneName) {
    const isShown = this.shows(name);
    return html`<vscode-toolbar-button
      icon=${icons[name]}
      label=${say(words, isShown ? "editor.hide" : "editor.show", { pane: words.messages[`editor.${name}`] })}
      title=${say(words, isShown ? "editor.hide" : "editor.show", { pane: words.messages[`editor.${name}`] })}
      toggleable
      .checked=${isShown}
      @click=${() => this.toggle(name)}
    ></vscode-toolbar-button>`;
  }

  private renderWide() {
    const [flow, detail, bytes, header] = paneNames.map((name) => this.shows(name));
    const isBelow = detail || bytes || header;
    return this.split("rows", "rows", {
      first: this.split("columns", "columns", { first: this.renderPackets(), second: flow && this.pane("flow", true) }),
      second:
        isBelow &&
        this.split(
          "columns",
          "columns",
          {
            first:
              (detail || bytes) &&
              this.split("detail", "columns", {
                first: detail && this.pane("detail"),
                second: bytes && this.pane("bytes", detail),
              }),
            second: header && this.pane("header", detail || bytes),
          },
          "below",
        ),
    });
  }

  /** The list above, and one pane at a time below it. */
  private renderNarrow() {
    const { tab } = this.view;
    const below = html`<section class="below" aria-label=${words.messages[`editor.${tab}`]}>
      <div class="tabs" role="tablist" aria-label=${words.messages["editor.panes"]} @keydown=${this.onTabKey}>
        ${paneNames.map(
          (name) =>
            html`<button role="tab" id=${`tab-${name}`} aria-selected=${name === tab} tabindex=${name === tab ? 0 : -1} @click=${() => this.remember({ tab: name })}>
              ${words.messages[`editor.${name}`]}
            </button>`,
        )}
      </div>
      ${this.renderPane(tab)}
    </section>`;
    return this.split("narrow", "rows", { first: this.renderPackets(), second: below });
  }

  private split(
    name: PartName,
    kind: "columns" | "rows",
    { first, second }: { first: TemplateResult | false; second: TemplateResult | false },
    className = "",
  ) {
    return html`<wirenote-split
      class=${className}
      kind=${kind}
      .share=${this.view.parted[name]}
      .lacksFirst=${!first}
      .lacksSecond=${!second}
      name=${words.messages[`editor.part.${name}`]}
      @parted=${(event: CustomEvent<number>) => {
        event.stopPropagation();
        this.remember({ parted: { ...this.view.parted, [name]: event.detail } });
      }}
    >
      ${first ? html`<div slot="first" class="slot">${first}</div>` : nothing}${second ? html`<div slot="second" class="slot">${second}</div>` : nothing}
    </wirenote-split>`;
  }

  private renderPackets() {
    const isEmpty = this.summary?.complete && this.summary.packets === 0;
    return html`<section aria-label=${words.messages["editor.packets"]}>
      <div class="title"><h2>${words.messages["editor.packets"]}</h2><small>${this.countText()}</small></div>
      ${
        isEmpty
          ? html`<p class="empty">${words.messages["editor.empty"]}</p>`
          : html`<wirenote-packet-list
              .count=${this.shown ?? this.summary?.packets ?? 0}
              .filter=${this.shown === undefined ? "" : this.view.filter}
              .numbers=${this.view.numbers}
              .selected=${this.selection.number}
              .stream=${this.selection.row?.stream ?? -1}
              @packet-selected=${this.onChoice}
            ></wirenote-packet-list>`
      }
    </section>`;
  }

  private pane(name: PaneName, isBeside: boolean | undefined = false) {
    return html`<section class=${isBeside ? "beside" : ""} aria-label=${words.messages[`editor.${name}`]}>
      <div class="title"><h2>${words.messages[`editor.${name}`]}</h2><small>${name === "header" ? words.messages["editor.header.row"] : ""}</small></div>
      ${this.renderPane(name)}
    </section>`;
  }

  private renderPane(name: PaneName) {
    if (name === "flow") return this.renderFlow();
    const { pointed, view } = this;
    const { detail, row: selected } = this.selection;
    if (!detail || !selected) return html`<p class="empty">${words.messages["editor.noPacket"]}</p>`;
    const choose = (event: CustomEvent<string>) => this.selectField(event.detail);
    const point = (event: CustomEvent<string>) => {
      this.pointed = event.detail;
    };
    switch (name) {
      case "detail":
        return html`<wirenote-detail-tree
          .tree=${detail.tree} .number=${selected.number} .selected=${view.field} .pointed=${pointed} .open=${view.open}
          @field-selected=${choose} @field-pointed=${point}
          @opened=${(event: CustomEvent<readonly string[]>) => this.remember({ open: event.detail })}
        ></wirenote-detail-tree>`;
      case "bytes":
        return html`<wirenote-bytes
          .tree=${detail.tree} .bytes=${detail.bytes} .number=${selected.number} .selected=${view.field} .pointed=${pointed}
          @field-selected=${choose} @field-pointed=${point}
        ></wirenote-bytes>`;
      case "header":
        return html`<wirenote-header
          .tree=${detail.tree} .selected=${view.field} .pointed=${pointed}
          @field-selected=${choose} @field-pointed=${point}
        ></wirenote-header>`;
    }
  }

  private renderFlow() {
    const { row, number } = this.selection;
    if (!row) return nothing;
    if (row.stream === undefined) return html`<p class="empty">${words.messages["editor.noConnection"]}</p>`;
    return html`<wirenote-flow
      .stream=${row.stream}
      .selected=${number}
      .version=${this.summary?.complete ? 1 : 0}
      @packet-chosen=${this.onChoice}
    ></wirenote-flow>`;
  }

  private countText(): string {
    const { summary } = this;
    if (!summary) return "";
    if (!summary.complete) return say(words, "editor.loading", { percent: Math.floor(summary.read * 100) });
    return say(words, "editor.count", { packets: summary.packets });
  }

  private shows(name: PaneName): boolean {
    return !this.view.hidden.includes(name);
  }

  /** In a narrow editor, where one is seen at a time, it is brought to the front. */
  private toggle(name: PaneName): void {
    const { hidden } = this.view;
    if (this.isNarrow) this.remember({ tab: name });
    else this.remember({ hidden: this.shows(name) ? [...hidden, name] : hidden.filter((each) => each !== name) });
  }

  private onTabKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const tab = paneNames[(paneNames.indexOf(this.view.tab) + step + paneNames.length) % paneNames.length];
    this.remember({ tab });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.focus());
  }

  private remember(change: Partial<EditorState>): void {
    this.view = { ...this.view, ...change };
    keepState(this.view);
  }

  private take(summary: CaptureSummary): void {
    this.summary = summary;
    if (this.restoring && (summary.complete || summary.packets >= this.view.packet)) {
      this.restoring = false;
      this.selection.choose(Math.min(this.view.packet, summary.packets));
    } else if (!this.restoring && this.selection.number === 0 && summary.packets > 0) this.selection.choose(1);
  }

  private readonly onChoice = (event: CustomEvent<Choice>): void => {
    this.pointed = "";
    this.selection.choose(event.detail);
  };

  private selectField(key: string): void {
    const open = [...new Set([...this.view.open, ...keysAround(key)])];
    this.remember({ field: key, open });
  }

  /** The same field of another packet, as far as it has one. */
  private keepField({ tree }: PacketDetail): void {
    if (nodeOf(tree, this.view.field)) return;
    const layers = tree.map(({ id }) => id);
    this.remember({ field: layers.includes("tcp") ? "tcp" : (layers.at(-1) ?? "") });
  }
}

/** In a narrower editor the panes become tabs. */
const narrowest = 760;
const icons: Readonly<Record<PaneName, string>> = {
  flow: "git-compare",
  detail: "list-tree",
  bytes: "file-binary",
  header: "table",
};
