import { css } from "lit";

/** Patterns tell the parts apart; colours only help. */
export const sendWindowsStyles = css`
  :host {
    display: grid;
    min-height: 0;
    font-size: 12px;
    line-height: 1.45;
  }
  .windows,
  .unknown {
    margin: 0;
    overflow: auto;
    padding: 8px 12px;
  }
  .windows:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  section {
    margin-bottom: 14px;
  }
  h3 {
    margin: 0;
    font-size: inherit;
  }
  p {
    margin: 2px 0;
  }
  .told,
  .congestion {
    color: var(--vscode-descriptionForeground);
  }
  .drawing {
    margin: 6px 0 8px;
  }
  .edges {
    position: relative;
    height: 9px;
  }
  .bracket {
    position: absolute;
    box-sizing: border-box;
    height: 9px;
    border: 2px solid var(--vscode-foreground);
    border-bottom: none;
  }
  .bar {
    display: flex;
    height: 30px;
  }
  .bar > *,
  .sign {
    box-sizing: border-box;
    border: 1px solid var(--vscode-descriptionForeground);
  }
  /* even a single byte can be seen */
  .bar > :is(.flight, .usable) {
    min-width: 4px;
  }
  .bar > :not(:first-child) {
    border-left: none;
  }
  .acked {
    background: color-mix(in srgb, var(--vscode-descriptionForeground) 35%, transparent);
  }
  .flight {
    background: repeating-linear-gradient(
      45deg,
      var(--vscode-charts-blue) 0 4px,
      color-mix(in srgb, var(--vscode-charts-blue) 30%, transparent) 4px 8px
    );
  }
  .usable {
    background: radial-gradient(circle, var(--vscode-charts-green) 1.3px, transparent 1.6px) 0 0 / 7px 7px;
  }
  .waits {
    background: none;
  }
  .bar > .waits {
    border-right-style: dashed;
  }
  .shut {
    width: 5px;
    background: var(--vscode-charts-red);
  }
  dl {
    display: grid;
    grid-template-columns: 22px max-content minmax(0, 1fr);
    gap: 2px 8px;
    align-items: center;
    margin: 0;
  }
  .sign {
    width: 22px;
    height: 14px;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  .remark {
    margin-top: 4px;
    padding-left: 9px;
    border-left: 3px solid var(--vscode-charts-yellow);
  }
`;
