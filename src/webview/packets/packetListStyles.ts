import { css } from "lit";

/** Signs and words say what rows mean; colours only help. */
export const packetListStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    position: relative;
    isolation: isolate;
    min-height: 0;
    overflow: hidden;
    font-family: var(--vscode-editor-font-family);
    font-size: calc(var(--vscode-editor-font-size) * 0.86);
  }
  .scroller,
  .empty {
    grid-area: 3 / 1;
  }
  .empty {
    align-self: start;
    margin: 24px 0 0;
    padding: 12px;
    font-family: var(--vscode-font-family);
    font-size: var(--vscode-font-size);
    color: var(--vscode-descriptionForeground);
    pointer-events: none;
  }
  /* behind the scroll bar, which is transparent */
  wirenote-overview-ruler {
    position: absolute;
    z-index: -1;
    inset: 24px 0 0 auto;
    width: 12px;
  }
  .head {
    position: sticky;
    z-index: 2;
    top: 0;
  }
  .window {
    top: 24px;
    min-width: var(--list-least);
    contain: size layout style;
  }
  .row {
    grid-template-columns: var(--list-columns);
    gap: 0 8px;
    padding-right: 12px;
  }
  .row > :not(.gutter) {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .number,
  .time,
  .length,
  .numeric {
    text-align: right;
  }
  .time,
  .numeric {
    font-variant-numeric: tabular-nums;
  }
  /* without enough room it is left out as a whole */
  .badge {
    display: inline-block;
    padding: 0 4px;
    border: 1px solid currentcolor;
    border-radius: 3px;
    font-size: 0.9em;
    line-height: 1.3;
  }
  .badge:empty {
    display: none;
  }
  .opening .badge {
    color: var(--vscode-charts-blue);
  }
  .closing .badge {
    color: var(--vscode-charts-purple);
  }
  /* on a tinted row red letters would be hard to read */
  .reset .badge {
    border-color: var(--vscode-charts-red);
  }
  .mark {
    display: inline-block;
    min-width: 1.2em;
    margin-right: 4px;
    text-align: center;
    font-weight: bold;
  }
  .row[aria-selected="true"] :is(.badge, .mark, .relation) {
    color: inherit;
  }
  /* the number's own colours, swapped, over the cell and the gaps beside it */
  .row.marked > .number {
    overflow: visible;
  }
  .stamp {
    margin: 0 -3px;
    padding: 1px 3px;
    border-radius: 2px;
    color: var(--vscode-editor-background);
    background: var(--vscode-editor-foreground);
    font-weight: bold;
  }
  .gutter {
    position: relative;
    align-self: stretch;
    line-height: var(--row-height, 22px);
  }
  .gutter::before {
    content: "";
    position: absolute;
    top: 0;
    bottom: 0;
    left: 4px;
    width: 5px;
    border: 0 solid var(--vscode-charts-blue);
  }
  .gutter.part::before {
    border-left-width: 2px;
  }
  .gutter.passed::before {
    border-left: 1px dotted var(--vscode-charts-blue);
  }
  .gutter.first::before {
    top: 10px;
    border-top-width: 2px;
  }
  .gutter.last::before {
    bottom: 10px;
    border-bottom-width: 2px;
  }
  .relation {
    position: absolute;
    right: 0;
    width: 16px;
    text-align: center;
    font-weight: bold;
    color: var(--vscode-charts-blue);
  }
  @media (forced-colors: active) {
    .row.trouble,
    .row.reset {
      background: none;
    }
  }
  :host-context(.vscode-high-contrast) .row:is(.trouble, .reset):not([aria-selected="true"]) {
    background: none;
  }
`;
