import "./joint/jointLadder";
import "./joint/scopeStrip";
import "./ladder";
import "./sendWindows";
import "./stateDiagram";
import "../charts/connectionCharts";
import "../stream/streamView";
import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { say } from "../../text/words";
import type { FlowView, FlowWindow } from "../../view/flow/flowWindow";
import type { JointSummary } from "../../view/flow/joint/jointFlow";
import type { FlowSum } from "../../view/flow/sum";
import type { NumberKind } from "../../view/onScreen/editorState";
import { type FlowLook, flowZooms, freshFlowLook } from "../../view/onScreen/flowLook";
import { type FlowScope, freshFlowScope, type SeveralScope } from "../../view/onScreen/flowScope";
import type { ConnectionCharts } from "../charts/connectionCharts";
import { onCommands } from "../commands";
import type { Writable } from "../exporting";
import { engine, host } from "../host";
import { keyboardBack } from "../keyboardBack";
import { words } from "../language";
import { PutElsewhere } from "../putElsewhere";
import { saveStream } from "../stream/saveStream";
import { tabStyles } from "../tabs";
import { unseenStyles } from "../unseen";
import { storyTold, sumTold } from "./flowStory";
import { flowStyles } from "./flowStyles";
import { flowTools } from "./flowTools";
import { oneConnection, severalConnections } from "./writableFlow";

/** The pane for the selected connection, or several: the ladder or another view, with tools above and text below. */
@customElement("wirenote-flow")
export class FlowPane extends LitElement {
  static override readonly styles = [tabStyles, unseenStyles, flowStyles];

