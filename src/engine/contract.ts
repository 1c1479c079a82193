import type { LabelledItem } from "../view/filterCompletion";
import type { FlowPlace, FlowView, FlowWindow } from "../view/flow/flowWindow";
import type { Numbers } from "../view/flow/notation";
import type { StatePath } from "../view/flow/statePath";
import type { FlowSum } from "../view/flow/sum";
import type { NumberKind } from "../view/onScreen/editorState";
import type { PacketRow } from "../view/packetRow";
import type { TreeNode } from "../view/tree";

/** One open capture, from wherever it is looked at. Everything that crosses is plain data of the size of a screen. */
export interface Engine {
  /** What is known so far. */
  summary(): Promise<CaptureSummary>;
  /** Rows from `first` on, counted from 0; fewer where the capture ends. */
  rows(first: number, count: number, numbers?: NumberKind): Promise<readonly PacketRow[]>;
  /**
   * Shows only what fits a display filter, everything for an empty one; the rows that do stay with the engine. A filter takes the
   * place of the one before, and stops it where it still runs; one that cannot be read changes nothing.
   */
  filter(expression: string): Promise<FilterAnswer>;
  /** What may stand at a place of a filter; `start` to `end` is what it replaces. */
  completeFilter(expression: string, cursor: number): Promise<FilterCompletion>;
  /** As `rows`, of those that the filter shows. */
  filteredRows(first: number, count: number, numbers?: NumberKind): Promise<readonly PacketRow[]>;
  /** The decoded tree of a packet, counted from 1 as people do. */
  packet(number: number): Promise<PacketDetail>;
  /** What stands in the flow of a connection from one height to another, counted in even steps. */
  flow(stream: number, view: FlowView, from: number, to: number): Promise<FlowWindow>;
  /** Where a packet of that connection stands in its flow. */
  flowPlace(stream: number, view: FlowView, frame: number): Promise<FlowPlace>;
  /** The way of both its ends through the state diagram. */
  states(stream: number): Promise<StatePath>;
  /** The arithmetic of a packet of that connection. */
  sum(stream: number, numbers: Numbers, frame: number): Promise<FlowSum>;
}

/** What the engine tells without being asked. */
export interface EngineEvents {
  progress(summary: CaptureSummary): void;
}

/** The same as a list, for the side that calls. */
export const engineMethods = [
  "summary",
  "rows",
  "filter",
  "completeFilter",
  "filteredRows",
  "packet",
  "flow",
  "flowPlace",
  "states",
  "sum",
] as const satisfies readonly (keyof Engine)[];

export interface CaptureSummary {
  readonly packets: number;
  readonly connections: number;
  readonly format?: string;
  /** Share of the file that has been read, from 0 to 1. */
  readonly read: number;
  readonly complete: boolean;
  /** Why there is nothing to see, or where the file stopped being readable: a sentence. */
  readonly problem?: string;
}

export type FilterAnswer =
  /** How many packets it shows. */
  | { readonly shown: number }
  | { readonly cancelled: true }
  | { readonly problem: { readonly start: number; readonly end: number; readonly text: string; readonly instead?: string } };

export interface FilterCompletion {
  readonly start: number;
  readonly end: number;
  readonly items: readonly LabelledItem[];
}

export interface PacketDetail {
  readonly tree: readonly TreeNode[];
  readonly bytes: Uint8Array;
}
