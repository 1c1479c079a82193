import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

import { say } from "../../text/words";
import { byteColours } from "../../view/onScreen/byteColours";
import type { NumberKind } from "../../view/onScreen/editorState";
import { type DiagramCell, headerDiagrams } from "../../view/onScreen/headerDiagram";
import { shownText } from "../../view/onScreen/shownText";
import type { TreeNode } from "../../view/tree";
import { menuContext } from "../contextMenu";
import type { Copyable } from "../copying";
import { words } from "../language";
import { styled } from "../styled";
import { onTabKey, tabStyles } from "../tabs";
import { byteColourStyles } from "./byteColourStyles";
import { cellSteps } from "./headerSteps";
import { headerStyles } from "./headerStyles";

/** The headers of the selected packet as the RFCs draw them, with the packet's values in them. */
@customElement("wirenote-header")
export class HeaderView extends LitElement implements Copyable {
  static override readonly styles = [tabStyles, byteColourStyles, headerStyles];

  @property({ attribute: false }) tree: readonly TreeNode[] = [];
  /** The colour of each of the packet's bytes, as a place in `byteColours`. */
  @property({ attribute: false }) colours = new Uint8Array();
  @property() selected = "";
  @property() pointed = "";
  @property() numbers: NumberKind = "relative";
  /** Whether something around it already says that these are headers. */
  @property({ type: Boolean }) isNamed = false;

  override render() {
    const diagrams = this.diagrams();
    const layer = this.selected.split("/")[0];
    const shown = diagrams.find(({ key }) => key === layer) ?? diagrams.find(({ key }) => key === "tcp") ?? diagrams.at(-1);
    if (!shown) return html`<p class="empty">${words.messages["editor.noHeader"]}</p>`;
    const active = shown.cells.findIndex((cell) => this.isChosen(cell) && !cell.continues);
    return html`
      <div class="head">
      ${this.isNamed ? nothing : html`<h2>${words.messages["editor.header"]}</h2>`}
      <div role="tablist" aria-label=${words.messages["editor.header"]} @keydown=${onTabKey}>
        ${diagrams.map(
          ({ key, label }) =>
            html`<button
              role="tab"
              aria-selected=${key === shown.key}
              tabindex=${key === shown.key ? 0 : -1}
              @click=${() => this.tell("field-selected", key)}
            >
              ${label}
            </button>`,
        )}
      </div>
      <small>${words.messages["editor.header.row"]}</small>
      </div>
      <div class="scroller" role="tabpanel" aria-label=${shown.label}>
        <div class="scale" aria-hidden="true">${[0, 8, 16, 24].map((bit) => html`<span ${styled({ "grid-column": `${bit + 1} / span 8` })}>${bit}</span>`)}</div>
        <div
          class="diagram"
          role="listbox"
          tabindex="0"
          aria-label=${say(words, "editor.diagram.label", { layer: shown.label })}
          aria-activedescendant=${active < 0 ? nothing : `cell-${active}`}
          data-vscode-context=${menuContext("field")}
          @keydown=${(event: KeyboardEvent) => this.onCellKey(event, shown.cells)}
          @pointerleave=${() => this.tell("field-pointed", "")}
        >
          ${shown.cells.map((cell, index) => this.cell(cell, index))}
        </div>
      </div>
    `;
  }

  private diagrams() {
    return headerDiagrams(this.tree, {
      short: ({ id }) => words.fields[id]?.short,
      text: (node) => shownText(node, this.numbers),
    });
  }

  private cell(cell: DiagramCell, index: number) {
    const { key = "", label, name, text, short, start, row, column, width, height, continues } = cell;
    const isChosen = this.isChosen(cell);
    const classes = {
      cell: true,
      unnamed: !key,
      [byteColours[this.colours[start ?? -1]] ?? ""]: start !== undefined,
      bit: width === 1,
      set: width === 1 && text === "1",
      chosen: isChosen,
      pointed: key !== "" && (key === this.pointed || (this.pointed.includes("/") && key.startsWith(`${this.pointed}/`))),
    };
    const place = styled({ "grid-column": `${column + 1} / span ${width}`, "grid-row": `${row + 1} / span ${height}` });
    if (!key) return html`<div class=${classMap(classes)} ${place}></div>`;
    // a field that goes on in the next row is only one field to a screen reader
    return html`<div
      class=${classMap(classes)}
      ${place}
      id=${`cell-${index}`}
      data-key=${key}
      role=${continues ? "presentation" : "option"}
      title=${`${name} ${text}`.trim()}
      aria-label=${continues ? nothing : `${name} ${text}`.trim()}
      aria-selected=${continues ? nothing : isChosen}
      @click=${() => this.tell("field-selected", key)}
      @contextmenu=${() => this.tell("field-selected", key)}
      @pointerenter=${() => this.tell("field-pointed", key)}
    >
      ${continues ? html`<span>…</span>` : html`<small>${label}</small><span>${short ?? valueThatFits(text, width)}</span>`}
    </div>`;
  }

  /** The text of the selected cells; of all cells if a whole header is selected. */
  selectedText(): string {
    const chosen = this.diagrams().flatMap(({ cells }) => cells.filter((cell) => this.isChosen(cell) && !cell.continues));
    const own = chosen.filter(({ key }) => key === this.selected);
    return (own.length > 0 ? own : chosen).map(({ name, text }) => `${name} ${text}`.trim()).join("\n");
  }

  /** Whether a cell is the selected field, is inside it, or contains it. */
  private isChosen({ key = "" }: DiagramCell): boolean {
    const { selected } = this;
    return (
      key !== "" &&
      (key === selected || selected.startsWith(`${key}/`) || (key.startsWith(`${selected}/`) && selected.includes("/")))
    );
  }

  private onCellKey(event: KeyboardEvent, all: readonly DiagramCell[]): void {
    const cells = all.filter(({ key, continues }) => key && !continues);
    const next = event.ctrlKey || event.metaKey || event.altKey ? undefined : cellSteps[event.key];
    if (!next) return;
    event.preventDefault();
    const at = cells.findIndex((cell) => this.isChosen(cell));
    const key = next(cells, at)?.key;
    if (key) this.tell("field-selected", key);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("selected")) this.renderRoot.querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
    // a packet within tunnels has more headers than there is room for tabs
    if (changed.has("selected") || changed.has("tree"))
      this.renderRoot.querySelector("[aria-selected=true][role=tab]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  private tell(name: "field-selected" | "field-pointed", key: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail: key }));
  }
}

/** The number alone if a named number does not fit: `Maximum Segment Size (2)` is `2` in an eighth of a row. */
function valueThatFits(text: string, bits: number): string {
  const number = bits < 16 && text.length > bits * charactersPerBit ? /\(([^()]+)\)$/.exec(text)?.[1] : undefined;
  return number ?? text;
}
const charactersPerBit = 1.6;
