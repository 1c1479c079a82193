import type { TroubleKind } from "./onScreen/troubleKinds";

/** A row of the list of what went wrong. Only packets that the filter shows are counted. */
export interface TroubleRow {
  readonly kind: TroubleKind;
  readonly packets: number;
  /** In how many connections it happened. */
  readonly connections: number;
  /** The number of the first of its packets. */
  readonly first: number;
  /** The connection that has most of them, and how many. */
  readonly most: { readonly stream: number; readonly packets: number };
}
