import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { say } from "../text/words";
import { bitSpan, partOfByte } from "../view/onScreen/bitSpan";
import { bitsText, fieldAtDigit, type HexCell, hexRows } from "../view/onScreen/hexRows";
import { nodeOf } from "../view/onScreen/treeRows";
import type { TreeNode } from "../view/tree";
import { words } from "./language";
import { styled } from "./styled";

/** In characters: offset, digits and ASCII of sixteen bytes, with the gaps between. */
const widthOfSixteen = 76;

/** The selected packet's bytes, in hex and in ASCII; those of the selected and the pointed field are lit, down to bits. */
@customElement("wirenote-bytes")
export class BytesView extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      grid-template-rows: minmax(0, 1fr) auto;
      min-height: 0;
      font-family: var(--vscode-editor-font-family);
      font-size: calc(var(--vscode-editor-font-size) * 0.9);
    }
    .rows {
      overflow: auto;
      padding: 4px 12px;
      line-height: 20px;
      outline-offset: -1px;
    }
    .rows:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
    }
    .line {
      white-space: pre;
    }
    .offset,
    .dim {
      color: var(--vscode-descriptionForeground);
    }
    .offset {
      margin-right: 2ch;
    }
    .ascii {
      margin-left: 1ch;
    }
    .byte {
      display: inline-block;
      padding: 0 0.5ch;
      cursor: pointer;
    }
    .ascii .byte {
      padding: 0;
    }
    .lit {
      --light: var(--vscode-editor-findMatchHighlightBackground);
      background: linear-gradient(90deg, transparent var(--from), var(--light) var(--from), var(--light) var(--to), transparent var(--to));
      outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
      outline-offset: -2px;
    }
    .lit.chosen {
      --light: var(--vscode-editor-findMatchBackground);
      color: var(--vscode-editor-foreground);
      outline-style: solid;
    }
    .bits {
      padding: 4px 12px;
      color: var(--vscode-descriptionForeground);
      border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    }
    .bits strong {
      color: var(--vscode-foreground);
      text-decoration: underline;
    }
  `;

  @property({ attribute: false }) tree: readonly TreeNode[] = [];
  @property({ attribute: false }) bytes = new Uint8Array();
  /** Which bytes these are: missing for the packet's own. */
  @property({ type: Number }) source: number | undefined;
  @property({ type: Number }) number = 0;
  @property() selected = "";
  @property() pointed = "";
  @state() private perRow = 8;
  private readonly sizes = new ResizeObserver(() => this.fit());

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  override render() {
    const chosen = this.nodeHere(this.selected);
    const bits = chosen && bitsText(this.bytes, chosen);
    return html`
      <div
        class="rows"
        role="group"
        tabindex="0"
        aria-label=${say(words, "editor.bytes.label", { number: this.number })}
        @pointerleave=${() => this.tell("field-pointed", "")}
      >
        ${hexRows(this.bytes, this.perRow).map(
          ({ offset, cells }) =>
            html`<div class="line"><span class="offset">${offset}</span>${cells.map((cell) => this.byte(cell, cell.hex))}${this.gap(cells.length)}<span class="ascii">${cells.map((cell) => this.byte(cell, cell.ascii))}</span></div>`,
        )}
      </div>
      ${bits ? html`<div class="bits">${bits.before}<strong>${bits.own}</strong>${bits.after}</div>` : nothing}
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("selected") || changed.has("tree"))
      this.renderRoot.querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
  }

  private byte({ index }: HexCell, text: string) {
    const chosen = this.nodeHere(this.selected);
    const pointed = this.nodeHere(this.pointed);
    const ofChosen = chosen && partOfByte(bitSpan(chosen), index);
    const part = ofChosen ?? (pointed && partOfByte(bitSpan(pointed), index));
    // a whole header is lit like what is pointed at: it is much
    const isField = this.selected.includes("/");
    const style = part ? { "--from": `${part.from * 12.5}%`, "--to": `${part.to * 12.5}%` } : {};
    return html`<span
      class="byte ${part ? "lit" : ""} ${ofChosen && isField ? "chosen" : ""} ${this.isAround(index) ? "" : "dim"}"
      data-index=${index}
      ${styled(style)}
      @pointermove=${(event: PointerEvent) => this.tell("field-pointed", this.fieldAt(event, index))}
      @click=${(event: MouseEvent) => this.tell("field-selected", this.fieldAt(event, index))}
      >${text}</span
    >`;
  }

  /** The header in which the selected field stands is easier to see than the others. */
  private isAround(index: number): boolean {
    const layer = this.nodeHere(this.selected.split("/")[0]);
    return !layer || (index >= layer.start && index < layer.start + layer.length);
  }

  private nodeHere(key: string): TreeNode | undefined {
    const node = key ? nodeOf(this.tree, key) : undefined;
    return node && node.source === this.source && node.length > 0 ? node : undefined;
  }

  private fieldAt(event: MouseEvent, index: number): string {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    const digit = event.clientX - left < width / 2 ? 0 : 1;
    return fieldAtDigit(this.tree, index, digit, this.source)?.key ?? "";
  }

  /** What is missing of a last row, so that its characters stand below the others. */
  private gap(count: number) {
    return " ".repeat((this.perRow - count) * 3);
  }

  private fit(): void {
    const character = Number.parseFloat(getComputedStyle(this).fontSize) * 0.602;
    this.perRow = this.clientWidth >= widthOfSixteen * character + 24 ? 16 : 8;
  }

  private tell(name: "field-selected" | "field-pointed", key: string): void {
    if (name === "field-pointed" || key) this.dispatchEvent(new CustomEvent(name, { detail: key }));
  }
}
