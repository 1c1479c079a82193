import { css } from "lit";

/** Tracks are told apart by their shapes and widths; colours only help. */
export const chartStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(80px, 1fr) auto auto / minmax(0, 1fr);
    min-height: 0;
    overflow: hidden;
    font-size: 11px;
    line-height: 1.45;
  }
  .about,
  .point,
  .legend {
    margin: 0;
    padding: 3px 12px;
  }
  .about,
  .legend {
    color: var(--vscode-descriptionForeground);
  }
  b {
    font-weight: 600;
    color: var(--vscode-foreground);
  }
  .nothing {
    margin: 12px;
    font-size: 12px;
    color: var(--vscode-descriptionForeground);
  }
  /* equally high for any text, so that the drawing above keeps its height */
  .point {
    height: 2.9em;
    overflow: hidden;
  }
  .plot {
    position: relative;
    min-height: 0;
    overflow: hidden;
    cursor: crosshair;
    touch-action: none;
    user-select: none;
  }
  .plot:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .plot svg {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  text {
    fill: var(--vscode-descriptionForeground);
  }
  .value {
    text-anchor: end;
    dominant-baseline: middle;
  }
  .time {
    text-anchor: middle;
  }
  .axes line {
    stroke: var(--vscode-editorIndentGuide-background1, var(--vscode-panel-border, currentcolor));
    stroke-width: 1;
    opacity: 0.6;
  }
  .frame {
    fill: none;
    stroke: var(--vscode-descriptionForeground);
  }
  .track {
    fill: none;
    stroke: var(--vscode-foreground);
    stroke-width: 1.5;
  }
  .strokes {
    stroke-width: 2;
  }
  .dots {
    stroke-width: 4;
    stroke-linecap: round;
  }
  .sent,
  .carried,
  .inFlight,
  .roundTrip {
    stroke: var(--vscode-charts-blue);
  }
  .area {
    stroke-width: 1;
    fill-opacity: 0.35;
  }
  :is(.all, .shown) {
    stroke: var(--vscode-charts-blue);
    fill: var(--vscode-charts-blue);
  }
  .allBehind {
    stroke: var(--vscode-descriptionForeground);
    fill: var(--vscode-descriptionForeground);
    fill-opacity: 0.15;
    stroke-opacity: 0.6;
  }
  /* no outline, which would be a line even where the count is zero */
  :is(.trouble, .disorder) {
    stroke: none;
    fill: var(--vscode-charts-red);
    fill-opacity: 1;
  }
  .interval {
    fill: var(--vscode-list-hoverBackground, none);
    stroke: var(--vscode-contrastActiveBorder, none);
  }
  .acked,
  .delivered {
    stroke: var(--vscode-charts-green);
  }
  .edge,
  .window,
  .initial {
    stroke: var(--vscode-charts-yellow);
    stroke-dasharray: 5 3;
  }
  .resent {
    stroke: var(--vscode-charts-red);
    stroke-width: 4;
  }
  /* the theme's orange is transparent */
  .outOfOrder {
    stroke: var(--vscode-foreground);
    stroke-width: 4;
    stroke-dasharray: 3 1;
  }
  .sacked {
    stroke: var(--vscode-charts-purple);
    stroke-width: 1;
  }
  .duplicate {
    stroke: var(--vscode-charts-green);
    stroke-width: 5;
  }
  .selected line {
    stroke: var(--vscode-foreground);
    stroke-width: 1;
    stroke-dasharray: 2 2;
  }
  .selected path {
    stroke: var(--vscode-foreground);
    stroke-width: 4;
  }
  :is(.selected, .pointed) circle {
    fill: none;
    stroke: var(--vscode-foreground);
    stroke-width: 1.5;
  }
  .pointed line {
    stroke: var(--vscode-descriptionForeground);
    opacity: 0.6;
  }
  .pointed path {
    stroke: var(--vscode-foreground);
    stroke-width: 2;
  }
  .band {
    fill: var(--vscode-editor-selectionBackground);
    fill-opacity: 0.4;
    stroke: var(--vscode-contrastActiveBorder, none);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    padding-bottom: 6px;
    list-style: none;
  }
  .legend li {
    display: flex;
    gap: 5px;
    align-items: center;
    white-space: nowrap;
  }
`;
