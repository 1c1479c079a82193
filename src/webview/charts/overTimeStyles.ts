import { css } from "lit";

/** Styles around the chart of the whole capture: there is little, since it has only the height of a list. */
export const overTimeStyles = css`
  :host {
    container-type: size;
    grid-template: auto minmax(60px, 1fr) auto auto / minmax(0, 1fr) auto;
  }
  .legend {
    grid-area: 1 / 1;
    align-self: center;
    padding-bottom: 3px;
  }
  .tools {
    grid-area: 1 / 2;
    display: flex;
    gap: 2px 6px;
    align-items: center;
    padding: 2px 6px;
  }
  .buttons {
    display: flex;
  }
  vscode-toolbar-button {
    margin: 1px;
  }
  :is(.plot, .point, .about) {
    grid-column: 1 / 3;
  }
  .nothing {
    grid-area: 2 / 1 / 3 / 3;
    z-index: 1;
  }
  .plot {
    grid-row: 2;
  }
  /* a marked span has two lines of words, with buttons beside them */
  .point {
    grid-row: 3;
    display: flex;
    gap: 8px;
    align-items: center;
    height: 30px;
    padding-block: 0;
  }
  .text {
    max-height: 100%;
    overflow: hidden;
    line-height: 1.3;
  }
  .offer {
    display: flex;
    flex: none;
    gap: 4px;
    align-items: center;
    margin-left: auto;
  }
  .about {
    grid-row: 4;
    padding-bottom: 6px;
  }
  /* where there is less height, the drawing comes first */
  @container (max-height: 240px) {
    .about {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  }
  @container (max-height: 170px) {
    .about {
      display: none;
    }
  }
`;
