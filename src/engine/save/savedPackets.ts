import type { CapturedPackets } from "../capturedPackets";

/** Which packets are to be saved: those that the filter shows, those that are marked, those of a connection, all of them, or one. */
export type SavedPackets =
  | { readonly kind: "shown" }
  | { readonly kind: "marked" }
  | { readonly kind: "connection"; readonly stream: number }
  | { readonly kind: "all" }
  | { readonly kind: "packet"; readonly number: number };

/** Some packets of a capture, in its order, by their indexes. */
export interface ChosenPackets {
  readonly count: number;
  /** How many of them were not asked for, but are fragments from which others are put together. */
  readonly fragments: number;
  indexAt(place: number): number;
}

/** The packets to save, as they are now: filtering or reading on later does not change them. `filtered` is missing where all are shown. */
export function chosenPackets(which: SavedPackets, packets: CapturedPackets, filtered: Uint32Array | undefined): ChosenPackets {
  switch (which.kind) {
    case "all":
      return { count: packets.columns.count, fragments: 0, indexAt: (place) => place };
    case "shown":
      return filtered ? listed(filtered, packets) : chosenPackets({ kind: "all" }, packets, undefined);
    case "marked":
      return listed(packets.marked.indexes(), packets);
    case "connection":
      return listed(packets.ofConnection(which.stream), packets);
    case "packet":
      return listed(Uint32Array.of(which.number - 1), packets);
  }
}

function listed(wanted: Uint32Array, { indexer }: CapturedPackets): ChosenPackets {
  const indexes = withFragments(wanted, indexer.completedFrom);
  return { count: indexes.length, fragments: indexes.length - wanted.length, indexAt: (place) => indexes[place] };
}

/** Adds the other fragments of each packet that completes a datagram: without them it would mean nothing in a file of its own. */
function withFragments(wanted: Uint32Array, completedFrom: ReadonlyMap<number, readonly number[]>): Uint32Array {
  const added = new Set<number>();
  const addPieces = (index: number) => {
    for (const piece of completedFrom.get(index) ?? []) {
      if (added.has(piece) || isAmong(wanted, piece)) continue;
      added.add(piece);
      // a fragment may itself complete a datagram, in a tunnel
      addPieces(piece);
    }
  };
  for (const index of completedFrom.keys()) if (isAmong(wanted, index)) addPieces(index);
  if (added.size === 0) return wanted;
  const all = new Uint32Array(wanted.length + added.size);
  all.set(wanted);
  all.set([...added], wanted.length);
  return all.sort();
}

/** Whether an index is among rising ones. */
function isAmong(indexes: Uint32Array, index: number): boolean {
  let [first, end] = [0, indexes.length];
  while (first < end) {
    const middle = (first + end) >>> 1;
    if (indexes[middle] < index) first = middle + 1;
    else end = middle;
  }
  return indexes[first] === index;
}
