import type { NumberKind } from "./editorState";

/** How the packet list tells a packet's time. */
export const timeKinds = ["relative", "previous", "connection", "local", "utc", "epoch"] as const;
export type TimeKind = (typeof timeKinds)[number];

/** What the rows of a packet list are to say, beyond what they always say. */
export interface RowLook {
  readonly numbers: NumberKind;
  readonly time: TimeKind;
  /** Hosts by the capture's own names, ports by the services that are registered for them. */
  readonly names: boolean;
}

export const plainLook: RowLook = { numbers: "relative", time: "relative", names: false };
