import { readColumnId } from "./columnId";
import type { ListOrder } from "./listOrder";
import { type TimeKind, timeKinds } from "./rowLook";

/** How the packet list was looked at. */
export interface ListState {
  readonly time: TimeKind;
  readonly names: boolean;
  /** Missing where the list stands in the capture's order. */
  readonly order?: ListOrder | undefined;
}

export const freshListState: ListState = { time: "relative", names: false };

export function readListState(kept: unknown, fresh: ListState = freshListState): ListState {
  if (typeof kept !== "object" || kept === null) return fresh;
  const { time, names, order } = kept as Record<keyof ListState, unknown>;
  const known = readOrder(order);
  return {
    time: timeKinds.find((kind) => kind === time) ?? fresh.time,
    names: names === true,
    ...(known && { order: known }),
  };
}

function readOrder(kept: unknown): ListOrder | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { column, descending } = kept as Record<keyof ListOrder, unknown>;
  const known = readColumnId(column);
  return known && { column: known, descending: descending === true };
}
