import type { ColumnId } from "./columnId";

/** What the list is sorted by; the capture's own order stands among equals. */
export interface ListOrder {
  readonly column: ColumnId;
  readonly descending: boolean;
}
