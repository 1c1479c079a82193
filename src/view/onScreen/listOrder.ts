/** The columns of the packet list, in Wireshark's order. */
export const columnIds = ["number", "time", "source", "destination", "protocol", "length", "info"] as const;
export type ColumnId = (typeof columnIds)[number];

/** What the list is sorted by; the capture's own order stands among equals. */
export interface ListOrder {
  readonly column: ColumnId;
  readonly descending: boolean;
}