  /** The connection of the selected packet; -1 where it has none. */
  @property({ type: Number }) stream = -1;
  /** How many connections the capture has. */
  @property({ type: Number }) connections = 0;
  /** How many packets of the capture have been read. */
  @property({ type: Number }) packets = 0;
  /** Which connections the flow shows. */
  @property({ attribute: false }) scope: FlowScope = freshFlowScope;
  /** The filter that is in force in the packet list. */
  @property() filter = "";
  @property({ type: Number }) selected = 0;
  /** 1 once the whole capture is known; 0 before. */
  @property({ type: Number }) version = 0;
  /** A number that changes when other packets are marked by hand. */
  @property({ type: Number }) markingVersion = 0;
  /** Which sequence numbers are shown, as in the packet list. */
  @property() numbers: NumberKind = "relative";
  /** How flows are looked at. */
  @property({ attribute: false }) look: FlowLook = freshFlowLook;
  @query("wirenote-charts") private readonly charts!: ConnectionCharts | null;
  private readonly elsewhere = new PutElsewhere(this, () => this.written);
  private stopCommands: (() => void) | undefined;
  @state() private view: FlowView = viewOf(freshFlowLook, "relative", []);
  @state() private whole: FlowWindow | undefined;
  /** The summary of several connections, if several are shown. */
  @state() private joint: JointSummary | undefined;
  /** Whether the selected packet is in one of them. */
  @state() private isAmong = true;
  @state() private sum: FlowSum | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopCommands = onCommands({
      exportFlow: () => void this.elsewhere.export(),
      chooseConnections: () => void this.chooseScope(),
      showOneConnection: () => this.showOne(),
    });
  }

  override disconnectedCallback(): void {
    this.stopCommands?.();
    super.disconnectedCallback();
  }

  override render() {
    if (this.stream < 0 && !this.several) return this.withoutConnection();
    return html`<div class="pane">
      ${flowTools(this.look, this.hasChoice ? this.strip() : undefined, {
        change: (look) => this.change(look),
        zoomBy: (step) => this.zoomBy(step),
        zoomChartBy: (step) => this.charts?.zoomBy(step),
        wholeChart: () => this.charts?.showWhole(),
        copyPicture: () => void this.elsewhere.copyPicture(),
        export: () => void this.elsewhere.export(),
        saveStream: () => void this.saveStream(),
      })}
      <span class="unseen" role="status">${this.elsewhere.done}</span>
      <div class="panel" role="tabpanel" aria-label=${words.messages[`flowPane.${this.look.tab}`]}>${this.panel()}</div>
      ${this.told()}
    </div>`;
  }

  /** With a single connection in the capture there is nothing to choose. */
  private get hasChoice(): boolean {
    return this.connections > 1 || this.several !== undefined;
  }

  /** The pane if the selected packet has no connection; others may be chosen nevertheless. */
  private withoutConnection() {
    return html`<div class="pane">
      ${this.connections > 0 ? html`<div class="tools">${this.strip()}</div>` : nothing}
      <p class="empty">${words.messages[this.connections > 0 || this.version === 0 ? "editor.noConnection" : "editor.noConnections"]}</p>
    </div>`;
  }

  private panel() {
    const { stream, selected, version } = this;
    if (this.look.tab === "diagram")
      return html`<wirenote-state-diagram .stream=${stream} .selected=${selected} .version=${version}></wirenote-state-diagram>`;
    if (this.look.tab === "window")
      return html`<wirenote-send-windows .stream=${stream} .selected=${selected} .version=${version} .numbers=${this.numbers}></wirenote-send-windows>`;
    if (this.look.tab === "charts")
      return html`<wirenote-charts .stream=${stream} .look=${this.look} .selected=${selected} .version=${version}></wirenote-charts>`;
    if (this.look.tab === "stream")
      return html`<wirenote-stream .stream=${stream} .look=${this.look} .selected=${selected} .packets=${this.packets} .version=${version}></wirenote-stream>`;
    if (this.several) return this.jointLadder(this.several);
    return html`<wirenote-ladder
        .stream=${this.stream}
        .view=${this.view}
        .selected=${this.selected}
        .version=${this.version}
        .markingVersion=${this.markingVersion}
        .zoom=${this.look.zoom}
        @zoomed=${(event: CustomEvent<1 | -1>) => this.zoomBy(event.detail)}
        @run-toggled=${(event: CustomEvent<number>) => this.toggle(event.detail)}
      ></wirenote-ladder>`;
  }

  private jointLadder(scope: SeveralScope) {
    const { joint } = this;
    if (!joint) return nothing;
    if (joint.connections === 0)
      return html`<p class="empty">${words.messages[scope.kind === "shown" ? "joint.nothing" : "joint.gone"]}</p>`;
    return html`<wirenote-joint-ladder
        .scope=${scope}
        .filter=${this.filterOf(scope)}
        .summary=${joint}
        .view=${this.view}
        .selected=${this.selected}
        .version=${this.version}
        .markingVersion=${this.markingVersion}
        .zoom=${this.look.zoom}
        @zoomed=${(event: CustomEvent<1 | -1>) => this.zoomBy(event.detail)}
        @run-toggled=${(event: CustomEvent<number>) => this.toggle(event.detail)}
        @placed=${(event: CustomEvent<boolean>) => {
          this.isAmong = event.detail;
        }}
        @entered=${() => this.showOne()}
      ></wirenote-joint-ladder>`;
  }

  private get several(): SeveralScope | undefined {
    return this.scope.kind === "selected" ? undefined : this.scope;
  }

  /** The packet list's filter, if the connections of a scope depend on it. */
  private filterOf({ kind }: FlowScope): string {
    return kind === "shown" ? this.filter : "";
  }

  private strip() {
    const isWide = this.several !== undefined || (this.scope.kind === "selected" && this.scope.before !== undefined);
    return html`<wirenote-flow-scope
      class=${isWide ? "wide" : ""}
      .stream=${this.stream}
      .isSeveral=${this.several !== undefined}
      .joint=${this.joint}
      @others-wanted=${() => void this.chooseScope()}
      .shownBefore=${this.scope.kind === "selected" ? this.scope.before : undefined}
      @one-wanted=${() => this.showOne()}
      @scope-wanted=${(event: CustomEvent<FlowScope>) => this.showScope(event.detail)}
    ></wirenote-flow-scope>`;
  }

  private async chooseScope(): Promise<void> {
    await keyboardBack();
    const chosen = await host.chooseFlowScope(await engine.scopeChoices(this.selected), this.scope);
    if (!chosen) return;
    if (chosen.kind === "selected") this.showOne();
    else this.showScope(chosen);
    // several connections are drawn in the ladder only: the other views are about the selected one
    if (chosen.kind !== "selected" && this.look.tab !== "ladder") this.change({ tab: "ladder" });
  }

  private showOne(): void {
    const { several } = this;
    if (several) this.showScope({ kind: "selected", before: several });
  }

  private showScope(scope: FlowScope): void {
    this.dispatchEvent(new CustomEvent<FlowScope>("scope-chosen", { detail: scope, bubbles: true, composed: true }));
  }

  private zoomBy(step: 1 | -1): void {
    const zoom = flowZooms[flowZooms.indexOf(this.look.zoom) + step];
    if (zoom !== undefined) this.change({ zoom });
  }

  private async saveStream(): Promise<void> {
    const { stream, look } = this;
    await keyboardBack();
    this.elsewhere.done = (await saveStream(stream, look.direction)) ?? this.elsewhere.done;
  }

  private get written(): Writable {
    if (this.charts) return this.charts.written;
    return this.several ? severalConnections(this.several, this.view) : oneConnection(this.stream, this.view);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("numbers") || changed.has("look")) this.fitView();
    // a packet is chosen before its connection is known
    if (["selected", "stream", "view", "numbers", "version"].some((name) => changed.has(name))) void this.addUp();
    const isOther = changed.has("scope") || (changed.has("filter") && this.scope.kind === "shown");
    if (isOther || (changed.has("stream") && !this.several)) this.view = { ...this.view, unfolded: [] };
    if (changed.has("stream") || changed.has("version")) void this.learn();
    if (isOther || changed.has("version")) void this.learnJoint();
  }

  /** Makes a new view only if the rows would change: another zoom or tab leaves them as they are. */
  private fitView(): void {
    const { look, numbers, view } = this;
    const now = viewOf(look, numbers, look.folds === view.folds ? view.unfolded : []);
    if (JSON.stringify(now) !== JSON.stringify(view)) this.view = now;
  }

  private change(look: Partial<FlowLook>): void {
    this.dispatchEvent(new CustomEvent<Partial<FlowLook>>("flow-looked", { detail: look, bubbles: true, composed: true }));
  }

  /** Asks for what is said of the connection as a whole. */
  private async learn(): Promise<void> {
    const { stream, view } = this;
    if (stream < 0) return;
    const whole = await engine.flow(stream, view, 0, 0);
    if (stream === this.stream) this.whole = whole;
  }

  private async learnJoint(): Promise<void> {
    const { several, filter } = this;
    const joint = several && (await engine.jointFlow(several));
    if (several === this.several && filter === this.filter) this.joint = joint;
  }

  private async addUp(): Promise<void> {
    const { stream, selected, view } = this;
    if (stream < 0 || selected === 0) return;
    const sum = await engine.sum(stream, view.numbers, selected);
    if (stream === this.stream && selected === this.selected && sum.frame === selected) this.sum = sum;
  }

  private toggle(frame: number): void {
    const { unfolded } = this.view;
    const others = unfolded.filter((each) => each !== frame);
    this.view = { ...this.view, unfolded: others.length < unfolded.length ? others : [...unfolded, frame] };
  }

  /** The text about the connection. Charts have none: they sum themselves up, and need the height. */
  private told() {
    const { tab } = this.look;
    if (tab === "charts") return nothing;
    return html`<div class=${tab === "ladder" ? "told" : `told brief ${tab}`} role="region" tabindex="0" aria-label=${words.messages["flowPane.story"]}>
      ${this.story()}
    </div>`;
  }

  private story() {
    const { whole, several, sum } = this;
    const elsewhere = several && !this.isAmong ? html`<p class="elsewhere">${words.messages["joint.elsewhere"]}</p>` : nothing;
    if (!whole || this.stream < 0) return elsewhere;
    return html`
      ${sum ? sumTold(sum) : nothing} ${elsewhere}
      ${several ? html`<h3>${say(words, "flow.title", whole)}</h3>` : nothing}
      ${storyTold(whole)}
    `;
  }
}

const viewOf = ({ notation, time, folds }: FlowLook, numbers: NumberKind, unfolded: readonly number[]): FlowView => ({
  notation,
  numbers,
  time,
  folds,
  unfolded,
});
