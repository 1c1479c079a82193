import { css } from "lit";

export const connectionListStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    position: relative;
    min-height: 0;
    overflow: hidden;
    font-family: var(--vscode-editor-font-family);
    font-size: calc(var(--vscode-editor-font-size) * 0.86);
  }
  .scroller {
    grid-row: 2;
  }
  .window {
    top: 24px;
  }
  .head,
  .row {
    display: grid;
    grid-template-columns: var(--connection-columns);
    gap: 0 1.2ch;
    align-items: center;
    box-sizing: border-box;
    min-width: min-content;
    padding: 0 12px;
    white-space: nowrap;
  }
  .head {
    position: sticky;
    z-index: 2;
    top: 0;
    height: 24px;
    background: var(--vscode-editor-background);
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .row {
    height: var(--row-height, 22px);
    contain: strict;
    cursor: pointer;
  }
  .head button {
    display: flex;
    align-items: center;
    width: 100%;
    height: 23px;
    padding: 0;
    font: inherit;
    font-family: var(--vscode-font-family);
    color: var(--vscode-descriptionForeground);
    background: none;
    border: none;
    cursor: pointer;
  }
  .head button:hover {
    color: var(--vscode-foreground);
  }
  .head button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .label,
  [role="gridcell"] {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .sorted {
    margin-left: 3px;
    font-size: 0.75em;
  }
  /* numbers stand below one another */
  :is(.head, .row) > :not(.client, .server) {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .head > :not(.client, .server) button {
    justify-content: flex-end;
  }
  .row:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .row.waiting {
    cursor: default;
  }
  .row.trouble {
    background: color-mix(in srgb, var(--vscode-charts-red) 11%, transparent);
  }
  .row[aria-selected="true"] {
    color: var(--vscode-list-inactiveSelectionForeground, inherit);
    background: var(--vscode-list-inactiveSelectionBackground);
    outline: 1px dotted var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .scroller:focus .row[aria-selected="true"] {
    color: var(--vscode-list-activeSelectionForeground);
    background: var(--vscode-list-activeSelectionBackground);
  }
  .empty {
    grid-row: 2;
    margin: 0;
    padding: 12px;
    font-family: var(--vscode-font-family);
    color: var(--vscode-descriptionForeground);
  }
`;
