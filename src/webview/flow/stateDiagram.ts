import "@vscode-elements/elements/dist/vscode-icon/index.js";
import { html, LitElement, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type TcpState, tcpStates } from "../../protocols/tcpStates";
import { say } from "../../text/words";
import type { PathStep, StatePath } from "../../view/flow/statePath";
import { engine } from "../host";
import { words } from "../language";
import {
  box,
  closedAtEnd,
  commonEdges,
  diagramHeight,
  diagramWidth,
  type Edge,
  edgeOf,
  type Point,
  statePlaces,
} from "./diagramPlaces";
import { edgeLines, lineHeight } from "./diagramWords";
import { aboutState, phaseOf, stateName } from "./stateChip";
import { stateDiagramStyles } from "./stateDiagramStyles";

const ends = ["client", "server"] as const;
type End = (typeof ends)[number];
/** Milliseconds from one change to the next while the way is played. */
const pace = 1200;

/** The state diagram with the way that one end of this connection took, as far as the selected packet; and a step control. */
@customElement("wirenote-state-diagram")
export class StateDiagram extends LitElement {
  static override readonly styles = stateDiagramStyles;

  @property({ type: Number }) stream = -1;
  @property({ type: Number }) selected = 0;
  @property({ type: Number }) version = 0;
  @state() private path: StatePath | undefined;
  @state() private end: End = "client";
  @state() private playing: number | undefined;

  override disconnectedCallback(): void {
    this.stop();
    super.disconnectedCallback();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("stream")) this.stop();
    if (changed.has("stream") || changed.has("version")) void this.learn();
  }

  override render() {
    const { path, end } = this;
    if (!path) return nothing;
    return html`
      ${this.control(path)}
      <svg viewBox="0 0 ${diagramWidth} ${diagramHeight}" role="img" aria-label=${say(words, "diagram.label", { end: this.roleName(end) })}>
        ${this.edges(path).map(({ edge, step }) => drawEdge(edge, step))} ${this.states(path)}
      </svg>
      <p>${say(words, "diagram.legend", { end: this.roleName(end), frame: this.selected })}</p>
      <ol aria-label=${words.messages["diagram.way"]}>${path.steps.map((step, i) => this.told(step, i, path))}</ol>
    `;
  }

  private control(path: StatePath) {
    const frames = framesOf(path);
    const done = frames.filter((frame) => frame <= this.selected).length;
    const isPlaying = this.playing !== undefined;
    return html`<div class="control" role="toolbar" aria-label=${words.messages["flowPane.diagram"]}>
      ${stepButton("back", "chevron-left", done <= 1, () => this.choose(frames[done - 2]))}
      ${isPlaying ? stepButton("pause", "debug-pause", false, () => this.stop()) : stepButton("play", "play", false, () => this.play())}
      ${stepButton("forward", "chevron-right", done >= frames.length, () => this.choose(frames[done]))}
      <span role="status">${say(words, "diagram.step", { step: done, steps: frames.length })}</span>
      <select aria-label=${words.messages["diagram.end"]} title=${words.messages["diagram.end"]} @change=${this.onEnd}>
        ${ends.map((each) => html`<option value=${each} ?selected=${each === this.end}>${this.roleName(each)}</option>`)}
      </select>
    </div>`;
  }

  private readonly roleName = (end: End) => words.messages[`ladder.${end}`];

  /** The state of each end after the selected packet. */
  private now({ initial, steps }: StatePath, end: End) {
    return steps.findLast((step) => step.end === end && step.frame <= this.selected)?.to ?? initial[end];
  }

  private edges({ steps }: StatePath): { edge: Edge; step: PathStep | undefined }[] {
    const gone = steps.filter(({ end, frame }) => end === this.end && frame <= this.selected);
    const others = gone.filter(({ from, to }) => !commonEdges.some((edge) => edge.from === from && edge.to === to.state));
    const common = commonEdges.map((edge) => ({
      edge,
      step: gone.findLast(({ from, to, event }) => edge.from === from && edge.to === to.state && edge.event === event),
    }));
    const all = [...common, ...others.map((step) => ({ edge: edgeOf({ ...step, to: step.to.state }), step }))];
    // highlighted edges are drawn last, above the others
    return all.sort((a, b) => Number(a.step !== undefined) - Number(b.step !== undefined));
  }

  private states(path: StatePath) {
    const own = path.steps.filter(({ end, frame }) => end === this.end && frame <= this.selected);
    const gone = new Set<TcpState>([path.initial[this.end].state, ...own.map(({ to }) => to.state)]);
    const isOver = own.length > 0 && own[own.length - 1].to.state === "CLOSED";
    const here = (name: TcpState, isEnd: boolean) =>
      ends.filter((end) => {
        const hasMoved = path.steps.some((step) => step.end === end && step.frame <= this.selected);
        return this.now(path, end).state === name && (name !== "CLOSED" || hasMoved === isEnd);
      });
    const nodes = tcpStates.map((name) => ({ name, place: statePlaces[name], isEnd: false }));
    return [...nodes, { name: "CLOSED" as const, place: closedAtEnd, isEnd: true }].map(({ name, place, isEnd }) => {
      const isLit = gone.has(name) && (name !== "CLOSED" || (isEnd ? isOver : path.initial[this.end].state === "CLOSED"));
      return drawState(name, place, here(name, isEnd).map(this.roleName), isLit, here(name, isEnd).includes(this.end));
    });
  }

  private told(step: PathStep, index: number, { steps }: StatePath) {
    const isCurrent = steps.findLastIndex(({ frame }) => frame <= this.selected) === index;
    const { frame, from, to, event, section, end } = step;
    return html`<li class=${frame > this.selected ? "later" : ""} aria-current=${isCurrent ? "step" : nothing}>
      <button @click=${() => this.choose(frame)} title=${aboutState(to)}>
        ${say(words, "diagram.frame", { frame })}, ${this.roleName(end)}: ${from} → ${stateName(to)} · ${words.messages[`diagram.event.${event}`]} [RFC 9293 §${section}]
      </button>
    </li>`;
  }

  private async learn(): Promise<void> {
    const { stream } = this;
    if (stream < 0) return;
    const path = await engine.states(stream);
    if (stream === this.stream) this.path = path;
  }

  private readonly onEnd = (event: Event): void => {
    this.end = (event.target as HTMLSelectElement).value as End;
  };

  /** Plays the way; from the start if it is at its end. */
  private play(): void {
    const frames = framesOf(this.path!);
    if (this.selected >= frames[frames.length - 1]) this.choose(frames[0]);
    this.playing = window.setInterval(() => {
      const next = frames.find((frame) => frame > this.selected);
      if (next === undefined) this.stop();
      else this.choose(next);
    }, pace);
  }

  private stop(): void {
    window.clearInterval(this.playing);
    this.playing = undefined;
  }

  private choose(frame: number | undefined): void {
    if (frame !== undefined)
      this.dispatchEvent(new CustomEvent("packet-chosen", { detail: frame, bubbles: true, composed: true }));
  }
}

