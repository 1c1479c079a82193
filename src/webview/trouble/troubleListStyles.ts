import { css } from "lit";

export const troubleListStyles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    position: relative;
    min-height: 0;
    overflow: hidden;
    container-type: inline-size;
  }
  .scroller {
    font-family: var(--vscode-editor-font-family);
    font-size: calc(var(--vscode-editor-font-size) * 0.86);
  }
  .head,
  .row {
    display: grid;
    grid-template-columns: minmax(0, 44ch) 9ch 12ch 9ch 20ch;
    gap: 0 1.2ch;
    padding: 0 12px;
  }
  .head {
    position: sticky;
    top: 0;
    box-sizing: border-box;
    align-items: center;
    height: 24px;
    font-family: var(--vscode-font-family);
    color: var(--vscode-descriptionForeground);
    white-space: nowrap;
    background: var(--vscode-editor-background);
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  :is(.head, .row) > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* numbers are aligned */
  :is(.packets, .connections, .first, .most) {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .row .kind {
    display: flex;
  }
  .icon {
    flex: none;
    width: 2.4ch;
    color: var(--vscode-charts-red);
  }
  .row[aria-selected="true"] .icon {
    color: inherit;
  }
  .row .name {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* on a line of its own */
  .name {
    display: inline-block;
  }
  .name::first-letter {
    text-transform: uppercase;
  }
  .meaning {
    margin: 0;
    padding: 6px 12px;
    line-height: 1.45;
    color: var(--vscode-descriptionForeground);
    border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .meaning b {
    color: var(--vscode-foreground);
  }
  .meaning code {
    font-family: var(--vscode-editor-font-family);
  }
  .meaning a {
    color: var(--vscode-textLink-foreground);
  }
  .empty {
    margin: 0;
    padding: 12px;
    font-family: var(--vscode-font-family);
    color: var(--vscode-descriptionForeground);
  }
  /* where there is little room, what is least missed is left out */
  @container (max-width: 560px) {
    .connections {
      display: none;
    }
    .head,
    .row {
      grid-template-columns: minmax(0, 1fr) 9ch 8ch 19ch;
    }
  }
`;
