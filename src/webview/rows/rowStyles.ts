import { css } from "lit";

/** Rows as VS Code's lists have them: what is pointed at, what is selected, and what something is wrong with. */
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
`;
