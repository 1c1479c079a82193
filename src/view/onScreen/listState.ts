import { readColumnId } from "./columnId";
import type { ListOrder } from "./listOrder";
import { type TimeKind, timeKinds } from "./rowLook";

/** How a person looks at the packet list. */
export interface ListState {
  readonly time: TimeKind;
  /** Time references: numbers of packets, rising, from which on the time counts anew. */
  readonly references: readonly number[];
  readonly names: boolean;
  /** Missing where the list is in the capture's order. */
  readonly order?: ListOrder | undefined;
}

export const freshListState: ListState = { time: "relative", references: [], names: false };

export function readListState(kept: unknown, fresh: ListState = freshListState): ListState {
  if (typeof kept !== "object" || kept === null) return fresh;
  const { time, references, names, order } = kept as Record<keyof ListState, unknown>;
  const known = readOrder(order);
  return {
    time: timeKinds.find((kind) => kind === time) ?? fresh.time,
    references: readReferences(references),
    names: names === true,
    ...(known && { order: known }),
  };
}

/** Makes a packet a time reference, or no longer one. References show only with relative times, so these are chosen then. 0 is no packet. */
export function withReferenceToggled({ time, references }: ListState, number: number): Pick<ListState, "time" | "references"> {
  if (number === 0) return { time, references };
  if (references.includes(number)) return { time, references: references.filter((each) => each !== number) };
  return { time: "relative", references: [...references, number].sort((one, other) => one - other) };
}

function readReferences(kept: unknown): readonly number[] {
  const numbers = Array.isArray(kept) ? kept.filter((each): each is number => Number.isInteger(each) && each > 0) : [];
  return [...new Set(numbers)].sort((one, other) => one - other);
}

function readOrder(kept: unknown): ListOrder | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { column, descending } = kept as Record<keyof ListOrder, unknown>;
  const known = readColumnId(column);
  return known && { column: known, descending: descending === true };
}
