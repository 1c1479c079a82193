import type { ColumnId } from "./columnId";

/** By what part of a packet's row a person can filter: by a cell, or by its two ends. */
export type RowPart = ColumnId | "conversation";
