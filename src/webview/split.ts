import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styled } from "./styled";

/** Percent by which a key moves the border. */
const step = 2;
const least = 12;
const most = 100 - least;

/** Two panes with a border that can be dragged, and moved by arrow keys; if one pane's slot is empty, the other takes all the room. */
@customElement("wirenote-split")
export class Split extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      position: relative;
      min-width: 0;
      min-height: 0;
      overflow: hidden;
    }
    ::slotted(*) {
      min-width: 0;
      min-height: 0;
      overflow: hidden;
    }
    .sash {
      position: absolute;
      z-index: 1;
      touch-action: none;
    }
    .sash::after {
      content: "";
      position: absolute;
      inset: 0;
      background: transparent;
    }
    .sash:hover::after,
    .sash:active::after,
    .sash:focus-visible::after {
      background: var(--vscode-sash-hoverBorder, var(--vscode-focusBorder));
    }
    .sash:focus {
      outline: none;
    }
    .sash.columns {
      top: 0;
      bottom: 0;
      width: 4px;
      margin-left: -2px;
      cursor: ew-resize;
    }
    .sash.rows {
      left: 0;
      right: 0;
      height: 4px;
      margin-top: -2px;
      cursor: ns-resize;
    }
  `;

  /** Side by side, or one above the other. */
  @property() kind: "columns" | "rows" = "columns";
  /** The first pane's share, in percent. */
  @property({ type: Number }) share = 50;
  /** Pixels that are enough for the first pane, until a person moves the border. */
  @property({ type: Number }) enough = Number.POSITIVE_INFINITY;
  @property() name = "";
  @property({ type: Boolean }) lacksFirst = false;
  @property({ type: Boolean }) lacksSecond = false;

  override render() {
    const isWhole = this.lacksFirst || this.lacksSecond;
    const track = isWhole ? "minmax(0, 1fr)" : `minmax(0, ${this.border}) minmax(0, 1fr)`;
    this.style.gridTemplateColumns = this.kind === "columns" ? track : "minmax(0, 1fr)";
    this.style.gridTemplateRows = this.kind === "rows" ? track : "minmax(0, 1fr)";
    return html`<slot name="first"></slot><slot name="second"></slot>${isWhole ? "" : this.sash()}`;
  }

  /** Where the border is, in CSS. */
  private get border(): string {
    return Number.isFinite(this.enough) ? `min(${this.share}%, ${this.enough}px)` : `${this.share}%`;
  }

  private sash() {
    return html`<div
      class="sash ${this.kind}"
      ${styled({ [this.kind === "columns" ? "left" : "top"]: this.border })}
      role="separator"
      tabindex="0"
      aria-label=${this.name}
      aria-orientation=${this.kind === "columns" ? "vertical" : "horizontal"}
      aria-valuenow=${Math.round(this.share)}
      aria-valuemin=${least}
      aria-valuemax=${most}
      @pointerdown=${(event: PointerEvent) => (event.currentTarget as Element).setPointerCapture(event.pointerId)}
      @pointermove=${this.drag}
      @keydown=${this.onKey}
    ></div>`;
  }

  private drag(event: PointerEvent): void {
    if (!(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = this.getBoundingClientRect();
    this.move(100 * (this.kind === "columns" ? (event.clientX - left) / width : (event.clientY - top) / height));
  }

  private onKey(event: KeyboardEvent): void {
    const [less, more] = this.kind === "columns" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const { offsetWidth, offsetHeight } = this;
    const seen = Math.min(this.share, (100 * this.enough) / (this.kind === "columns" ? offsetWidth : offsetHeight));
    const targets: Readonly<Record<string, number>> = {
      [less]: seen - step,
      [more]: seen + step,
      Home: least,
      End: most,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(target);
  }

  private move(share: number): void {
    this.enough = Number.POSITIVE_INFINITY;
    this.share = Math.min(most, Math.max(least, share));
    this.dispatchEvent(new CustomEvent("parted", { detail: this.share }));
  }
}
