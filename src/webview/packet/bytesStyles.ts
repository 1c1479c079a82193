import { css } from "lit";

export const bytesStyles = css`
  :host {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-height: 0;
    font-family: var(--vscode-editor-font-family);
    font-size: calc(var(--vscode-editor-font-size) * 0.9);
  }
  .rows {
    overflow: auto;
    padding: 4px 12px;
    line-height: 20px;
    outline-offset: -1px;
  }
  .rows:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .line {
    height: 20px;
    white-space: pre;
    user-select: none;
  }
  .offset,
  .dim {
    color: var(--vscode-descriptionForeground);
  }
  .offset {
    margin-right: 2ch;
  }
  .ascii {
    margin-left: 1ch;
  }
  .byte {
    display: inline-block;
    padding: 0 0.5ch;
    line-height: 18px;
    border-block: 1px solid transparent;
    cursor: pointer;
  }
  .byte:not(.dim) {
    color: var(--kind);
  }
  .ascii .byte {
    padding: 0;
  }
  .lit {
    --light: var(--vscode-editor-findMatchHighlightBackground);
    background: linear-gradient(90deg, transparent var(--from), var(--light) var(--from), var(--light) var(--to), transparent var(--to));
    border-block: 1px dashed var(--vscode-contrastActiveBorder, transparent);
  }
  .lit:not(.header) {
    color: var(--vscode-editor-foreground);
  }
  .lit.header {
    --light: var(--vscode-list-inactiveSelectionBackground, transparent);
  }
  .lit.chosen {
    --light: var(--vscode-editor-findMatchBackground);
    border-block-style: solid;
  }
  .byte.marked {
    color: var(--vscode-list-activeSelectionForeground);
    background: var(--vscode-list-activeSelectionBackground);
    border-block-color: var(--vscode-contrastActiveBorder, transparent);
  }
  .bits:empty {
    display: none;
  }
  .bits {
    padding: 2px 12px;
    color: var(--vscode-descriptionForeground);
    border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .bits strong {
    color: var(--vscode-foreground);
    text-decoration: underline;
  }
`;
