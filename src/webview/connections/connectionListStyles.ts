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
    grid-template-columns: var(--connection-columns);
    gap: 0 1.2ch;
    min-width: min-content;
    padding: 0 12px;
  }
  .head {
    display: grid;
    position: sticky;
    z-index: 2;
    top: 0;
    box-sizing: border-box;
    align-items: center;
    height: 24px;
    white-space: nowrap;
    background: var(--vscode-editor-background);
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
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
  /* numbers are aligned */
  :is(.head, .row) > :not(.client, .server) {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .head > :not(.client, .server) button {
    justify-content: flex-end;
  }
  .empty {
    grid-row: 2;
    margin: 0;
    padding: 12px;
    font-family: var(--vscode-font-family);
    color: var(--vscode-descriptionForeground);
  }
`;
