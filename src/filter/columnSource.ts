import type { PacketColumns } from "../capture/columns";
import type { ConnectionTracker } from "../connections/tracker";
import { type LowerProtocol, lowerProtocols } from "../decode/innermost";
import type { Verdicts } from "./verdicts";

/** What the index knows of a capture. */
export interface ColumnSource {
  readonly columns: PacketColumns;
  /** Rows that are marked by hand. */
  readonly marked: { has(row: number): boolean };
  readonly tracker: Pick<ConnectionTracker, "table" | "addresses" | "duplicateAcks" | "connection" | "count">;
}

/** So many rows are looked at together that their verdicts stay in the processor's cache. A multiple of four. */
export const rowsAtOnce = 1 << 15;

/** Gives its verdicts on the rows `from` to `to`, at most `rowsAtOnce` of them. */
export type Kernel = (from: number, to: number, into: Verdicts) => void;

/** Whether a packet with this innermost protocol has a TCP header of its own. */
export const hasSegment = (protocol: LowerProtocol): boolean => protocol === "tcp" || protocol === "tcp.indirect";

/** A number for each innermost protocol, by its number in the column. */
export const byProtocol = (of: (protocol: LowerProtocol) => number): Uint8Array =>
  Uint8Array.from(lowerProtocols, (protocol) => of(protocol));
