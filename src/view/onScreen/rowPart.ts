import type { ColumnId } from "./columnId";

/** What of a packet's row can be filtered by: one of its cells, or the two ends that it goes between. */
export type RowPart = ColumnId | "conversation";
