import type { End } from "../../connections/wireSegment";

/** What both ends of a connection sent, put together, as far as it is kept. */
export interface StreamContent {
  /** The bytes of each end, without those that are not in the capture. */
  readonly bytes: readonly [Uint8Array, Uint8Array];
  /** The pieces, in the order in which the capture completes them. */
  readonly pieces: readonly StreamPiece[];
  /** Whether more was sent than is kept. */
  readonly isCut: boolean;
}

/** The bytes that one packet brought; or a gap, for bytes that were sent but are in no packet. */
export interface StreamPiece {
  readonly from: End;
  /** The index of the packet; -1 for a gap. */
  readonly packet: number;
  /** Where it begins and ends among the bytes of its end; both the same for a gap. */
  readonly start: number;
  readonly end: number;
  /** How many bytes its end had sent before, including missing ones. */
  readonly sent: number;
  readonly missing: number;
}
