import { css } from "lit";

/** The flow pane around its ladder and its state diagram. */
export const flowStyles = css`
  :host {
    display: block;
    container-type: size;
    min-height: 0;
    overflow: hidden auto;
  }
  /* where there is less room, as in an enlarged window, all of it scrolls */
  .pane {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr);
    height: 100%;
    min-height: 260px;
  }
  :is(.tools, .ofTab) {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 4px;
    align-items: center;
  }
  .tools {
    padding: 2px 6px;
    font-size: 11px;
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  vscode-toolbar-button {
    margin: 1px;
  }
  .empty {
    margin: 12px;
    color: var(--vscode-descriptionForeground);
  }
  .panel {
    grid-row: 3;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  /* beside the tabs; for several connections it has a line of its own */
  .tools > wirenote-flow-scope.wide {
    order: 1;
    flex-basis: 100%;
  }
  .tabs {
    display: flex;
    gap: 6px;
    margin-right: auto;
  }
  [role="tab"] {
    min-width: 24px;
    min-height: 24px;
    padding: 3px 0;
  }
  select {
    max-width: 22ch;
    padding: 1px 2px;
    font: inherit;
    color: var(--vscode-dropdown-foreground);
    background: var(--vscode-dropdown-background);
    border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, transparent));
    border-radius: 2px;
  }
  :is(select, input, .told, .told a):focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  label {
    display: flex;
    gap: 4px;
    min-height: 24px;
    align-items: center;
    white-space: nowrap;
  }
  /* equally high for every segment, so that the ladder keeps its height */
  .told {
    grid-row: 4;
    box-sizing: border-box;
    height: 24cqh;
    overflow: auto;
    padding: 5px 12px 10px;
    font-size: 12px;
    line-height: 1.45;
    border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  /* text that goes on below the edge fades there, so that no line is cut through its middle */
  .told:not(:focus-visible) {
    mask-image: linear-gradient(to top, transparent 2px, black 14px);
  }
  /* the state diagram and the stream need the height */
  .told.brief {
    height: 66px;
  }
  .told p {
    margin: 0 0 3px;
  }
  :is(.marks, .sum) {
    margin-bottom: 6px;
    padding-left: 9px;
    border-left: 3px solid var(--vscode-charts-blue);
  }
  /* in the colour of the arrow */
  .marks {
    border-left-color: var(--vscode-charts-yellow);
  }
  .told a {
    color: var(--vscode-textLink-foreground);
  }
  h3 {
    margin: 0 0 2px;
    font-size: inherit;
  }
  .told b {
    font-weight: 600;
  }
  .told .path {
    color: var(--vscode-descriptionForeground);
  }
  .buttons {
    display: flex;
  }
  /* in a low pane the ladder comes first: only the first lines of the text stay, the rest scrolls */
  @container (max-height: 420px) {
    .told {
      height: 66px;
    }
    /* the diagram does without text, so that all of it is visible */
    .told.diagram {
      display: none;
    }
  }
`;
