import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { say } from "../../text/words";
import { type ByteFormat, copiedBytes } from "../../view/onScreen/copiedBytes";
import { bitsText, fieldAtDigit, hexRows } from "../../view/onScreen/hexRows";
import type { TreeNode } from "../../view/tree";
import { onCommands } from "../commands";
import { menuContext } from "../contextMenu";
import type { Copyable } from "../copying";
import { host } from "../host";
import { words } from "../language";
import { styled } from "../styled";
import { byteColourStyles } from "./byteColourStyles";
import { bytesStyles } from "./bytesStyles";
import { type ByteRange, inOrder, lightsOf, litByte, nodeWithin } from "./litBytes";

/** The width of a row of sixteen bytes, in characters: offset, digits and ASCII, with the gaps between. */
const widthOfSixteen = 76;
const rowHeight = 20;

/**
 * The selected packet's bytes, in hex and in ASCII. Those of the selected field and of the one pointed at are lit, down to bits, and any
 * bytes can be marked and copied. Only the rows on screen exist.
 */
@customElement("wirenote-bytes")
export class BytesView extends LitElement implements Copyable {
  static override readonly styles = [byteColourStyles, bytesStyles];

  @property({ attribute: false }) tree: readonly TreeNode[] = [];
  @property({ attribute: false }) bytes = new Uint8Array();
  /** The colour of each byte, as a place in `byteColours`. */
  @property({ attribute: false }) colours = new Uint8Array();
  @property({ type: Number }) number = 0;
  @property() selected = "";
  @property() pointed = "";
  @state() private perRow = 8;
  /** The bytes that are marked to be copied. */
  @state() private range: ByteRange | undefined;
  /** Index of the first row on screen, and how many fit. */
  @state() private first = 0;
  @state() private fitting = 60;
  @query(".rows") private readonly scroller!: HTMLElement;
  private drag: ByteRange | undefined;
  private stopCommands: (() => void) | undefined;
  private readonly sizes = new ResizeObserver(() => this.fit());

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
    this.stopCommands = onCommands({ copyBytes: (format) => void host.copyText(this.copied(format)) });
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    this.stopCommands?.();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("tree") || changed.has("selected")) this.range = undefined;
  }

  override render() {
    const { bytes, perRow, first, range } = this;
    const { tree, colours, selected, pointed } = this;
    const lights = lightsOf(tree, colours, { selected, pointed, marked: range });
    const rows = Math.ceil(bytes.length / perRow);
    const chosen = lights.chosen;
    const bits = chosen && bitsText(bytes, chosen);
    const active =
      range && range.to >= first * perRow && range.to < (first + this.fitting) * perRow ? `byte-${range.to}` : nothing;
    return html`
      <div
        class="rows"
        role="application"
        tabindex="0"
        data-vscode-context=${menuContext("bytes")}
        aria-label=${say(words, "editor.bytes.label", { number: this.number })}
        aria-roledescription=${words.messages["editor.bytes"]}
        aria-activedescendant=${active}
        @scroll=${() => {
          this.first = Math.floor(this.scroller.scrollTop / rowHeight);
        }}
        @keydown=${this.onKey}
        @pointerdown=${this.onDown}
        @pointermove=${this.onMove}
        @pointerup=${this.onUp}
        @pointerleave=${() => this.tell("field-pointed", "")}
      >
        <div class="whole" ${styled({ height: `${rows * rowHeight}px` })}>
          <div ${styled({ transform: `translateY(${first * rowHeight}px)` })}>
            ${hexRows(bytes, perRow, first, first + this.fitting).map(
              ({ offset, cells }) =>
                html`<div class="line"><span class="offset">${offset}</span>${cells.map((cell) => litByte(cell, "hex", lights))}${this.gap(cells.length)}<span class="ascii">${cells.map((cell) => litByte(cell, "ascii", lights))}</span></div>`,
            )}
          </div>
        </div>
      </div>
      <div class="bits" role="status">${this.status(bits)}</div>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("selected") || changed.has("tree")) this.reveal(nodeWithin(this.tree, this.selected)?.start);
  }

  private status(bits: ReturnType<typeof bitsText>) {
    const { range } = this;
    if (range) {
      const { from, to } = inOrder(range);
      return say(words, "editor.bytes.marked", { first: from, last: to, count: to - from + 1 });
    }
    return bits ? html`${bits.before}<strong>${bits.own}</strong>${bits.after}` : nothing;
  }

  /** The byte under the pointer, and which of its digits. */
  private placeAt(event: MouseEvent): { index: number; digit: 0 | 1 } | undefined {
    const cell = event.composedPath()[0];
    const index = cell instanceof HTMLElement ? cell.dataset["index"] : undefined;
    if (index === undefined) return undefined;
    const { left, width } = (cell as Element).getBoundingClientRect();
    return { index: Number(index), digit: event.clientX - left < width / 2 ? 0 : 1 };
  }

  private onDown(event: PointerEvent): void {
    const place = this.placeAt(event);
    if (!place || event.button !== 0) return;
    if (event.shiftKey) this.range = { from: this.range?.from ?? this.start(), to: place.index };
    else this.drag = { from: place.index, to: place.index };
  }

  private onMove(event: PointerEvent): void {
    const place = this.placeAt(event);
    if (!place) return;
    const { drag } = this;
    if (drag && event.buttons & 1) {
      if (place.index !== drag.from || this.range) this.range = { from: drag.from, to: place.index };
    } else this.tell("field-pointed", fieldAtDigit(this.tree, place.index, place.digit, undefined)?.key ?? "");
  }

  /** A click without dragging selects the field. */
  private onUp(event: PointerEvent): void {
    const { drag } = this;
    this.drag = undefined;
    const place = this.placeAt(event);
    if (!drag || !place || place.index !== drag.from) return;
    this.range = undefined;
    this.tell("field-selected", fieldAtDigit(this.tree, place.index, place.digit, undefined)?.key ?? "");
  }

  private onKey(event: KeyboardEvent): void {
    const { perRow, bytes } = this;
    const at = this.range?.to ?? this.start();
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at + perRow,
      ArrowUp: at - perRow,
      PageDown: at + perRow * (this.fitting - 2),
      PageUp: at - perRow * (this.fitting - 2),
      Home: event.ctrlKey ? 0 : at - (at % perRow),
      End: event.ctrlKey ? bytes.length - 1 : at - (at % perRow) + perRow - 1,
    };
    if (event.key === "Escape") this.range = undefined;
    else if (event.key === "Enter") this.tell("field-selected", fieldAtDigit(this.tree, at, 0, undefined)?.key ?? "");
    else if (event.key === "a" && (event.ctrlKey || event.metaKey)) this.range = { from: 0, to: bytes.length - 1 };
    else if (event.key in steps && !(event.ctrlKey && event.key.startsWith("Arrow"))) this.mark(steps[event.key], event.shiftKey);
    else return;
    event.preventDefault();
  }

  /** Moves to a byte; if `isExtended`, marks the bytes between. */
  private mark(index: number, isExtended: boolean): void {
    const to = Math.min(this.bytes.length - 1, Math.max(0, index));
    this.range = { from: isExtended ? (this.range?.from ?? this.start()) : to, to };
    this.reveal(to);
    this.tell("field-pointed", fieldAtDigit(this.tree, to, 0, undefined)?.key ?? "");
  }

  private start(): number {
    return nodeWithin(this.tree, this.selected)?.start ?? 0;
  }

  selectedText(): string {
    return this.copied("hex");
  }

  private copied(format: ByteFormat): string {
    const node = nodeWithin(this.tree, this.selected);
    const { from, to } = this.range
      ? inOrder(this.range)
      : { from: node?.start ?? 0, to: node ? node.start + node.length - 1 : this.bytes.length - 1 };
    return copiedBytes(this.bytes.subarray(from, to + 1), format, `packet_${this.number}`);
  }

  /** Spaces for the bytes that a last row lacks, so that its characters are aligned with the others. */
  private gap(count: number) {
    return " ".repeat((this.perRow - count) * 3);
  }

  private fit(): void {
    const character = Number.parseFloat(getComputedStyle(this).fontSize) * 0.602;
    this.perRow = this.clientWidth >= widthOfSixteen * character + 24 ? 16 : 8;
    this.fitting = Math.ceil(this.clientHeight / rowHeight) + 2;
  }

  private reveal(index: number | undefined): void {
    if (index === undefined) return;
    const top = Math.floor(index / this.perRow) * rowHeight;
    const { scrollTop, clientHeight } = this.scroller;
    if (top < scrollTop) this.scroller.scrollTop = top;
    else if (top + 2 * rowHeight > scrollTop + clientHeight) this.scroller.scrollTop = top + 2 * rowHeight - clientHeight;
  }

  private tell(name: "field-selected" | "field-pointed", key: string): void {
    if (name === "field-pointed" || key) this.dispatchEvent(new CustomEvent(name, { detail: key }));
  }
}
