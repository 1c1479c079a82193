import type { TroubleKind } from "./onScreen/troubleKinds";

/** A row of the list of what went wrong. It counts as much as the filter shows. */
export interface TroubleRow {
  readonly kind: TroubleKind;
  readonly packets: number;
  /** In how many connections. */
  readonly connections: number;
  /** Number of the first of its packets. */
  readonly first: number;
  /** The connection that has most of them, and how many. */
  readonly most: { readonly stream: number; readonly packets: number };
}
