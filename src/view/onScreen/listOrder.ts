import type { ColumnId } from "./columnId";

/** What the list is sorted by; equal packets stay in the capture's order. */
export interface ListOrder {
  readonly column: ColumnId;
  readonly descending: boolean;
}
