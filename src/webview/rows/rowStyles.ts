import { css } from "lit";

/** Rows as in VS Code's lists: those that are pointed at, that are selected, and that have something wrong. */
export const rowStyles = css`
  .row {
    display: grid;
    align-items: center;
    box-sizing: border-box;
    height: var(--row-height, 22px);
    white-space: nowrap;
    contain: strict;
    cursor: pointer;
  }
  .row:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .row.waiting {
    color: var(--vscode-disabledForeground);
    cursor: default;
  }
  .row.trouble {
    background: color-mix(in srgb, var(--vscode-charts-red) 11%, transparent);
  }
  .row.reset {
    background: color-mix(in srgb, var(--vscode-charts-red) 18%, transparent);
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
  /* a number that can be clicked */
  .row button {
    padding: 0 2px;
    font: inherit;
    color: var(--vscode-textLink-foreground);
    text-decoration: underline;
    text-underline-offset: 2px;
    background: none;
    border: none;
    cursor: pointer;
  }
  .row button:hover {
    color: var(--vscode-textLink-activeForeground);
  }
  .row[aria-selected="true"] button {
    color: inherit;
  }
`;
