import { css } from "lit";

export const headerStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 14px;
    height: 28px;
    padding: 0 12px;
    font-size: 11px;
  }
  h2 {
    margin: 0;
    font: inherit;
    font-weight: 600;
    text-transform: uppercase;
    color: var(--vscode-panelTitle-activeForeground, var(--vscode-foreground));
  }
  .head small {
    margin-left: auto;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: inherit;
    color: var(--vscode-descriptionForeground);
  }
  [role="tablist"] {
    display: flex;
    gap: 12px;
    min-width: 8ch;
    height: 100%;
    overflow-x: auto;
    scrollbar-width: none;
  }
  [role="tab"] {
    padding: 0 0 1px;
  }
  .scroller {
    overflow: auto;
    padding: 2px 12px 8px;
  }
  .diagram,
  .scale {
    display: grid;
    grid-template-columns: repeat(32, minmax(10px, 1fr));
    grid-auto-rows: minmax(34px, auto);
    gap: 2px 1px;
  }
  .scale {
    grid-auto-rows: auto;
    font-size: 11px;
    color: var(--vscode-descriptionForeground);
  }
  .cell {
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-width: 0;
    padding: 2px 1px;
    overflow: hidden;
    font: inherit;
    color: var(--vscode-foreground);
    background: var(--vscode-editorWidget-background);
    border: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, transparent));
    border-bottom: 2px solid var(--kind);
    cursor: pointer;
  }
  .diagram:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }
  .cell.unnamed {
    background: none;
    border-bottom-width: 1px;
    cursor: default;
  }
  .cell small {
    max-width: 100%;
    overflow: hidden;
    font-size: 11px;
    line-height: 13px;
    text-align: center;
    overflow-wrap: anywhere;
    hyphens: auto;
    color: var(--vscode-descriptionForeground);
  }
  .cell span {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bit {
    justify-content: flex-end;
    gap: 3px;
    min-height: 50px;
    padding: 2px 0;
  }
  .bit small {
    flex: none;
    overflow: visible;
    text-overflow: clip;
    font-family: var(--vscode-editor-font-family);
    font-size: 10px;
    line-height: 11px;
    writing-mode: vertical-lr;
    text-orientation: upright;
    letter-spacing: -2px;
  }
  .bit.set span {
    font-weight: 700;
  }
  .bit.set small {
    color: inherit;
  }
  .cell.pointed {
    background: var(--vscode-editor-findMatchHighlightBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -3px;
  }
  .cell.chosen {
    color: var(--vscode-editor-foreground);
    background: var(--vscode-editor-findMatchBackground);
    border-color: var(--vscode-contrastActiveBorder, var(--vscode-focusBorder));
  }
  .cell.chosen small {
    color: inherit;
  }
  .empty {
    padding: 0 12px;
    color: var(--vscode-descriptionForeground);
  }
`;
