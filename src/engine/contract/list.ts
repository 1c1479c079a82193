import type { ListOrder } from "../../view/onScreen/listOrder";
import type { RowLook } from "../../view/onScreen/rowLook";
import type { TroubleKind } from "../../view/onScreen/troubleKinds";
import type { PacketRow } from "../../view/packetRow";
import { namesOf } from "./names";

/** About the listed packets: those that the filter shows, in their order. */
export interface ListQuestions {
  /** Puts what the filter shows in an order, until it shows something else; without one, in the capture's. */
  sort(order: ListOrder | undefined, look: RowLook): Promise<SortAnswer>;
  /** As `rows`, of those that the filter shows, in their order. */
  listedRows(first: number, count: number, look?: RowLook): Promise<readonly PacketRow[]>;
  /** Where a packet stands among them, from 0; -1 where it is not shown. */
  placeInList(number: number): Promise<number>;
  /** The next of them that has what is searched for, or the one before, beyond the packet `from`; past an end it goes on at the other. */
  find(search: Search, from: number, step: Step, look: RowLook): Promise<FindAnswer>;
  /** The next of them that belongs to the same connection, that has a problem, in any connection or in that one, or that is marked. */
  neighbour(kind: NeighbourKind, from: number, step: Step): Promise<number | undefined>;
  /** Where in the list such packets stand: for each of so many equal parts how much of it they are, from 0 to `allOfPart`. */
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
  /** In Info as it is shown, or in the packet's bytes: as text, or as the digits of bytes. */
  readonly kind: "info" | "text" | "hex";
  readonly text: string;
}

/** Forward or back. */
export type Step = 1 | -1;

export type FindAnswer =
  | {
      /** The packet's number, or the row, where there is one. */
      readonly found?: number;
      /** It lies beyond an end of the list. */
      readonly wrapped?: true;
      /** Only so many bytes were searched, of a stream that has more. */
      readonly within?: number;
    }
  | { readonly cancelled: true }
  /** The digits are no bytes. */
  | { readonly unreadable: true };

export type NeighbourKind = "connection" | "problem" | "ownProblem" | "mark" | TroubleKind;
