import type { Mark } from "../../connections/marks";
import type { TcpFlagName } from "../../protocols/tcp";
import type { TcpState } from "../../protocols/tcpStates";
import type { PathTime } from "./pathTime";

/** The flow of one connection: what every picture of it shows, in whatever format. */
export interface Flow {
  readonly stream: number;
  readonly client: string;
  readonly server: string;
  /** The states before the first segment. */
  readonly initial: StatesShown;
  readonly rows: readonly FlowRow[];
  /** Which rows belong together, and why; drawn as brackets. */
  readonly parts: readonly FlowPart[];
  /** Whether some of the states cannot be known from the capture. */
  readonly hasAssumed: boolean;
  readonly path: PathTime;
  /** Where each row begins, in even steps, and how far an arrow falls; missing where steps are even. */
  readonly scale?: { readonly tops: readonly number[]; readonly fall: number };
  /** Rows that are left out behind the last. */
  readonly left?: number;
}

export interface ShownState {
  readonly state: TcpState;
  /** Whether the state cannot be known from the capture. */
  readonly assumed: boolean;
}

/** An end that did not change is absent. */
export interface StatesShown {
  readonly client?: ShownState;
  readonly server?: ShownState;
}

export type PartKind = "opening" | "data" | "closing";

export interface FlowPart {
  readonly kind: PartKind;
  /** Indexes of its first and last row; a part without rows of its own stands behind the last. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

export type FlowRow = FlowArrow | FlowRun | FlowSilence;

export interface Markable {
  /** Whether it is marked by hand, or one of the segments that it stands for is. Shown on screen only. */
  readonly isMarked?: boolean;
}

export interface FlowArrow extends Markable {
  readonly kind: "segment";
  readonly frame: number;
  /** Seconds since the connection's first segment. */
  readonly time: number;
  readonly fromClient: boolean;
  readonly flags: readonly TcpFlagName[];
  readonly length: number;
  readonly label: string;
  readonly marks: readonly Mark[];
  /** What is remarkable about it, in words. */
  readonly remarks: readonly string[];
  /** The states that it leads to, in order: where segments cross, an end may change twice. */
  readonly states: readonly StatesShown[];
}

/** Many segments alike: data from one side, all of one length, and the pure acknowledgments between. */
export interface FlowRun extends Markable {
  readonly kind: "run";
  readonly frame: number;
  readonly lastFrame: number;
  readonly time: number;
  /** The time of its last segment. */
  readonly lastTime: number;
  readonly fromClient: boolean;
  readonly count: number;
  readonly acknowledgments: number;
  readonly bytes: number;
  readonly label: string;
  /** Whether its segments follow, each in a row of its own. */
  readonly isOpen: boolean;
}

/** A long time in which nothing happened. */
export interface FlowSilence {
  readonly kind: "silence";
  readonly seconds: number;
}
