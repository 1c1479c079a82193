/** The columns of the list of connections. */
export const connectionColumns = [
  "stream",
  "client",
  "server",
  "packets",
  "toServer",
  "toClient",
  "start",
  "duration",
  "roundTrip",
  "trouble",
  "resent",
] as const;
export type ConnectionColumn = (typeof connectionColumns)[number];

/** What the list is sorted by; of equal connections, the one that began first comes first. */
export interface ConnectionOrder {
  readonly column: ConnectionColumn;
  readonly descending: boolean;
}

export const freshConnectionOrder: ConnectionOrder = { column: "stream", descending: false };

export function readConnectionOrder(kept: unknown): ConnectionOrder {
  if (typeof kept !== "object" || kept === null) return freshConnectionOrder;
  const { column, descending } = kept as Record<keyof ConnectionOrder, unknown>;
  const known = connectionColumns.find((id) => id === column);
  return known ? { column: known, descending: descending === true } : freshConnectionOrder;
}
