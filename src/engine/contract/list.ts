import type { ListOrder } from "../../view/onScreen/listOrder";
import type { RowLook } from "../../view/onScreen/rowLook";
import type { TroubleKind } from "../../view/onScreen/troubleKinds";
import type { PacketRow } from "../../view/packetRow";
import { namesOf } from "./names";

/** Questions about the listed packets: those that the filter shows, in the order of the list. */
export interface ListQuestions {
  /** Sorts what the filter shows, until it shows something else; without an order, as in the capture. */
  sort(order: ListOrder | undefined, look: RowLook): Promise<SortAnswer>;
  /** Rows of the listed packets, as `rows` gives those of the capture. */
  listedRows(first: number, count: number, look?: RowLook): Promise<readonly PacketRow[]>;
  /** The place of a packet in the list, from 0; -1 where it is not shown. */
  placeInList(number: number): Promise<number>;
  /** The next or previous listed packet, from `from` on, that has what is searched for; at an end the search goes on from the other. */
  find(search: Search, from: number, step: Step, look: RowLook): Promise<FindAnswer>;
  /** The next or previous listed packet that is in the same connection, has a problem (in any connection or in that one), or is marked. */
  neighbour(kind: NeighbourKind, from: number, step: Step): Promise<number | undefined>;
  /** Where in the list such packets are: for each of `parts` equal parts, which share of it they make up, from 0 to `allOfPart`. */
  overview(kind: NeighbourKind, from: number, parts: number): Promise<Uint8Array>;
  /** Gives up a task that takes long. */
  cancel(task: LongTask): Promise<void>;
}

export const listMethods = namesOf<ListQuestions>({
  sort: true,
  listedRows: true,
  placeInList: true,
  find: true,
  neighbour: true,
  overview: true,
  cancel: true,
});

export type LongTask = "filter" | "sort" | "find";

export type SortAnswer = { readonly done: true } | { readonly cancelled: true };

/** What is looked for in the listed packets. */
export interface Search {
  /** Where to search: in Info as it is shown, or in the packet's bytes for a text or for digits of bytes. */
  readonly kind: "info" | "text" | "hex";
  readonly text: string;
}

/** Forward or back. */
export type Step = 1 | -1;

export type FindAnswer =
  | {
      /** The packet's number, or the row, where there is one. */
      readonly found?: number;
      /** The search went past an end of the list. */
      readonly wrapped?: true;
      /** How many bytes were searched, if the stream has more. */
      readonly within?: number;
    }
  | { readonly cancelled: true }
  /** The digits are no bytes. */
  | { readonly unreadable: true };

export type NeighbourKind = "connection" | "problem" | "ownProblem" | "mark" | TroubleKind;
