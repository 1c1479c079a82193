import { css } from "lit";

/** The frame around the panes: VS Code's panel titles, borders and notices. */
export const editorStyles = css`
  :host {
    display: grid;
    /* the words about a long filter must not make this wider than the editor */
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    font: var(--vscode-font-weight) var(--vscode-font-size) var(--vscode-font-family);
    color: var(--vscode-foreground);
    background: var(--vscode-editor-background);
  }
  main {
    display: grid;
    min-height: 0;
  }
  .slot[hidden] {
    display: none;
  }
  .slot:not([hidden]) {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  section {
    display: grid;
    min-height: 0;
    grid-template: 28px minmax(0, 1fr) / minmax(0, 1fr);
  }
  /* these have their title inside */
  section:is(.flow, .detail, .bytes, .header) {
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  section.packet,
  section.header {
    border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  section:is(.flow, .header, .bytes) {
    border-left: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .low section.packet {
    border-top: none;
    border-left: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .told {
    display: grid;
    grid-template: minmax(60px, 1fr) fit-content(55%) / minmax(0, 1fr);
    min-height: 0;
  }
  .tabs [role="tablist"] {
    display: flex;
    gap: 8px;
    height: 100%;
  }
  .title,
  .tabs {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    padding: 0 6px 0 12px;
  }
  h2 {
    margin: 0;
    font: inherit;
    font-size: 11px;
    font-weight: 600;
    text-transform: uppercase;
    white-space: nowrap;
    color: var(--vscode-panelTitle-activeForeground, var(--vscode-foreground));
  }
  :is(.title, .tabs) small {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 11px;
    color: var(--vscode-descriptionForeground);
  }
  :is(.title, .tabs) small.hidden {
    flex: none;
    padding: 0 6px;
    color: var(--vscode-foreground);
    border: 1px solid var(--vscode-descriptionForeground);
    border-radius: 8px;
  }
  .tabs [role="tab"] {
    height: 100%;
    padding: 0 4px;
    font-size: 11px;
    text-transform: uppercase;
  }
  button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .notice {
    display: flex;
    gap: 6px;
    align-items: center;
    margin: 0;
    padding: 6px 12px;
    border: 1px solid var(--vscode-inputValidation-warningBorder);
    color: var(--vscode-inputValidation-warningForeground, var(--vscode-foreground));
    background: var(--vscode-inputValidation-warningBackground);
  }
  .notice.info {
    border-color: var(--vscode-inputValidation-infoBorder);
    color: var(--vscode-inputValidation-infoForeground, var(--vscode-foreground));
    background: var(--vscode-inputValidation-infoBackground);
  }
  .empty {
    margin: 0;
    padding: 12px;
    color: var(--vscode-descriptionForeground);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-height: 35px;
    padding: 0 8px 0 12px;
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  /* where there is not enough room, the other tools go below it */
  .toolbar wirenote-filter-box {
    flex: 1;
    min-width: min(200px, 100%);
  }
  /* in line with the filter's input, not with the middle of it and the words below */
  .looks {
    display: flex;
    align-items: center;
    align-self: flex-start;
    gap: 8px;
    min-height: 28px;
    padding: 3px 0;
  }
  .times {
    max-width: 14ch;
    height: 24px;
    font: inherit;
    color: var(--vscode-dropdown-foreground);
    background: var(--vscode-dropdown-background);
    border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, transparent));
    border-radius: 2px;
  }
  .times:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .views {
    display: flex;
    gap: 4px;
  }
  /* a button that is switched on has an outline of its own */
  .views vscode-toolbar-button:focus-within {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
    border-radius: 5px;
  }
`;
