import type { NumberKind } from "./editorState";

/** How the packet list shows times. */
export const timeKinds = ["relative", "previous", "connection", "local", "utc", "epoch"] as const;
export type TimeKind = (typeof timeKinds)[number];

/** The choices that a person has for what the rows of the packet list say. */
export interface RowLook {
  readonly numbers: NumberKind;
  readonly time: TimeKind;
  /** Numbers of the packets, rising, from which on relative times count anew. */
  readonly references: readonly number[];
  /** Whether hosts are shown by the capture's own names, and ports by the services registered for them. */
  readonly names: boolean;
  /** Fields that have columns of their own, by their names in filters. */
  readonly fields: readonly string[];
}

/** Whether sorting gives the same order with both looks, by whatever column. */
export const isSortedAlike = (one: RowLook, other: RowLook): boolean =>
  one.numbers === other.numbers &&
  one.time === other.time &&
  one.names === other.names &&
  one.references.join() === other.references.join();

export const plainLook: RowLook = { numbers: "relative", time: "relative", references: [], names: false, fields: [] };
