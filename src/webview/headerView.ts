import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

import { say } from "../text/words";
import type { NumberKind } from "../view/onScreen/editorState";
import { type DiagramCell, headerDiagrams } from "../view/onScreen/headerDiagram";
import { shownText } from "../view/onScreen/shownText";
import type { TreeNode } from "../view/tree";
import { menuContext } from "./contextMenu";
import { words } from "./language";
import { styled } from "./styled";

/** The headers of the selected packet as the RFCs draw them, with the packet's values in them. */
@customElement("wirenote-header")
export class HeaderView extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      min-height: 0;
    }
    .head {
      display: flex;
      align-items: center;
      gap: 14px;
      height: 28px;
      padding: 0 12px;
      font-size: 11px;
    }
    h2 {
      margin: 0;
      font: inherit;
      font-weight: 600;
      text-transform: uppercase;
      color: var(--vscode-panelTitle-activeForeground, var(--vscode-foreground));
    }
    .head small {
      margin-left: auto;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: inherit;
      color: var(--vscode-descriptionForeground);
    }
    [role="tablist"] {
      display: flex;
      gap: 12px;
      min-width: 8ch;
      height: 100%;
      overflow-x: auto;
      scrollbar-width: none;
    }
    [role="tab"] {
      padding: 0 0 1px;
      font: inherit;
      white-space: nowrap;
      color: var(--vscode-panelTitle-inactiveForeground, var(--vscode-descriptionForeground));
      background: none;
      border: none;
      border-bottom: 1px solid transparent;
      cursor: pointer;
    }
    [role="tab"][aria-selected="true"] {
      color: var(--vscode-panelTitle-activeForeground, var(--vscode-foreground));
      border-bottom-color: var(--vscode-panelTitle-activeBorder, currentcolor);
    }
    :focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
      outline-offset: -1px;
    }
    .scroller {
      overflow: auto;
      padding: 2px 12px 8px;
    }
    .diagram,
    .scale {
      display: grid;
      grid-template-columns: repeat(32, minmax(11px, 1fr));
      grid-auto-rows: minmax(34px, auto);
      gap: 2px 1px;
    }
    .scale {
      grid-auto-rows: auto;
      font-size: 11px;
      color: var(--vscode-descriptionForeground);
    }
    .cell {
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      min-width: 0;
      padding: 2px 1px;
      overflow: hidden;
      font: inherit;
      color: var(--vscode-foreground);
      background: var(--vscode-editorWidget-background);
      border: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, transparent));
      cursor: pointer;
    }
    .diagram:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
      outline-offset: 2px;
    }
    .cell {
      box-sizing: border-box;
    }
    .cell.unnamed {
      background: none;
      cursor: default;
    }
    .cell small {
      max-width: 100%;
      overflow: hidden;
      font-size: 11px;
      line-height: 13px;
      text-align: center;
      overflow-wrap: anywhere;
      hyphens: auto;
      color: var(--vscode-descriptionForeground);
    }
    .cell span {
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .bit {
      justify-content: flex-end;
      gap: 3px;
      min-height: 50px;
      padding: 2px 0;
    }
    .bit small {
      flex: none;
      overflow: visible;
      text-overflow: clip;
      font-family: var(--vscode-editor-font-family);
      font-size: 10px;
      line-height: 11px;
      writing-mode: vertical-lr;
      text-orientation: upright;
      letter-spacing: -2px;
    }
    .bit.set span {
      font-weight: 700;
    }
    .bit.set small {
      color: inherit;
    }
    .cell.pointed {
      background: var(--vscode-editor-findMatchHighlightBackground);
      outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
      outline-offset: -3px;
    }
    .cell.chosen {
      color: var(--vscode-editor-foreground);
      background: var(--vscode-editor-findMatchBackground);
      border-color: var(--vscode-contrastActiveBorder, var(--vscode-focusBorder));
    }
    .cell.chosen small {
      color: inherit;
    }
    .empty {
      padding: 0 12px;
      color: var(--vscode-descriptionForeground);
    }
  `;

  @property({ attribute: false }) tree: readonly TreeNode[] = [];
  @property() selected = "";
  @property() pointed = "";
  @property() numbers: NumberKind = "relative";

  override render() {
    const diagrams = headerDiagrams(this.tree, {
      short: ({ id }) => words.fields[id]?.short,
      text: (node) => shownText(node, this.numbers),
    });
    const layer = this.selected.split("/")[0];
    const shown = diagrams.find(({ key }) => key === layer) ?? diagrams.find(({ key }) => key === "tcp") ?? diagrams.at(-1);
    if (!shown) return html`<p class="empty">${words.messages["editor.noHeader"]}</p>`;
    const active = shown.cells.findIndex((cell) => this.isChosen(cell) && !cell.continues);
    return html`
      <div class="head">
      <h2>${words.messages["editor.header"]}</h2>
      <div role="tablist" aria-label=${words.messages["editor.header"]} @keydown=${this.onKey}>
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

  private cell(cell: DiagramCell, index: number) {
    const { key = "", label, name, text, row, column, width, height, continues } = cell;
    const isChosen = this.isChosen(cell);
    const classes = {
      cell: true,
      unnamed: !key,
      bit: width === 1,
      set: width === 1 && text === "1",
      chosen: isChosen,
      pointed: key !== "" && (key === this.pointed || (this.pointed.includes("/") && key.startsWith(`${this.pointed}/`))),
    };
    const place = styled({ "grid-column": `${column + 1} / span ${width}`, "grid-row": `${row + 1} / span ${height}` });
    if (!key) return html`<div class=${classMap(classes)} ${place}></div>`;
    // a part of a field that runs over the end of a row is no second one to a screen reader
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
      ${continues ? html`<span>…</span>` : html`<small>${label}</small><span>${valueThatFits(text, width)}</span>`}
    </div>`;
  }

  /** It is the selected field, lies in it or has it as a part. */
  private isChosen({ key = "" }: DiagramCell): boolean {
    const { selected } = this;
    return (
      key !== "" &&
      (key === selected || selected.startsWith(`${key}/`) || (key.startsWith(`${selected}/`) && selected.includes("/")))
    );
  }

  /** Right and left go on in the header's order, up and down to the cell above or below. */
  private onCellKey(event: KeyboardEvent, all: readonly DiagramCell[]): void {
    const cells = all.filter(({ key, continues }) => key && !continues);
    const at = cells.findIndex((cell) => this.isChosen(cell));
    const beside = (step: 1 | -1) => {
      const here = cells[at];
      const rows = cells.filter(({ row }) => step * (row - (here?.row ?? -1)) > 0);
      const next = step > 0 ? rows[0]?.row : rows.at(-1)?.row;
      const inRow = rows.filter(({ row }) => row === next);
      return inRow.findLast(({ column }) => column <= (here?.column ?? 0)) ?? inRow[0];
    };
    const targets: Readonly<Record<string, () => DiagramCell | undefined>> = {
      ArrowRight: () => cells[at + 1],
      ArrowLeft: () => cells[Math.max(0, at - 1)],
      ArrowDown: () => beside(1),
      ArrowUp: () => beside(-1),
      Home: () => cells[0],
      End: () => cells.at(-1),
    };
    const target = event.ctrlKey || event.metaKey || event.altKey ? undefined : targets[event.key];
    if (!target) return;
    event.preventDefault();
    const key = target()?.key;
    if (key) this.tell("field-selected", key);
  }

  private onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>("[role=tab]")];
    if (!step || tabs.length === 0) return;
    event.preventDefault();
    const at = tabs.indexOf(event.target as HTMLElement);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("selected")) this.renderRoot.querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
  }

  private tell(name: "field-selected" | "field-pointed", key: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail: key }));
  }
}

/** Of a named number that does not fit, the number: `Maximum Segment Size (2)` is `2` in an eighth of a row. */
function valueThatFits(text: string, bits: number): string {
  const number = bits < 16 && text.length > bits * charactersPerBit ? /\(([^()]+)\)$/.exec(text)?.[1] : undefined;
  return number ?? text;
}
const charactersPerBit = 1.6;
