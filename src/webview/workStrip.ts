import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { buttonStyles } from "./buttons";
import { words } from "./language";
import { unseenStyles } from "./unseen";

/** A long task: what it is, how much is done, and a way to give it up. */
@customElement("wirenote-work")
export class WorkStrip extends LitElement {
  static override readonly styles = [
    unseenStyles,
    buttonStyles,
    css`
    :host {
      display: grid;
      grid-template-columns: auto minmax(60px, 1fr) auto;
      gap: 8px;
      align-items: center;
      min-height: 24px;
      padding: 0 12px;
      font-family: var(--vscode-font-family);
      font-size: 11px;
      color: var(--vscode-descriptionForeground);
    }
    progress {
      appearance: none;
      width: 100%;
      height: 2px;
      border: none;
      background: var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    }
    progress::-webkit-progress-bar {
      background: var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    }
    progress::-webkit-progress-value {
      background: var(--vscode-progressBar-background);
    }
  `,
  ];

  @property() label = "";
  /** How much is done, from 0 to 1. */
  @property({ type: Number }) share = 0;
  /** The label at the last quarter that was passed, so that a screen reader does not say every percent. */
  private said = "";
  private quarter = -1;

  override willUpdate(): void {
    const quarter = Math.floor(this.share * 4);
    if (quarter === this.quarter) return;
    this.quarter = quarter;
    this.said = this.label;
  }

  override render() {
    return html`<span aria-hidden="true">${this.label}</span><span class="unseen" role="status">${this.said}</span>
      <progress max="1" .value=${this.share} aria-label=${this.label}></progress>
      <button class="button" @click=${() => this.dispatchEvent(new CustomEvent("given-up"))}>${words.messages["work.cancel"]}</button>`;
  }
}
