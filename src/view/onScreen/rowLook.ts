import type { NumberKind } from "./editorState";

/** How the packet list tells a packet's time. */
export const timeKinds = ["relative", "previous", "connection", "local", "utc", "epoch"] as const;
export type TimeKind = (typeof timeKinds)[number];

/** What the rows of a packet list are to say, beyond what they always say. */
export interface RowLook {
  readonly numbers: NumberKind;
  readonly time: TimeKind;
  /** Numbers of the packets, rising, from which on a relative time counts anew. */
  readonly references: readonly number[];
  /** Hosts by the capture's own names, ports by the services that are registered for them. */
  readonly names: boolean;
  /** Fields whose values stand in columns of their own, by the names that filters have for them. */
  readonly fields: readonly string[];
}

/** Whether packets are in the same order, whatever they are sorted by. */
export const isSortedAlike = (one: RowLook, other: RowLook): boolean =>
  one.numbers === other.numbers &&
  one.time === other.time &&
  one.names === other.names &&
  one.references.join() === other.references.join();

export const plainLook: RowLook = { numbers: "relative", time: "relative", references: [], names: false, fields: [] };
