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

/** What is on screen of a flow, and a little around it. Heights are counted in even steps from the top of the first row. */
export interface FlowWindow extends Pick<Flow, "stream" | "client" | "server" | "hasAssumed"> {
  /** Segments of the whole connection. */
  readonly segments: number;
  readonly height: number;
  readonly parts: readonly PlacedPart[];
  readonly path: PathTime;
  /** How far an arrow falls on its way, in steps. */
  readonly fall: number;
  /** Both ends before the first of these rows. */
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
  /** The same as `top` for a part without rows. */
  readonly bottom: number;
}

/** Where a segment stands in a flow. */
export interface FlowPlace {
  readonly top: number;
  /** First frame of the run that hides it; missing where it is drawn itself. */
  readonly run?: number;
  /** Frames of the rows above and below that have one, to step through. */
  readonly previous?: number;
  readonly next?: number;
}
