import { StableOrder } from "./stableOrder";
import { keyPart, writeTextKey } from "./textKey";

/** Calls back with the text of each of these rows, which rise. */
export type EachText = (rows: Uint32Array, onText: (row: number, text: string) => void) => Promise<void>;

/**
 * Rows in the order of their texts. The texts of millions of packets fit nowhere, so they are not kept: eight bytes of their keys are
 * compared at a time, and only rows that are equal so far are read again for the next eight. Takes 21 bytes a row while it runs. `rows`
 * rise and are below `count`.
 */
export async function orderByText(
  rows: Uint32Array,
  count: number,
  eachText: EachText,
  isDescending: boolean,
): Promise<Uint32Array> {
  const [high, low] = [new Uint32Array(count), new Uint32Array(count)];
  const group = new Uint32Array(count);
  const isOpen = new Uint8Array(count);
  const sorted = rows.slice();
  let open = rows;
  for (let from = 0; open.length > 0; from += keyPart) {
    await eachText(open, (row, text) => {
      isOpen[row] = writeTextKey(text, from, high, low, row) ? 1 : 2;
    });
    sortOpen(sorted, isOpen, { high, low, group, isDescending });
    closeGroups(sorted, isOpen, { high, low, group });
    open = rows.filter((row) => isOpen[row] === 1);
  }
  return sorted;
}

interface Keys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** For each row, where the rows that were equal to it so far begin among the sorted ones. */
  readonly group: Uint32Array;
}

/** Sorts the rows that were read, each within the places of its group. */
function sortOpen(
  sorted: Uint32Array,
  isOpen: Uint8Array,
  { high, low, group, isDescending }: Keys & { isDescending: boolean },
): void {
  const read = sorted.filter((row) => isOpen[row] !== 0);
  const order = new StableOrder(read);
  order.by(low, isDescending);
  order.by(high, isDescending);
  order.by(group);
  const { rows } = order;
  let next = 0;
  // the rows that were read keep the same places among themselves
  for (let place = 0; place < sorted.length && next < rows.length; place += 1) {
    if (isOpen[sorted[place]] === 0) continue;
    sorted[place] = rows[next];
    next += 1;
  }
}

/** Closes rows that have found their place: those that are equal to no other, and those that are equal to others up to their ends. */
function closeGroups(sorted: Uint32Array, isOpen: Uint8Array, { high, low, group }: Keys): void {
  const isSame = (a: number, b: number) => high[a] === high[b] && low[a] === low[b] && group[a] === group[b];
  for (let start = 0; start < sorted.length; ) {
    const row = sorted[start];
    let end = start + 1;
    if (isOpen[row] !== 0) while (end < sorted.length && isOpen[sorted[end]] !== 0 && isSame(row, sorted[end])) end += 1;
    const isSettled = end - start === 1 || isOpen[row] !== 1;
    // from the last to the first, since the first one is what the others are compared with
    for (let place = end - 1; place >= start; place -= 1) {
      isOpen[sorted[place]] = isSettled ? 0 : 1;
      group[sorted[place]] = start;
    }
    start = end;
  }
}
