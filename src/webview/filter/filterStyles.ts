import { css } from "lit";

/** The filter box: the input with marks under its text, its buttons, and what opens below. */
export const filterStyles = css`
  :host {
    display: block;
    min-width: 0;
    padding: 4px 0;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .box {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  input,
  .under {
    box-sizing: border-box;
    width: 100%;
    height: 26px;
    padding: 0 6px;
    font: var(--vscode-editor-font-size) var(--vscode-editor-font-family);
    border: 1px solid transparent;
    border-radius: 2px;
  }
  input {
    position: relative;
    color: var(--vscode-input-foreground);
    background: transparent;
    border-color: var(--vscode-input-border, var(--vscode-contrastBorder, transparent));
  }
  /* the same text, invisible, so that a line can be drawn under a part of it */
  .under {
    position: absolute;
    inset: 0;
    line-height: 24px;
    color: transparent;
    background: var(--vscode-input-background);
    white-space: pre;
    overflow: hidden;
    pointer-events: none;
  }
  .under mark {
    color: inherit;
    background: none;
    text-decoration: underline wavy var(--vscode-editorError-foreground);
    text-decoration-skip-ink: none;
    text-underline-offset: 3px;
  }
  input::placeholder {
    color: var(--vscode-input-placeholderForeground);
  }
  input:focus {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  input[aria-invalid="true"] {
    border-color: var(--vscode-inputValidation-errorBorder);
  }
  progress {
    position: absolute;
    right: 1px;
    bottom: 1px;
    left: 1px;
    width: calc(100% - 2px);
    height: 2px;
    border: 0;
    appearance: none;
    background: transparent;
  }
  progress::-webkit-progress-bar {
    background: transparent;
  }
  progress::-webkit-progress-value {
    background: var(--vscode-progressBar-background);
  }
  .popup {
    position: absolute;
    z-index: 10;
    top: 27px;
    left: 0;
    right: 0;
    margin: 0;
    padding: 2px 0;
    max-height: 264px;
    overflow: auto;
    list-style: none;
    color: var(--vscode-editorSuggestWidget-foreground, var(--vscode-foreground));
    background: var(--vscode-editorSuggestWidget-background, var(--vscode-editorWidget-background));
    border: 1px solid var(--vscode-editorSuggestWidget-border, var(--vscode-contrastBorder, transparent));
    box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
  }
  .popup li {
    display: flex;
    gap: 8px;
    align-items: center;
    height: 22px;
    padding: 0 7px;
    font-family: var(--vscode-editor-font-family);
    white-space: nowrap;
    cursor: pointer;
  }
  .popup li > :is(span, small) {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* the label of a whole filter says more than its text, which is therefore the first to shrink */
  .popup li > span {
    flex-shrink: 1000;
    min-width: 0;
  }
  .popup small {
    margin-left: auto;
    font: inherit;
    font-family: var(--vscode-font-family);
    color: var(--vscode-descriptionForeground);
  }
  .popup vscode-icon {
    flex: none;
    color: inherit;
  }
  .popup li:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .popup li[aria-selected="true"],
  .popup li[aria-selected="true"] small {
    color: var(--vscode-editorSuggestWidget-selectedForeground, inherit);
    background: var(--vscode-editorSuggestWidget-selectedBackground, var(--vscode-list-activeSelectionBackground));
  }
  .popup li[aria-selected="true"] {
    outline: 1px dotted var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .problem {
    padding: 6px 8px;
    white-space: pre-wrap;
    color: var(--vscode-inputValidation-errorForeground, var(--vscode-foreground));
    background: var(--vscode-inputValidation-errorBackground);
    border-color: var(--vscode-inputValidation-errorBorder);
  }
  .problem .button {
    display: block;
    max-width: 100%;
    margin: 6px 0 0;
    font: var(--vscode-editor-font-size) var(--vscode-editor-font-family);
    text-align: left;
    overflow-wrap: anywhere;
  }
  .problem kbd {
    margin-left: 8px;
    font-family: var(--vscode-font-family);
    opacity: 0.8;
  }
  .count {
    padding: 0 4px;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
    color: var(--vscode-descriptionForeground);
  }
  .says {
    overflow: hidden;
    margin: 2px 7px 0;
    font-size: 0.92em;
    line-height: 1.4;
    white-space: nowrap;
    text-overflow: ellipsis;
    color: var(--vscode-descriptionForeground);
  }
`;
