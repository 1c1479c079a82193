import { css } from "lit";

/** What stands around the chart of the whole capture: little, since it has the height of a list. */
export const overTimeStyles = css`
  :host {
    grid-template: auto minmax(60px, 1fr) auto auto / minmax(0, 1fr) auto;
  }
  .about {
    grid-area: 1 / 1;
    align-self: center;
  }
  .tools {
    grid-area: 1 / 2;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 6px;
    align-items: center;
    justify-content: flex-end;
    padding: 2px 6px;
  }
  .buttons {
    display: flex;
  }
  vscode-toolbar-button {
    margin: 1px;
  }
  .nothing {
    grid-area: 1 / 1;
  }
  .plot {
    grid-area: 2 / 1 / 3 / 3;
  }
  .point {
    grid-area: 3 / 1 / 4 / 3;
    display: flex;
    gap: 8px;
    align-items: center;
    height: 26px;
    padding-block: 0;
  }
  .text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .offer {
    display: flex;
    flex: none;
    gap: 4px;
    align-items: center;
  }
  .legend {
    grid-area: 4 / 1 / 5 / 3;
  }
`;
