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
  /** Some of the states cannot be known. */
  readonly hasAssumed: boolean;
}

/** What is said of the flow as a whole. */
export interface JointSummary {
  /** How many connections are drawn, and how many there are beyond the most that are. */
  readonly connections: number;
  readonly beyond: number;
  readonly segments: number;
  /** In the order in which they appear first. */
  readonly lifelines: readonly Lifeline[];
}

/**
 * A host by its address. One that talks to itself has a lifeline for each of its ports that somebody connected to, and one for all
 * that it opened.
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
  /** Its place among those that are drawn, which says how it looks. */
  readonly place: number;
  /** Lifelines that it goes from and to, by their places. */
  readonly from: number;
  readonly to: number;
  /** Of the sender and of the receiver. */
  readonly ports: readonly [number, number];
  /** How the connection opened or closed, where it did so with this segment. */
  readonly told: readonly string[];
}

export type JointArrow = FlowArrow & OfConnection;
export type JointRun = FlowRun & OfConnection;
export type JointRow = JointArrow | JointRun | FlowSilence;

export interface PlacedJointRow {
  readonly top: number;
  readonly row: JointRow;
}

/** What is on screen of it, and a little around it, in even steps from the top of the first row. */
export interface JointWindow {
  readonly height: number;
  readonly rows: readonly PlacedJointRow[];
}
