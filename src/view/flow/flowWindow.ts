import type { NumberKind } from "../onScreen/editorState";
import type { FlowLook } from "../onScreen/flowLook";
import type { Flow, FlowRow, PartKind, StatesShown } from "./flow";
import type { PathTime } from "./pathTime";

/** How a person looks at a flow. */
export interface FlowView extends Pick<FlowLook, "notation" | "time" | "folds"> {
  readonly numbers: NumberKind;
  /** First frames of runs that are drawn out nevertheless. */
  readonly unfolded: readonly number[];
}

/** The part of a flow that is on screen, and a little around it. Heights are counted in even steps from the top of the first row. */
export interface FlowWindow extends Pick<Flow, "stream" | "client" | "server" | "hasAssumed"> {
  /** How many segments the whole connection has. */
  readonly segments: number;
  readonly height: number;
  readonly parts: readonly PlacedPart[];
  readonly path: PathTime;
  /** How far an arrow falls on its way, in steps. */
  readonly fall: number;
  /** The states of both ends before the first of these rows. */
  readonly before: Required<StatesShown>;
  readonly rows: readonly PlacedRow[];
}

export interface PlacedRow {
  readonly top: number;
  readonly row: FlowRow;
}

export interface PlacedPart {
  readonly kind: PartKind;
  readonly text: string;
  readonly top: number;
  /** The bottom of its last row; the same as `top` for a part without rows. */
  readonly bottom: number;
}

/** Where a segment stands in a flow. */
export interface FlowPlace {
  readonly top: number;
  /** The first frame of the run that hides the segment; missing if the segment is drawn itself. */
  readonly run?: number;
  /** Frames of the nearest rows above and below that have one, for stepping through the flow. */
  readonly previous?: number;
  readonly next?: number;
}
