import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { say } from "../../../text/words";
import type { FlowPlace, FlowView } from "../../../view/flow/flowWindow";
import type { JointArrow, JointRun, JointSummary, JointWindow, PlacedJointRow } from "../../../view/flow/joint/jointFlow";
import type { SeveralScope } from "../../../view/onScreen/flowScope";
import { engine } from "../../host";
import { words } from "../../language";
import { FlowScroller } from "../flowScroller";
import { isSelectedRow, rowsNear } from "../ladderDrawing";
import { ladderStyles } from "../ladderStyles";
import { joinedRows, LadderWindow } from "../ladderWindow";
import { drawJointRows, type JointDrawing, lifelinesHead } from "./jointDrawing";
import { type JointPlaces, jointPlaces, scrolledTo } from "./jointPlaces";
import { jointStyles } from "./jointStyles";
import { jointRowText, jointTable } from "./jointTable";

/** Which connections are looked at, and how. */
interface LookedConnections {
  readonly scope: SeveralScope;
  readonly view: FlowView;
  readonly version: number;
  readonly markingVersion: number;
  readonly filter: string;
}

/** The flow of several connections: a lifeline for each host, and the segments of all of them. Only what is on screen exists. */
@customElement("wirenote-joint-ladder")
export class JointLadder extends FlowScroller<LookedConnections, JointWindow> {
  static override readonly styles = [ladderStyles, jointStyles];

  @property({ attribute: false }) scope!: SeveralScope;
  @property({ attribute: false }) summary!: JointSummary;
  /** The packet list's filter, if the connections depend on it. */
  @property() filter = "";
  /** How far it is scrolled sideways. */
  @state() private scrolled = 0;
  protected override readonly window = new LadderWindow<LookedConnections, JointWindow>(
    (looked, from, to) => this.askRows(looked, from, to),
    () => this.take(),
    (old, added, wanted) => ({ ...added, rows: joinedRows(old.rows, added.rows, wanted).rows }),
  );

  protected override get looked(): LookedConnections | undefined {
    const { scope, view, version, markingVersion, filter } = this;
    return view ? { scope, view, version, markingVersion, filter } : undefined;
  }

  protected override askPlace({ scope, view }: LookedConnections, frame: number): Promise<FlowPlace> {
    return engine.jointPlace(scope, view, frame);
  }

  protected override askRows({ scope, view }: LookedConnections, from: number, to: number): Promise<JointWindow> {
    return engine.jointWindow(scope, view, from, to);
  }

  protected override isAnother(changed: PropertyValues): boolean {
    return changed.has("scope") || changed.has("filter");
  }

  override render() {
    const { places, long, viewport, summary } = this;
    const { flow } = this.window;
    const near = flow ? rowsNear(flow, this.top, this.bottom) : [];
    const selected = this.selectedOf(near);
    const { connections, lifelines } = summary;
    return html`
      <div class="ends"><svg width=${this.width} height="44" aria-hidden="true">${lifelinesHead({ lifelines, places })}</svg></div>
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${say(words, "joint.label", { connections, hosts: lifelines.length })}
        aria-rowcount="-1"
        aria-activedescendant=${selected ? `row-${selected.frame}` : nothing}
        @scroll=${this.onScroll}
        @keydown=${this.onKey}
      >
        <div class="screen">
          <svg width=${this.width} height=${viewport} aria-hidden="true">
            <g transform=${`translate(0 ${this.origin * places.step - long.position})`}>
              ${guard([...near, ...Object.values(places), summary, this.origin, this.selected, this.place], () => (flow ? drawJointRows(near, this.drawing(flow)) : nothing))}
            </g>
          </svg>
          <div class="heard">${guard([...near, summary, this.selected, this.place], () => this.table(near))}</div>
        </div>
        <div class="height"></div>
      </div>
    `;
  }

  override updated(changed: PropertyValues): void {
    this.renderRoot.querySelector<HTMLElement>(".height")!.style.width = `${Math.max(1, this.places.whole)}px`;
    super.updated(changed);
  }

  private drawing(flow: JointWindow): JointDrawing {
    const { places, origin, selected, place, choose, toggle, summary } = this;
    const enter = (frame: number) => this.enterAt(frame);
    return { flow, lifelines: summary.lifelines, places, origin, selected, place, choose, toggle, enter };
  }

  private table(rows: readonly PlacedJointRow[]) {
    const { selected, place, summary } = this;
    return jointTable(rows, summary.lifelines, (row) => isSelectedRow(row, { selected, place }));
  }

  override selectedText(): string {
    const row = this.selectedOf(this.window.flow?.rows ?? []);
    return row ? jointRowText(row, this.summary.lifelines) : "";
  }

  private selectedOf(rows: readonly PlacedJointRow[]): JointArrow | JointRun | undefined {
    const { selected, place } = this;
    const row = rows.find((each) => isSelectedRow(each.row, { selected, place }))?.row;
    return row?.kind === "silence" ? undefined : row;
  }

  protected override get places(): JointPlaces {
    return jointPlaces(this.width, this.zoom, this.seen, this.summary.lifelines.length, this.scrolled);
  }

  protected override onScroll(): void {
    this.scrolled = this.scroller.scrollLeft;
    super.onScroll();
  }

  /** Scrolls sideways too, as far as needed. */
  protected override shown(): void {
    const { places, scroller } = this;
    const row = this.selectedOf(this.window.flow?.rows ?? []);
    if (row) scroller.scrollLeft = scrolledTo(row, places);
    this.dispatchEvent(new CustomEvent<boolean>("placed", { detail: row !== undefined }));
  }

  /** Enter goes to the flow of the selected segment's connection alone. */
  protected override enter(): void {
    this.enterAt(this.selected);
  }

  private enterAt(frame: number): void {
    this.choose(frame);
    this.dispatchEvent(new CustomEvent("entered"));
  }
}
