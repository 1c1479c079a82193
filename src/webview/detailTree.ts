import "@vscode-elements/elements/dist/vscode-icon/index.js";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

import { say } from "../text/words";
import { keysAround, nodeOf, type TreeRow, treeRows } from "../view/onScreen/treeRows";
import type { TreeNode } from "../view/tree";
import { words } from "./language";
import { sentenceOf } from "./sentence";
import { styled } from "./styled";

/** The selected packet as a tree, and what the selected field means. */
@customElement("wirenote-detail-tree")
export class DetailTree extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      grid-template-rows: minmax(0, 1fr) auto;
      min-height: 0;
    }
    [role="tree"] {
      overflow: auto;
      padding: 2px 0;
      outline-offset: -1px;
    }
    [role="tree"]:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
    }
    .row {
      display: flex;
      align-items: center;
      height: 22px;
      padding: 0 12px 0 calc(4px + var(--level) * 12px);
      white-space: nowrap;
      cursor: pointer;
    }
    .row:hover,
    .row.pointed {
      background: var(--vscode-list-hoverBackground);
      outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
      outline-offset: -1px;
    }
    .row[aria-selected="true"] {
      color: var(--vscode-list-inactiveSelectionForeground, inherit);
      background: var(--vscode-list-inactiveSelectionBackground);
      outline: 1px dotted var(--vscode-contrastActiveBorder, transparent);
      outline-offset: -1px;
    }
    [role="tree"]:focus .row[aria-selected="true"] {
      color: var(--vscode-list-activeSelectionForeground);
      background: var(--vscode-list-activeSelectionBackground);
    }
    vscode-icon,
    .leaf {
      flex: none;
      width: 16px;
      color: inherit;
    }
    .label {
      color: var(--vscode-descriptionForeground);
      margin-right: 6px;
    }
    .layer .label {
      color: inherit;
      font-weight: 600;
    }
    .row[aria-selected="true"] .label {
      color: inherit;
    }
    .label,
    .value {
      flex: none;
    }
    .problem {
      overflow: hidden;
      text-overflow: ellipsis;
      margin-left: 6px;
      color: var(--vscode-editorWarning-foreground);
    }
    .row[aria-selected="true"] .problem {
      color: inherit;
    }
    .meaning {
      max-height: 40vh;
      overflow: auto;
      margin: 0 8px 8px;
      padding: 8px 12px;
      line-height: 1.45;
      border-left: 3px solid var(--vscode-textBlockQuote-border, var(--vscode-focusBorder));
      background: var(--vscode-textBlockQuote-background);
    }
    .meaning p {
      margin: 0 0 4px;
    }
    .meaning p:last-child {
      margin: 0;
    }
    .name {
      color: var(--vscode-descriptionForeground);
    }
    code {
      font-family: var(--vscode-editor-font-family);
    }
    a {
      color: var(--vscode-textLink-foreground);
    }
  `;

  @property({ attribute: false }) tree: readonly TreeNode[] = [];
  @property({ type: Number }) number = 0;
  @property() selected = "";
  @property() pointed = "";
  /** Keys of open nodes. */
  @property({ attribute: false }) open: readonly string[] = [];
  private rows: readonly TreeRow[] = [];

  override render() {
    this.rows = treeRows(this.tree, (key) => this.open.includes(key));
    const at = this.rows.findIndex(({ key }) => key === this.selected);
    return html`
      <div
        role="tree"
        tabindex="0"
        aria-label=${say(words, "editor.tree.label", { number: this.number })}
        aria-activedescendant=${at < 0 ? "" : `field-${at}`}
        @keydown=${this.onKey}
        @pointerleave=${() => this.tell("field-pointed", "")}
      >
        ${this.rows.map((row, index) => this.renderRow(row, index))}
      </div>
      ${this.renderMeaning()}
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("selected") || changed.has("tree"))
      this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  private renderRow(row: TreeRow, index: number) {
    const { key, node, level, position, siblings, open } = row;
    return html`<div
      id=${`field-${index}`}
      class=${classMap({ row: true, layer: level === 1, pointed: key === this.pointed })}
      ${styled({ "--level": String(level - 1) })}
      role="treeitem"
      data-key=${key}
      aria-level=${level}
      aria-posinset=${position}
      aria-setsize=${siblings}
      aria-expanded=${open === undefined ? nothing : open}
      aria-selected=${key === this.selected}
      title=${[node.label, node.text, node.problem].filter(Boolean).join(" ")}
      @click=${() => this.tell("field-selected", key)}
      @dblclick=${() => this.toggle(row)}
      @pointerenter=${() => this.tell("field-pointed", key)}
    >
      ${
        open === undefined
          ? html`<span class="leaf"></span>`
          : html`<vscode-icon name=${open ? "chevron-down" : "chevron-right"} aria-hidden="true" @click=${() => this.toggle(row)}></vscode-icon>`
      }
      <span class="label">${node.label}</span><span class="value">${node.text}</span>
      ${node.problem ? html`<span class="problem">${node.problem}</span>` : nothing}
    </div>`;
  }

  private renderMeaning() {
    const node = nodeOf(this.tree, this.selected);
    if (!node) return nothing;
    return html`<div class="meaning" role="status">
      <p><strong>${node.label}</strong> ${node.text} <code class="name">${node.id}</code></p>
      ${node.explanation ? html`<p>${sentenceOf(node.explanation)}</p>` : nothing}
    </div>`;
  }

  private onKey(event: KeyboardEvent): void {
    const at = this.rows.findIndex(({ key }) => key === this.selected);
    const row = this.rows[at];
    const to = (index: number) =>
      this.tell("field-selected", this.rows[Math.min(this.rows.length - 1, Math.max(0, index))]?.key ?? "");
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => to(at + 1),
      ArrowUp: () => to(at - 1),
      Home: () => to(0),
      End: () => to(this.rows.length - 1),
      ArrowRight: () => (row?.open === false ? this.toggle(row) : row?.open && to(at + 1)),
      ArrowLeft: () => (row?.open ? this.toggle(row) : row && this.tell("field-selected", keysAround(row.key).at(-1) ?? row.key)),
      Enter: () => row && this.toggle(row),
      " ": () => row && this.toggle(row),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  private toggle({ key, open }: TreeRow): void {
    if (open === undefined) return;
    const rest = this.open.filter((each) => each !== key);
    this.dispatchEvent(new CustomEvent("opened", { detail: open ? rest : [...rest, key] }));
  }

  private tell(name: "field-selected" | "field-pointed", key: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail: key }));
  }
}
