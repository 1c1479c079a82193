import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { say } from "../../text/words";
import type { ColumnId } from "../../view/onScreen/columnId";
import { type ListColumns, moved, movedBy, resized } from "../../view/onScreen/listColumns";
import type { ListOrder } from "../../view/onScreen/listOrder";
import type { TimeKind } from "../../view/onScreen/rowLook";
import { words } from "../language";
import { openMenu } from "../menu";
import { columnClass, columnLabel, columnTitle, type FieldHeads } from "./columnLabel";
import { type HeadChange, headMenu, nextOrder } from "./headMenu";

/** Pixels by which a key changes a width, and by which a pointer must move before it drags a column. */
const widthStep = 8;
const dragThreshold = 5;

/** The headings of the packet list's columns: sorted by a click, moved and resized by mouse and by keys, all else in their menu. */
@customElement("wirenote-list-head")
export class ListHead extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      grid-template-columns: var(--list-columns);
      gap: 0 8px;
      box-sizing: border-box;
      min-width: var(--list-least);
      height: 24px;
      padding-right: 12px;
      color: var(--vscode-descriptionForeground);
      background: var(--vscode-editor-background);
      border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
      user-select: none;
    }
    [role="columnheader"] {
      display: flex;
      position: relative;
      align-items: center;
      min-width: 0;
      outline-offset: -1px;
      cursor: pointer;
    }
    [role="columnheader"]:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
    }
    [role="columnheader"]:hover {
      color: var(--vscode-foreground);
    }
    .number,
    .time,
    .length,
    .numeric {
      justify-content: flex-end;
    }
    .label {
      font-family: var(--vscode-font-family);
      font-size: 11px;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .sorted {
      font-size: 0.75em;
      margin-left: 3px;
    }
    .dragged {
      opacity: 0.5;
    }
    .target {
      box-shadow: inset 2px 0 0 var(--vscode-focusBorder);
    }
    .sizer {
      position: absolute;
      top: 0;
      bottom: 0;
      right: -8px;
      width: 8px;
      cursor: col-resize;
      touch-action: none;
    }
    .sizer::after {
      content: "";
      position: absolute;
      top: 5px;
      bottom: 5px;
      left: 3px;
      width: 1px;
      background: var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    }
    .sizer:hover::after,
    .sizer:active::after {
      top: 0;
      bottom: 0;
      width: 2px;
      background: var(--vscode-sash-hoverBorder, var(--vscode-focusBorder));
    }
  `;

  @property({ attribute: false }) columns: ListColumns = [];
  /** The columns for which there is room. */
  @property({ attribute: false }) seen: ListColumns = [];
  @property({ attribute: false }) order: ListOrder | undefined;
  @property() time: TimeKind = "relative";
  @property({ attribute: false }) references: readonly number[] = [];
  @property({ type: Boolean }) names = false;
  @property({ attribute: false }) heads: FieldHeads = new Map();
  private moving: ColumnId | undefined;
  @state() private focused: ColumnId | undefined;
  @state() private dragged: { readonly id: ColumnId; readonly x: number; readonly target?: ColumnId } | undefined;

  override render() {
    const { seen } = this;
    const focusable = seen.find(({ id }) => id === this.focused)?.id ?? seen[0]?.id;
    return html`<span role="columnheader" aria-label=${words.messages["list.gutter"]}></span>${seen.map(({ id }) => this.renderHead(id, id === focusable))}`;
  }

  private renderHead(id: ColumnId, isFocusable: boolean) {
    const isSorted = this.order?.column === id;
    const isDragged = this.dragged?.target !== undefined;
    const dragging = [isDragged && this.dragged?.id === id && "dragged", this.dragged?.target === id && "target"];
    const classes = [columnClass(id, this.heads), ...dragging].filter(Boolean).join(" ");
    return html`<span
      class=${classes}
      role="columnheader"
      tabindex=${isFocusable ? 0 : -1}
      data-id=${id}
      aria-sort=${isSorted ? (this.order!.descending ? "descending" : "ascending") : "none"}
      aria-keyshortcuts="Enter Alt+ArrowLeft Alt+ArrowRight Shift+ArrowLeft Shift+ArrowRight"
      title=${say(words, "list.head.hint", { column: columnTitle(id, this.time, this.heads) })}
      @focus=${() => {
        this.focused = id;
      }}
      @keydown=${(event: KeyboardEvent) => this.onKey(event, id)}
      @contextmenu=${(event: MouseEvent) => this.onMenu(event, id)}
      @pointerdown=${(event: PointerEvent) => this.onDown(event, id)}
      @pointermove=${this.onMove}
      @pointerup=${this.onUp}
      @pointercancel=${this.onCancel}
      ><span class="label">${this.labelOf(id)}</span>${isSorted ? html`<span class="sorted" aria-hidden="true">${this.order!.descending ? "▼" : "▲"}</span>` : nothing}<span
        class="sizer"
        @pointerdown=${(event: PointerEvent) => this.onSizerDown(event)}
        @pointermove=${(event: PointerEvent) => this.onSizerMove(event, id)}
        @dblclick=${(event: Event) => {
          event.stopPropagation();
          this.change({ columns: resized(this.columns, id, undefined) });
        }}
      ></span
    ></span>`;
  }

  private labelOf(id: ColumnId): string {
    return columnLabel(id, this.time, this.heads);
  }

  private change(change: HeadChange): void {
    this.dispatchEvent(new CustomEvent<HeadChange>("head-changed", { detail: change, bubbles: true, composed: true }));
  }

  private cell(id: ColumnId): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(`[data-id="${id}"]`)!;
  }

  private onKey(event: KeyboardEvent, id: ColumnId): void {
    const seen = this.seen.map((column) => column.id);
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as 1 | -1 | undefined;
    if (event.ctrlKey || event.metaKey) return;
    if (step && event.altKey) this.moveBy(id, step);
    else if (step && event.shiftKey) this.resizeBy(id, step * widthStep);
    else if (step) this.cell(seen[Math.min(seen.length - 1, Math.max(0, seen.indexOf(id) + step))]).focus();
    else if (event.key === "Home" || event.key === "End")
      this.cell(event.key === "Home" ? seen[0] : seen[seen.length - 1]).focus();
    else if (event.key === "Enter" || event.key === " ") this.change({ order: nextOrder(this.order, id) });
    else if (event.key === "ArrowDown") this.dispatchEvent(new CustomEvent("head-left", { bubbles: true, composed: true }));
    else return;
    // neither the list nor VS Code is to take the key
    event.preventDefault();
    event.stopPropagation();
  }

  private moveBy(id: ColumnId, step: 1 | -1): void {
    this.moving = id;
    this.change({ columns: movedBy(this.columns, id, step) });
  }

  /** The focus goes with a column that is moved by keys. */
  override updated(changed: PropertyValues): void {
    if (!changed.has("columns") || this.moving === undefined) return;
    this.cell(this.moving).focus();
    this.moving = undefined;
  }

  private resizeBy(id: ColumnId, pixels: number): void {
    this.change({ columns: resized(this.columns, id, this.cell(id).getBoundingClientRect().width + pixels) });
  }

  private onMenu(event: MouseEvent, id: ColumnId): void {
    event.preventDefault();
    event.stopPropagation();
    const { left, bottom } = this.cell(id).getBoundingClientRect();
    // if a key opens the menu, the event has no place
    const at = event.clientX > 0 || event.clientY > 0 ? { x: event.clientX, y: event.clientY } : { x: left, y: bottom };
    const { columns, order, time, references, names } = this;
    openMenu(
      headMenu(id, { columns, order, time, references, names }, this.heads, {
        change: (change) => this.change(change),
        addField: () => this.dispatchEvent(new CustomEvent("column-wanted", { bubbles: true, composed: true })),
      }),
      this.labelOf(id),
      at,
      this.cell(id),
    );
  }

  private onDown(event: PointerEvent, id: ColumnId): void {
    if (event.button !== 0) return;
    this.dragged = { id, x: event.clientX };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  }

  private readonly onMove = (event: PointerEvent): void => {
    const { dragged } = this;
    if (!dragged || (dragged.target === undefined && Math.abs(event.clientX - dragged.x) < dragThreshold)) return;
    const under = this.seen.find(({ id }) => {
      const { left, right } = this.cell(id).getBoundingClientRect();
      return event.clientX >= left && event.clientX <= right;
    });
    this.dragged = { ...dragged, target: under?.id ?? dragged.target ?? dragged.id };
  };

  private readonly onUp = (): void => {
    const { dragged } = this;
    this.dragged = undefined;
    if (!dragged) return;
    if (dragged.target === undefined) this.change({ order: nextOrder(this.order, dragged.id) });
    else if (dragged.target !== dragged.id) this.change({ columns: moved(this.columns, dragged.id, dragged.target) });
  };

  private readonly onCancel = (): void => {
    this.dragged = undefined;
  };

  private onSizerDown(event: PointerEvent): void {
    event.stopPropagation();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  }

  private onSizerMove(event: PointerEvent, id: ColumnId): void {
    event.stopPropagation();
    if (!(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    this.change({ columns: resized(this.columns, id, event.clientX - this.cell(id).getBoundingClientRect().left) });
  }
}
