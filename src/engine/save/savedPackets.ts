import type { CapturedPackets } from "../capturedPackets";

/** Which packets are to be saved: those that the filter shows, those of a connection, all of them, or one. */
export type SavedPackets =
  | { readonly kind: "shown" }
  | { readonly kind: "connection"; readonly stream: number }
  | { readonly kind: "all" }
  | { readonly kind: "packet"; readonly number: number };

/** Packets of a capture in its order, by their indexes. */
export interface ChosenPackets {
  readonly count: number;
  indexAt(place: number): number;
}

/** Those that there are now: what is filtered or read later changes nothing about them. `filtered` is missing where all are shown. */
export function chosenPackets(which: SavedPackets, packets: CapturedPackets, filtered: Uint32Array | undefined): ChosenPackets {
  switch (which.kind) {
    case "all":
      return { count: packets.columns.count, indexAt: (place) => place };
    case "shown":
      return filtered ? listed(filtered) : chosenPackets({ kind: "all" }, packets, undefined);
    case "connection":
      return listed(packets.ofConnection(which.stream));
    case "packet":
      return listed(Uint32Array.of(which.number - 1));
  }
}

const listed = (indexes: Uint32Array): ChosenPackets => ({ count: indexes.length, indexAt: (place) => indexes[place] });
