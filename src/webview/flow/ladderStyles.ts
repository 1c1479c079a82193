import { css } from "lit";

export const ladderStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-height: 0;
    overflow: hidden;
    font-size: 12px;
  }
  .ends {
    position: relative;
    height: 44px;
    overflow: hidden;
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .scroller {
    position: relative;
    overflow: hidden auto;
    outline-offset: -1px;
  }
  .scroller:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .screen {
    position: sticky;
    top: 0;
    height: 0;
    contain: size layout style;
  }
  svg {
    display: block;
    font-family: var(--vscode-font-family);
    font-size: 12px;
  }
  text {
    fill: var(--vscode-foreground);
  }
  .role,
  .time,
  .silence text {
    fill: var(--vscode-descriptionForeground);
  }
  .endpoint,
  .number {
    font-weight: 600;
  }
  .lifeline {
    pointer-events: none;
    stroke: var(--vscode-descriptionForeground);
    stroke-width: 1;
  }
  .lifeline.opening,
  .lifeline.closing {
    stroke-width: 2;
  }
  .lifeline.open {
    stroke-width: 3;
  }
  .lifeline.opening,
  .chip.opening rect {
    stroke: var(--vscode-charts-blue);
  }
  .lifeline.open,
  .chip.open rect {
    stroke: var(--vscode-charts-green);
  }
  .lifeline.closing,
  .chip.closing rect {
    stroke: var(--vscode-charts-purple);
  }
  .lifeline.assumed {
    stroke-dasharray: 4 4;
  }
  .chip text {
    font-size: 10.5px;
  }
  .chip rect {
    fill: var(--vscode-editorWidget-background, var(--vscode-editor-background));
    stroke: var(--vscode-descriptionForeground);
  }
  .chip.assumed rect {
    stroke-dasharray: 3 3;
  }
  .silence line,
  .heading line {
    stroke: var(--vscode-descriptionForeground);
    stroke-dasharray: 2 4;
  }
  .arrow {
    cursor: pointer;
    color: var(--vscode-descriptionForeground);
  }
  .arrow > line {
    stroke: currentcolor;
    stroke-width: 1.5;
  }
  .arrow.run > line {
    stroke-width: 4;
  }
  .arrow > path {
    fill: currentcolor;
  }
  .arrow > .cross,
  .arrow > .bar,
  .arrow > .gap {
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }
  .back {
    fill: transparent;
  }
  .arrow:hover .back {
    fill: var(--vscode-list-hoverBackground);
  }
  .arrow.opening {
    color: var(--vscode-charts-blue);
  }
  .arrow.closing {
    color: var(--vscode-charts-purple);
  }
  .arrow.trouble {
    color: var(--vscode-list-warningForeground);
  }
  .arrow.reset {
    color: var(--vscode-charts-red);
  }
  .remark {
    font-size: 11px;
    fill: var(--vscode-foreground);
  }
  .arrow.selected .back {
    fill: var(--vscode-list-inactiveSelectionBackground);
    stroke: var(--vscode-contrastActiveBorder, transparent);
  }
  .arrow.selected > line {
    stroke-width: 3;
  }
  .written {
    pointer-events: none;
  }
  .written text {
    stroke: var(--vscode-editor-background);
    stroke-width: 3px;
    paint-order: stroke;
  }
  .written.selected .label {
    font-weight: 600;
  }
  .scroller:focus-visible .arrow.selected .back {
    stroke: var(--vscode-focusBorder);
  }
  .toggle {
    cursor: pointer;
  }
  .toggle rect {
    fill: var(--vscode-editor-background);
    stroke: var(--vscode-descriptionForeground);
  }
  .bracket path {
    fill: none;
    stroke: var(--vscode-descriptionForeground);
  }
  .bracket.opening path {
    stroke: var(--vscode-charts-blue);
  }
  .bracket.closing path {
    stroke: var(--vscode-charts-purple);
  }
  .bracket text {
    font-size: 11px;
  }
  /* it is only heard, so nothing around it need be laid out anew */
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
    contain: strict;
  }
  .heard :is(table, tr, th, td) {
    display: block;
    height: 1px;
    overflow: hidden;
    white-space: nowrap;
  }
`;
