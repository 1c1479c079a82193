import { type End, otherEnd } from "../../connections/wireSegment";
import type { NumberedSegments, SentSoFar } from "../flow/sentSoFar";
import type { ChartSender } from "../onScreen/chartLook";
import type { TimeSpan } from "./chart";

/** A range of an end's numbers that the other end acknowledges selectively. */
export interface SackRange {
  /** The segment that acknowledges it. */
  readonly i: number;
  readonly left: number;
  readonly right: number;
}

/** A connection with all that charts need of a segment `i`, without reading the file. */
export interface ChartedConnection {
  readonly segments: NumberedSegments;
  readonly sent: SentSoFar;
  readonly client: End;
  /** Addresses and ports. */
  readonly ends: Readonly<Record<"client" | "server", string>>;
  /** The end that has sent more bytes. */
  readonly busier: End;
  /** Seconds since the first segment. */
  readonly times: Float64Array;
  readonly whole: TimeSpan;
  /** What is remarkable about a segment (`MarkBit`). */
  marks(i: number): number;
  /** For a segment that is the first to acknowledge another: how many seconds that had waited; else NaN. For round trips only. */
  readonly roundTrips: Float64Array;
  /** The round trip of the handshake, in seconds. */
  readonly initialRoundTrip?: number;
  /** What each end acknowledges selectively, relative to the other's first number. For sequence numbers only. */
  readonly sacks: readonly SackRange[];
}

export const senderOf = ({ client, busier }: Pick<ChartedConnection, "client" | "busier">, sender: ChartSender): End =>
  sender === "busier" ? busier : sender === "client" ? client : otherEnd(client);
