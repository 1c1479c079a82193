import { css } from "lit";

export const stateDiagramStyles = css`
  :host {
    display: block;
    position: relative;
    container-type: size;
    min-height: 0;
    overflow: auto;
    padding: 6px 12px;
    font-size: 12px;
  }
  .control {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 4px;
    align-items: center;
    font-size: 11px;
  }
  .control select {
    margin-left: auto;
  }
  .control .step {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    padding: 0;
    color: inherit;
    background: none;
    border-color: transparent;
  }
  .control .step:hover:enabled {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  button,
  select {
    padding: 2px 8px;
    font: inherit;
    color: var(--vscode-button-secondaryForeground);
    background: var(--vscode-button-secondaryBackground);
    border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent));
    border-radius: 2px;
    cursor: pointer;
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  button:focus-visible,
  select:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }
  svg {
    display: block;
    width: 100%;
    max-width: 560px;
    height: auto;
    /* the whole diagram is visible, as long as its words can be read */
    max-height: max(290px, 100cqh - 50px);
    margin: 8px auto;
    font-family: var(--vscode-font-family);
    font-size: 12px;
  }
  /* in a low pane the control stands in the corners that the diagram leaves free */
  @container (max-height: 400px) {
    .control {
      position: absolute;
      inset: 6px 12px auto;
      display: grid;
      grid-template-columns: repeat(3, 24px) 1fr auto;
      pointer-events: none;
    }
    .control > * {
      pointer-events: auto;
    }
    .control [role="status"] {
      grid-area: 2 / 1 / auto / span 3;
      white-space: nowrap;
    }
    .control select {
      grid-area: 1 / 5;
    }
    svg {
      max-height: max(290px, 100cqh - 12px);
      margin: 0 auto 8px;
    }
  }
  text {
    fill: var(--vscode-foreground);
    stroke: var(--vscode-editor-background);
    stroke-width: 4px;
    paint-order: stroke;
  }
  .edge {
    color: var(--vscode-descriptionForeground);
  }
  .edge line {
    stroke: currentcolor;
  }
  .edge path {
    fill: currentcolor;
  }
  .edge text {
    font-size: 10px;
    fill: var(--vscode-descriptionForeground);
  }
  .edge.gone {
    color: var(--vscode-textLink-foreground);
  }
  .edge.gone line {
    stroke-width: 3.5;
  }
  .edge.gone text {
    font-weight: 600;
    fill: var(--vscode-foreground);
  }
  .edge.assumed line {
    stroke-dasharray: 6 4;
  }
  .state rect {
    fill: var(--vscode-editorWidget-background, var(--vscode-editor-background));
    stroke: var(--vscode-descriptionForeground);
  }
  .state text {
    stroke: none;
  }
  .state.gone rect {
    stroke: var(--vscode-textLink-foreground);
    stroke-width: 2;
  }
  .state.now rect {
    fill: var(--vscode-list-inactiveSelectionBackground);
    stroke-width: 4;
  }
  .state.now text {
    font-weight: 700;
  }
  .state .here {
    font-size: 10px;
    font-weight: 400;
  }
  .state.now .here {
    font-weight: 600;
  }
  ol {
    margin: 6px 0 0;
    padding-left: 2.2em;
  }
  li {
    margin: 1px 0;
  }
  li button {
    padding: 1px 4px;
    text-align: left;
    color: var(--vscode-foreground);
    background: none;
    border-color: transparent;
  }
  li.later {
    color: var(--vscode-descriptionForeground);
  }
  li[aria-current] button {
    font-weight: 600;
    background: var(--vscode-list-inactiveSelectionBackground);
    border-color: var(--vscode-contrastActiveBorder, transparent);
  }
`;
