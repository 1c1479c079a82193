import type { FlowArrow, FlowRun, FlowSilence } from "../flow";

/** Several connections in one drawing: a lifeline for each host, and the segments of all in the order of the capture. */
export interface JointFlow extends JointSummary {
  readonly rows: readonly JointRow[];
  /** What happened to each connection that is drawn. */
  readonly stories: readonly ConnectionStory[];
  /** Where each row begins, in even steps; missing where steps are even. */
  readonly tops?: readonly number[];
  /** Rows that are left out behind the last. */
  readonly left?: number;
  /** Whether some of the states cannot be known from the capture. */
  readonly hasAssumed: boolean;
}

/** What is known of such a flow as a whole. */
export interface JointSummary {
  /** How many connections are drawn, and how many more there are. */
  readonly connections: number;
  readonly beyond: number;
  readonly segments: number;
  /** The lifelines, in the order in which their hosts appear. */
  readonly lifelines: readonly Lifeline[];
}

/**
 * A host by its address. A host that talks to itself has a lifeline for each port that was connected to, and one for all connections that
 * it opened.
 */
export interface Lifeline {
  readonly name: string;
  readonly isClient: boolean;
  readonly isServer: boolean;
}

export interface ConnectionStory {
  readonly stream: number;
  readonly client: string;
  readonly server: string;
  readonly opening: string;
  readonly closing: string;
}

/** Which connection a row belongs to. */
export interface OfConnection {
  readonly stream: number;
  /** The connection's place among those that are drawn, which determines its look. */
  readonly place: number;
  /** The places of the lifelines from and to which the row goes. */
  readonly from: number;
  readonly to: number;
  /** The ports of the sender and of the receiver. */
  readonly ports: readonly [number, number];
  /** How the connection opened or closed, if it did so with this segment. */
  readonly told: readonly string[];
}

export type JointArrow = FlowArrow & OfConnection;
export type JointRun = FlowRun & OfConnection;
export type JointRow = JointArrow | JointRun | FlowSilence;

export interface PlacedJointRow {
  readonly top: number;
  readonly row: JointRow;
}

/** The part of the flow that is on screen, and a little around it. Heights are in even steps from the top of the first row. */
export interface JointWindow {
  readonly height: number;
  readonly rows: readonly PlacedJointRow[];
}
