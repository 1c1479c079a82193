import { css } from "lit";

/** A sign and its place tell which end sent a row; colours only help. */
export const streamStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    position: relative;
    min-height: 0;
    overflow: hidden;
    font-family: var(--vscode-editor-font-family);
    font-size: calc(var(--vscode-editor-font-size) * 0.9);
  }
  .about {
    margin: 0;
    padding: 3px 12px;
    font-family: var(--vscode-font-family);
    font-size: 11px;
    color: var(--vscode-descriptionForeground);
  }
  .scroller {
    grid-row: 2;
  }
  .window {
    top: 0;
  }
  .row {
    display: grid;
    grid-template-columns: 2ch minmax(5ch, max-content) minmax(0, 1fr);
    gap: 0 1ch;
    align-items: center;
    box-sizing: border-box;
    height: var(--row-height, 20px);
    padding: 0 8px 0 3px;
    white-space: pre;
    background: color-mix(in srgb, var(--vscode-charts-blue) 8%, transparent);
    border-left: 3px solid var(--vscode-charts-blue);
    cursor: pointer;
  }
  .row.server {
    background: color-mix(in srgb, var(--vscode-charts-purple) 8%, transparent);
    border-left-color: var(--vscode-charts-purple);
  }
  .row.waiting {
    background: none;
    border-left-color: transparent;
  }
  .row:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .row[aria-selected="true"] {
    color: var(--vscode-list-inactiveSelectionForeground, inherit);
    padding-left: 0;
    background: var(--vscode-list-inactiveSelectionBackground);
    border-left-width: 6px;
  }
  .scroller:focus .row.active {
    outline: 1px solid var(--vscode-list-focusOutline, var(--vscode-focusBorder));
    outline-offset: -1px;
  }
  .from {
    text-align: right;
  }
  .packet {
    text-align: right;
    color: var(--vscode-descriptionForeground);
  }
  .from,
  .packet,
  .offset {
    user-select: none;
  }
  .said {
    overflow: hidden;
  }
  .offset {
    margin-right: 2ch;
    color: var(--vscode-descriptionForeground);
  }
  .ascii {
    margin-left: 2ch;
  }
  mark {
    color: inherit;
    background: var(--vscode-editor-findMatchHighlightBackground);
    outline: 1px dashed var(--vscode-editor-findMatchHighlightBorder, transparent);
    outline-offset: -1px;
  }
  .missing {
    font-family: var(--vscode-font-family);
    font-style: italic;
  }
  .row[aria-selected="true"] :is(.packet, .offset) {
    color: inherit;
  }
`;
