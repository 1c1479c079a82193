import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { NumberKind } from "../../view/onScreen/editorState";
import { shownText } from "../../view/onScreen/shownText";
import type { TreeNode } from "../../view/tree";
import { words } from "../language";
import { sentenceOf } from "./sentence";

/** What the selected field means in its packet, and what such a field is for: the same sentences as on the bytes of a note. */
@customElement("wirenote-meaning")
export class MeaningView extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      min-height: 0;
      padding: 2px 8px 8px;
    }
    [role="region"] {
      overflow: auto;
      padding: 6px 12px;
      line-height: 1.45;
      border-left: 3px solid var(--vscode-textBlockQuote-border, var(--vscode-focusBorder));
      background: var(--vscode-textBlockQuote-background);
    }
    :focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
      outline-offset: -1px;
    }
    p {
      margin: 0 0 3px;
      overflow-wrap: anywhere;
    }
    p:last-child {
      margin: 0;
    }
    .about,
    .name {
      color: var(--vscode-descriptionForeground);
    }
    .problem {
      color: var(--vscode-list-warningForeground, var(--vscode-editorWarning-foreground));
    }
    code {
      font-family: var(--vscode-editor-font-family);
      font-size: 0.95em;
      color: inherit;
    }
    a {
      color: var(--vscode-textLink-foreground);
    }
  `;

  @property({ attribute: false }) node: TreeNode | undefined;
  @property() numbers: NumberKind = "relative";

  override render() {
    const { node } = this;
    if (!node) return nothing;
    const { label, id, problem } = node;
    const explanation = (this.numbers === "relative" && node.relativeExplanation) || node.explanation;
    const about = words.fields[id]?.about;
    return html`<div role="region" tabindex="0" aria-label=${words.messages["editor.meaning"]} aria-live="polite">
      <p><strong>${label}</strong> ${shownText(node, this.numbers)} <code class="name">${id}</code></p>
      ${problem ? html`<p class="problem">${problem}</p>` : nothing}
      ${explanation ? html`<p>${sentenceOf(explanation)}</p>` : nothing}
      ${about && about !== explanation ? html`<p class="about">${sentenceOf(about)}</p>` : nothing}
    </div>`;
  }

  /** Brings the keyboard here, to read on. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("[role=region]")?.focus();
  }
}
