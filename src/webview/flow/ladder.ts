import { html, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { say } from "../../text/words";
import type { FlowArrow, FlowRun } from "../../view/flow/flow";
import type { FlowPlace, FlowView, FlowWindow, PlacedRow } from "../../view/flow/flowWindow";
import { engine } from "../host";
import { words } from "../language";
import { joinedFlow, statesAfter } from "./flowPieces";
import { FlowScroller } from "./flowScroller";
import { type Drawing, drawRows, isSelectedRow, rowsNear } from "./ladderDrawing";
import { type LadderPlaces, ladderPlaces } from "./ladderPlaces";
import { ladderStyles } from "./ladderStyles";
import { ladderTable, rowText } from "./ladderTable";
import { LadderWindow } from "./ladderWindow";
import { bracket, endsHead } from "./lifelines";

/** Which connection is looked at, and how. */
interface LookedFlow {
  readonly stream: number;
  readonly view: FlowView;
  readonly version: number;
  readonly markingVersion: number;
}

/** The flow of one connection: two lifelines and an arrow for each segment. Only what is on screen exists. */
@customElement("wirenote-ladder")
export class Ladder extends FlowScroller<LookedFlow, FlowWindow> {
  static override readonly styles = ladderStyles;

  @property({ type: Number }) stream = -1;
  protected override readonly window = new LadderWindow<LookedFlow, FlowWindow>(
    (looked, from, to) => this.askRows(looked, from, to),
    () => this.take(),
    joinedFlow,
  );

  protected override get looked(): LookedFlow | undefined {
    const { stream, view, version, markingVersion } = this;
    return stream >= 0 && view ? { stream, view, version, markingVersion } : undefined;
  }

  protected override askPlace({ stream, view }: LookedFlow, frame: number): Promise<FlowPlace> {
    return engine.flowPlace(stream, view, frame);
  }

  protected override askRows({ stream, view }: LookedFlow, from: number, to: number): Promise<FlowWindow> {
    return engine.flow(stream, view, from, to);
  }

  protected override isAnother(changed: PropertyValues): boolean {
    return changed.has("stream");
  }

  override render() {
    const { places, long, viewport } = this;
    const { flow } = this.window;
    const near = flow ? rowsNear(flow, this.top, this.bottom) : [];
    const selected = this.selectedOf(near);
    const { stream, client, server } = flow ?? { stream: 0, client: "", server: "" };
    return html`
      <div class="ends"><svg width=${this.width} height="44" aria-hidden="true">${flow ? endsHead(flow, this.statesAtTop(flow), places) : nothing}</svg></div>
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${say(words, "ladder.label", { stream, client, server })}
        aria-rowcount="-1"
        aria-activedescendant=${selected ? `row-${selected.frame}` : nothing}
        @scroll=${this.onScroll}
        @keydown=${this.onKey}
      >
        <div class="screen">
          <svg width=${this.width} height=${viewport} aria-hidden="true">
            <g transform=${`translate(0 ${this.origin * places.step - long.position})`}>
              ${guard([...near, flow?.path, this.origin, this.width, places.step, this.selected, this.place], () => (flow ? drawRows(near, this.drawing(flow)) : nothing))}
            </g>
            ${flow?.parts.map((part) => bracket(part, long.position, viewport, places))}
          </svg>
          <div class="heard">${guard([...near, this.selected, this.place], () => this.table(near))}</div>
        </div>
        <div class="height"></div>
      </div>
    `;
  }

  private drawing(flow: FlowWindow): Drawing {
    const { places, origin, selected, place, choose, toggle } = this;
    return { flow, places, origin, selected, place, choose, toggle, hasProportionalTime: this.view.time === "proportional" };
  }

  private table(rows: readonly PlacedRow[]) {
    const { selected, place } = this;
    return ladderTable(rows, (row) => isSelectedRow(row, { selected, place }));
  }

  /** The selected row as text, if it is loaded. */
  override selectedText(): string {
    const row = this.selectedOf(this.window.flow?.rows ?? []);
    return row ? rowText(row) : "";
  }

  private selectedOf(rows: readonly PlacedRow[]): FlowArrow | FlowRun | undefined {
    const { selected, place } = this;
    const row = rows.find((each) => isSelectedRow(each.row, { selected, place }))?.row;
    return row?.kind === "silence" ? undefined : row;
  }

  /** The states that both ends have come to above the visible part. */
  private statesAtTop(flow: FlowWindow): FlowWindow["before"] {
    const { places, long } = this;
    const seen = flow.rows.findIndex(({ top }) => top * places.step + places.arrowAt >= long.position);
    return statesAfter(flow.before, seen < 0 ? flow.rows : flow.rows.slice(0, seen));
  }

  protected override get places(): LadderPlaces {
    return ladderPlaces(this.width, this.zoom, this.seen);
  }
}
