import type { End } from "../../connections/wireSegment";

/** What both ends of a connection sent, put together, as far as it is kept. */
export interface StreamContent {
  /** Of each end, without what is not in the capture. */
  readonly bytes: readonly [Uint8Array, Uint8Array];
  /** In the order in which the capture completes them. */
  readonly pieces: readonly StreamPiece[];
  /** More was sent than is kept. */
  readonly isCut: boolean;
}

/** What one packet brought; or bytes that were sent and that no packet brought. */
export interface StreamPiece {
  readonly from: End;
  /** Index of the packet; -1 where bytes are missing. */
  readonly packet: number;
  /** Where it begins and ends among the bytes of its end; the same where bytes are missing. */
  readonly start: number;
  readonly end: number;
  /** How many bytes its end had sent before, missing ones among them. */
  readonly sent: number;
  readonly missing: number;
}
