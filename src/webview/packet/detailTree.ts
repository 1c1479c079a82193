import "@vscode-elements/elements/dist/vscode-icon/index.js";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import type { PacketNote } from "../../engine/pageContract";
import { say } from "../../text/words";
import type { NumberKind } from "../../view/onScreen/editorState";
import { shownText } from "../../view/onScreen/shownText";
import { keysAround, type TreeRow, treeRows } from "../../view/onScreen/treeRows";
import type { TreeNode } from "../../view/tree";
import { menuContext } from "../contextMenu";
import type { Copyable } from "../copying";
import { words } from "../language";
import { styled } from "../styled";
import { commentStyles, packetComments } from "./packetComments";

/** A name with the English one in brackets behind it. */
const twoNames = /^([^（]+)(（.+）)$/;

function labelDrawn(label: string) {
  const [, name = label, other = ""] = twoNames.exec(label) ?? [];
  return html`<span class="label"><span class="name">${name}</span>${other ? html`<span class="otherName">${other}</span>` : nothing}</span>`;
}

/** The selected packet as a tree, below what people wrote beside it. */
@customElement("wirenote-detail-tree")
export class DetailTree extends LitElement implements Copyable {
  static override readonly styles = [
    commentStyles,
    css`
    :host {
      display: grid;
      grid-template-rows: fit-content(40%) minmax(0, 1fr);
      min-height: 0;
    }
    [role="tree"] {
      grid-row: 2;
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
      display: contents;
      color: var(--vscode-descriptionForeground);
    }
    .layer .label {
      color: inherit;
      font-weight: 600;
    }
    .row[aria-selected="true"] .label {
      color: inherit;
    }
    .name {
      flex: none;
    }
    .otherName,
    .value,
    .problem {
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    /* the English name behind a Chinese one is the first to make room for the value */
    .otherName {
      flex-shrink: 1000000;
    }
    .value {
      margin-left: 6px;
    }
    /* a short value stays whole beside its problem, a long one leaves the problem some room */
    .problem {
      flex-shrink: 1000;
      min-width: 6em;
      margin-left: 6px;
      color: var(--vscode-list-warningForeground, var(--vscode-editorWarning-foreground));
    }
    .row[aria-selected="true"] .problem {
      color: inherit;
    }
  `,
  ];

  @property({ attribute: false }) tree: readonly TreeNode[] = [];
  /** What people wrote beside the packet. */
  @property({ attribute: false }) comments: readonly string[] = [];
  @property({ attribute: false }) notes: readonly PacketNote[] = [];
  @property({ type: Number }) number = 0;
  @property() selected = "";
  @property() pointed = "";
  @property() numbers: NumberKind = "relative";
  /** Keys of open nodes. */
  @property({ attribute: false }) open: readonly string[] = [];
  private rows: readonly TreeRow[] = [];

  override render() {
    this.rows = treeRows(this.tree, (key) => this.open.includes(key));
    const at = this.rows.findIndex(({ key }) => key === this.selected);
    return html`
      ${packetComments(this.comments, this.notes)}
      <div
        role="tree"
        data-vscode-context=${menuContext("field")}
        tabindex="0"
        aria-label=${say(words, "editor.tree.label", { number: this.number })}
        aria-activedescendant=${at < 0 ? nothing : `field-${at}`}
        @keydown=${this.onKey}
        @pointerleave=${() => this.tell("field-pointed", "")}
      >
        ${this.rows.map((row, index) => this.renderRow(row, index))}
      </div>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("selected") || changed.has("tree"))
      this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  private renderRow(row: TreeRow, index: number) {
    const { key, node, level, position, siblings, open } = row;
    const text = shownText(node, this.numbers);
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
      title=${this.textOf(node)}
      @contextmenu=${() => this.tell("field-selected", key)}
      @click=${() => this.tell("field-selected", key)}
      @dblclick=${() => this.toggle(row)}
      @pointerenter=${() => this.tell("field-pointed", key)}
    >
      ${
        open === undefined
          ? html`<span class="leaf"></span>`
          : html`<vscode-icon name=${open ? "chevron-down" : "chevron-right"} aria-hidden="true" @click=${() => this.toggle(row)}></vscode-icon>`
      }
      ${labelDrawn(node.label)}<span class="value">${text}</span>
      ${node.problem ? html`<span class="problem">${node.problem}</span>` : nothing}
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

  /** The selected field and the visible ones among its parts, each on a line. */
  selectedText(): string {
    const at = this.rows.findIndex(({ key }) => key === this.selected);
    if (at < 0) return "";
    const { level } = this.rows[at];
    const after = this.rows.findIndex((row, i) => i > at && row.level <= level);
    const own = this.rows.slice(at, after < 0 ? this.rows.length : after);
    return own.map((row) => "  ".repeat(row.level - level) + this.textOf(row.node)).join("\n");
  }

  private textOf(node: TreeNode): string {
    return [node.label, shownText(node, this.numbers), node.problem].filter(Boolean).join(" ");
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
