import type { FlowFormat } from "../../view/flow/flowFormats";
import type { FlowPlace, FlowView } from "../../view/flow/flowWindow";
import type { JointSummary, JointWindow } from "../../view/flow/joint/jointFlow";
import type { SeveralScope } from "../../view/onScreen/flowScope";
import type { ConnectionChoices, ScopeChoice } from "../joint/connectionChoices";
import { namesOf } from "./names";

/** Questions about the flow of several connections, and which are drawn together. */
export interface JointFlowQuestions {
  /** The flow of several connections as a whole. A scope of shown packets means those that this page's filter shows. */
  jointFlow(scope: SeveralScope): Promise<JointSummary>;
  /** A part of it from one height to another, where a packet stands in it, and the whole written out, as for one connection. */
  jointWindow(scope: SeveralScope, view: FlowView, from: number, to: number): Promise<JointWindow>;
  jointPlace(scope: SeveralScope, view: FlowView, frame: number): Promise<FlowPlace>;
  writeJointFlow(scope: SeveralScope, view: FlowView, format: FlowFormat): Promise<string>;
  /** Connections to choose from: the first ones with a text in their ends, or with that number. */
  connectionChoices(search: string, most: number): Promise<ConnectionChoices>;
  /** What is offered to be drawn together, for the connection of a packet. */
  scopeChoices(packet: number): Promise<readonly ScopeChoice[]>;
}

export const jointFlowMethods = namesOf<JointFlowQuestions>({
  jointFlow: true,
  jointWindow: true,
  jointPlace: true,
  writeJointFlow: true,
  connectionChoices: true,
  scopeChoices: true,
});
