import type { FlowFormat } from "../../view/flow/flowFormats";
import type { FlowPlace, FlowView, FlowWindow } from "../../view/flow/flowWindow";
import type { SendWindow } from "../../view/flow/sendWindow";
import type { StatePath } from "../../view/flow/statePath";
import type { FlowSum } from "../../view/flow/sum";
import type { NumberKind } from "../../view/onScreen/editorState";
import { namesOf } from "./names";

/** Questions about the flow of one connection. */
export interface FlowQuestions {
  /** The part of a connection's flow from one height to another, counted in even steps. */
  flow(stream: number, view: FlowView, from: number, to: number): Promise<FlowWindow>;
  /** Where a packet of that connection stands in its flow. */
  flowPlace(stream: number, view: FlowView, frame: number): Promise<FlowPlace>;
  /** The whole flow written out, as far as it fits into one file. */
  writeFlow(stream: number, view: FlowView, format: FlowFormat): Promise<string>;
  /** The way of both its ends through the state diagram. */
  states(stream: number): Promise<StatePath>;
  /** The arithmetic of a packet of that connection. */
  sum(stream: number, numbers: NumberKind, frame: number): Promise<FlowSum>;
  /** What each of its ends may send when a packet has gone by, as far as that is known. */
  sendWindows(stream: number, numbers: NumberKind, frame: number): Promise<readonly SendWindow[]>;
}

export const flowMethods = namesOf<FlowQuestions>({
  flow: true,
  flowPlace: true,
  writeFlow: true,
  states: true,
  sum: true,
  sendWindows: true,
});
