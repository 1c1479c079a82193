import { type FlowFormat, flowWriters } from "../../view/flow/flowFormats";
import type { FlowPlace, FlowView } from "../../view/flow/flowWindow";
import type { JointSummary, JointWindow } from "../../view/flow/joint/jointFlow";
import { jointWriters } from "../../view/flow/joint/jointFormats";
import type { SeveralScope } from "../../view/onScreen/flowScope";
import type { CaptureInView } from "../captureInView";
import type { JointFlowQuestions } from "../contract/joint";
import { type ConnectionChoices, connectionChoices, type ScopeChoice, scopeChoices } from "../joint/connectionChoices";
import type { ConnectionsFlow } from "../joint/connectionsFlow";
import { JointFlows } from "../joint/jointFlows";
import { markedRows } from "../marking/markedRows";

export class JointFlowAnswers implements JointFlowQuestions {
  private readonly flows: JointFlows;

  constructor(private readonly capture: CaptureInView) {
    this.flows = new JointFlows(capture.words);
  }

  async jointFlow(scope: SeveralScope): Promise<JointSummary> {
    return this.joint(scope).summary;
  }

  async jointWindow(scope: SeveralScope, view: FlowView, from: number, to: number): Promise<JointWindow> {
    const window = await this.joint(scope).window(view, from, to);
    return { ...window, rows: markedRows(window.rows, this.capture.opened.packets) };
  }

  async jointPlace(scope: SeveralScope, view: FlowView, frame: number): Promise<FlowPlace> {
    return this.joint(scope).place(view, frame);
  }

  async writeJointFlow(scope: SeveralScope, view: FlowView, format: FlowFormat): Promise<string> {
    const whole = await this.joint(scope).whole(view, flowWriters[format].mostRows);
    return jointWriters[format](whole, this.capture.words);
  }

  async connectionChoices(search: string, most: number): Promise<ConnectionChoices> {
    return this.capture.indexed.opened ? connectionChoices(this.capture.known, search, most) : { choices: [], more: false };
  }

  async scopeChoices(packet: number): Promise<readonly ScopeChoice[]> {
    if (!this.capture.indexed.opened) return [];
    const flow = this.capture.opened.packets.columns.flow[packet - 1] ?? -1;
    return scopeChoices(this.capture.known, flow < 0 ? undefined : flow >> 1);
  }

  private joint(scope: SeveralScope): ConnectionsFlow {
    return this.flows.of(scope, this.capture.known);
  }
}