function stepButton(name: "back" | "play" | "pause" | "forward", icon: string, isDisabled: boolean, onClick: () => void) {
  const label = words.messages[`diagram.${name}`];
  return html`<button class="step ${name}" title=${label} aria-label=${label} ?disabled=${isDisabled} @click=${onClick}>
    <vscode-icon name=${icon}></vscode-icon>
  </button>`;
}

/** The packets with which something changes. */
const framesOf = ({ steps }: StatePath): number[] => [...new Set(steps.map(({ frame }) => frame))];

function drawEdge({ start, end, event, label }: Edge, step: PathStep | undefined) {
  const angle = (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI;
  const x = start.x + (end.x - start.x) * label;
  const y = start.y + (end.y - start.y) * label;
  const lines = edgeLines(words.messages[`diagram.event.${event}`]);
  return svg`<g class="edge ${step ? "gone" : ""} ${step?.to.assumed ? "assumed" : ""}">
    <line x1=${start.x} y1=${start.y} x2=${end.x} y2=${end.y}></line>
    <path d="M 0 0 l -9 -4.5 l 0 9 z" transform="translate(${end.x} ${end.y}) rotate(${angle})"></path>
    <text y=${y + 3 - ((lines.length - 1) * lineHeight) / 2} text-anchor="middle">
      ${lines.map((line, i) => svg`<tspan x=${x} dy=${i === 0 ? 0 : lineHeight}>${line}</tspan>`)}
    </text>
  </g>`;
}

function drawState(name: TcpState, { x, y }: Point, here: readonly string[], isLit: boolean, isNow: boolean) {
  return svg`<g class="state ${phaseOf(name)} ${isLit ? "gone" : ""} ${isNow ? "now" : ""}">
    <title>${aboutState({ state: name, assumed: false })}</title>
    <rect x=${x - box.width / 2} y=${y - box.height / 2} width=${box.width} height=${box.height} rx="4"></rect>
    <text x=${x} y=${here.length > 0 ? y - 1 : y + 4} text-anchor="middle">${name}</text>
    ${here.length > 0 ? svg`<text class="here" x=${x} y=${y + 10} text-anchor="middle">${here.join(" · ")}</text>` : nothing}
  </g>`;
}
