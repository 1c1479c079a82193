import { css, html, LitElement, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { formatDuration } from "../text/duration";
import { say } from "../text/words";
import type { Ladder, LadderArrow } from "../view/ladder";
import { words } from "./language";
import { meaningOf } from "./meaning";

const rowHeight = 40;
/** How far an arrow falls on its way: time runs downwards. */
const fall = 14;
const timeColumn = 108;
const edge = 24;
const headHeight = 48;
/** A pause of this many seconds is marked, in a row of its own. */
const silence = 0.5;
const silenceHeight = 28;

/** The flow of one connection: two lifelines and an arrow for each segment. */
@customElement("wirenote-ladder")
export class LadderView extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      overflow: auto;
      min-height: 0;
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
    .endpoint {
      font-weight: 600;
    }
    .lifeline,
    .silence line {
      stroke: var(--vscode-descriptionForeground);
      opacity: 0.5;
    }
    .silence line {
      stroke-dasharray: 2 4;
    }
    .arrow {
      cursor: pointer;
      color: var(--vscode-descriptionForeground);
    }
    .arrow line {
      stroke: currentcolor;
      stroke-width: 1.5;
    }
    .arrow path {
      fill: currentcolor;
    }
    .arrow rect {
      fill: transparent;
    }
    .arrow:hover rect {
      fill: var(--vscode-list-hoverBackground);
    }
    .arrow.opening {
      color: var(--vscode-charts-blue);
    }
    .arrow.closing {
      color: var(--vscode-charts-purple);
    }
    .arrow.reset {
      color: var(--vscode-charts-red);
    }
    .arrow.selected rect {
      fill: var(--vscode-list-inactiveSelectionBackground);
      stroke: var(--vscode-contrastActiveBorder, transparent);
    }
    .arrow.selected line {
      stroke-width: 3;
    }
    .arrow.selected .label {
      font-weight: 600;
    }
    .arrow:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
      outline-offset: -2px;
    }
  `;

  @property({ attribute: false }) ladder!: Ladder;
  @property({ type: Number }) selected = 0;
  @state() private width = 480;
  private readonly sizes = new ResizeObserver(([entry]) => {
    this.width = Math.max(360, Math.floor(entry.contentRect.width));
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  override render() {
    const { arrows, client, server, stream } = this.ladder;
    const tops = rowTops(arrows);
    const height = (tops.at(-1) ?? headHeight) + rowHeight + edge;
    const left = timeColumn + edge;
    const right = this.width - edge - 40;
    return html`<svg width=${this.width} height=${height} role="list" aria-label=${say(words, "ladder.label", { stream, client, server })}>
      ${[
        { x: left, name: client, role: words.messages["ladder.client"] },
        { x: right, name: server, role: words.messages["ladder.server"] },
      ].map(({ x, name, role }) => lifeline(x, name, role, height))}
      ${arrows.map((arrow, index) => this.arrow(arrow, index, tops[index], left, right))}
    </svg>`;
  }

  private arrow(arrow: LadderArrow, index: number, top: number, left: number, right: number) {
    const { client, server, arrows } = this.ladder;
    const [fromX, toX] = arrow.fromClient ? [left, right] : [right, left];
    const [from, to] = arrow.fromClient ? [client, server] : [server, client];
    const y = top + 22;
    const pause = pauseBefore(arrows, index);
    const tip = arrow.fromClient ? -9 : 9;
    const choose = () => this.dispatchEvent(new CustomEvent("packet-chosen", { detail: arrow.number }));
    return svg`
      ${pause >= silence ? silenceMark(pause, top, (left + right) / 2, this.width) : ""}
      <g
        class="arrow ${meaningOf(arrow.flags)} ${arrow.number === this.selected ? "selected" : ""}"
        role="listitem"
        tabindex=${arrow.number === this.selected ? 0 : -1}
        aria-label=${say(words, "ladder.row", { number: arrow.number, from, to, label: arrow.label })}
        @click=${choose}
      >
        <rect x="1" y=${top + 1} width=${this.width - 2} height=${rowHeight - 2}></rect>
        <text class="time number" x="12" y=${y + 4}>${arrow.number}</text>
        <text class="time" x=${timeColumn - 4} y=${y + 4} text-anchor="end">${index === 0 ? formatDuration(0) : `+${formatDuration(pause)}`}</text>
        <line x1=${fromX} y1=${y} x2=${toX + tip / 2} y2=${y + fall}></line>
        <path d="M ${toX} ${y + fall} l ${tip} -5 l 0 8 z"></path>
        <text class="label" x=${(left + right) / 2} y=${y - 1} text-anchor="middle">${arrow.label}</text>
      </g>
    `;
  }
}

const pauseBefore = (arrows: readonly LadderArrow[], index: number) =>
  index > 0 ? arrows[index].time - arrows[index - 1].time : 0;

/** Where each arrow's row begins: even steps, with room for every long pause. */
function rowTops(arrows: readonly LadderArrow[]): number[] {
  let top = headHeight;
  return arrows.map((_, index) => {
    if (index > 0) top += rowHeight;
    if (pauseBefore(arrows, index) >= silence) top += silenceHeight;
    return top;
  });
}

function lifeline(x: number, name: string, role: string, height: number) {
  return svg`<g aria-hidden="true">
    <text class="endpoint" x=${x} y="18" text-anchor="middle">${name}</text>
    <text class="role" x=${x} y="34" text-anchor="middle">${role}</text>
    <line class="lifeline" x1=${x} y1="40" x2=${x} y2=${height}></line>
  </g>`;
}

function silenceMark(pause: number, top: number, middle: number, width: number) {
  const y = top - silenceHeight / 2;
  return svg`<g class="silence" aria-hidden="true">
    <line x1=${timeColumn} y1=${y} x2=${width - 8} y2=${y}></line>
    <text x=${middle} y=${y - 4} text-anchor="middle">${say(words, "ladder.silence", { seconds: pause.toFixed(1) })}</text>
  </g>`;
}
