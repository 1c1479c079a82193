import { css } from "lit";

/** Styles that the flow of several connections has besides those of every ladder. */
export const jointStyles = css`
  .scroller {
    overflow: auto;
  }
  .screen {
    left: 0;
  }
  .drawn {
    pointer-events: none;
  }
  .blue {
    color: var(--vscode-charts-blue);
  }
  .green {
    color: var(--vscode-charts-green);
  }
  .purple {
    color: var(--vscode-charts-purple);
  }
  .yellow {
    color: var(--vscode-charts-yellow);
  }
  .cyan {
    color: var(--vscode-terminal-ansiCyan);
  }
  .shaft {
    stroke: currentcolor;
    stroke-width: 1.5;
  }
  .sent.run .shaft {
    stroke-width: 4;
  }
  .sent.selected .shaft {
    stroke-width: 3;
  }
  .head,
  .sign {
    fill: currentcolor;
  }
  .sign {
    stroke: var(--vscode-editor-background);
    stroke-width: 1;
  }
  .cross,
  .bar,
  .gap {
    fill: none;
    stroke: var(--vscode-list-warningForeground);
    stroke-width: 2;
  }
  .cross {
    stroke: var(--vscode-charts-red);
  }
  .stream {
    font-weight: 600;
  }
  line.heading {
    stroke: var(--vscode-descriptionForeground);
    stroke-dasharray: 2 4;
  }
  .written .toggle {
    pointer-events: auto;
  }
  .written .toggle text {
    stroke: none;
  }
`;
