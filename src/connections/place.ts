import { sequence } from "../bytes/sequence";
import type { Segment } from "../decode/packet";
import { SegmentWord, unknownLength } from "../decode/segmentBatch";
import { tcpFlag } from "../protocols/tcp";
import { sideAt } from "./connectionTable";
import type { Known } from "./follow";
import { allMarks, type Mark, MarkBit, markNames, shiftOf, usesAce } from "./marks";
import type { Outcome } from "./outcome";
import { factorOf, SideStatus, SideWord } from "./side";
import type { SingleSegment } from "./singleSegment";

/** What the rules say about a segment; times are in nanoseconds. */
export interface Analysis {
  readonly marks: ReadonlySet<Mark>;
  readonly duplicateNumber?: number;
  readonly duplicateOf?: number;
  readonly acknowledges?: number;
  readonly roundTrip?: number;
  readonly retransmissionTimeout?: number;
  readonly retransmissionOf?: number;
  readonly bytesInFlight?: number;
  readonly pushedBytes?: number;
}

/** What a segment is within its connection. Numbers are relative where the connection's first ones are known. */
export interface SegmentPlace {
  readonly stream: number;
  readonly direction: 0 | 1;
  readonly seq: number;
  readonly ack: number;
  /** The relative number of the byte after it; unknown where its length is. */
  readonly next?: number;
  /** Multiplier of the window field: -1 unknown, -2 not in use, 0 in a SYN, whose window is never scaled. */
  readonly windowFactor: number;
  /** Its flags AE, CWR and ECE count congestion marks, as both sides agreed (RFC 9768 §3.2.2); they do not in a SYN. */
  readonly usesAce?: boolean;
  /** Selective acknowledgments, relative to the other side's first number. */
  readonly sack: readonly SackBlock[];
  /** The first of them tells of bytes that came twice (RFC 2883 §4). */
  readonly sackIsDuplicate?: true;
  /** Nanoseconds since the connection's first segment, and since its segment before. */
  readonly sinceFirst: number;
  readonly sincePrevious: number;
  readonly analysis?: Analysis;
  /** Nanoseconds from the SYN to the first acknowledgment of the handshake, once that is known and there is something to tell. */
  readonly initialRoundTrip?: number;
}

export type SackBlock = readonly [left: number, right: number];

/** Everything about the segment that was followed last: with what it acknowledges selectively, and what the other side last did. */
export function placeOf(
  { batch, outcome, ...row }: SingleSegment,
  { table }: Known,
  sack: readonly SackBlock[],
  ofPeer: readonly SackBlock[],
): SegmentPlace {
  const { words } = table;
  const [flow] = row.flow;
  const [bits] = row.marks;
  const peer = sideAt(flow ^ 1);
  const flags = batch.words[SegmentWord.flags];
  const length = batch.words[SegmentWord.length];
  const [seq] = row.seq;
  const place = {
    stream: flow >> 1,
    direction: (flow & 1) as 0 | 1,
    seq,
    ack: row.ack[0],
    windowFactor: factorOf(shiftOf(bits), (flags & tcpFlag.SYN) !== 0),
    usesAce: usesAce(bits),
    sinceFirst: outcome.time,
    sincePrevious: outcome.sincePrevious,
  };
  if (length === unknownLength) return { ...place, sack };
  const taken = flags & (tcpFlag.SYN | tcpFlag.FIN) ? 1 : 0;
  const initialRoundTrip = outcome.initialRoundTrip(bits);
  return {
    ...place,
    next: (seq + length + taken) >>> 0,
    sack: sack.map(([left, right]) => [relativeTo(words, left, peer), relativeTo(words, right, peer)] as const),
    ...(isDuplicateSack(batch.words[SegmentWord.ack], sack) && { sackIsDuplicate: true as const }),
    analysis: analysisOf(bits & allMarks, outcome, outcome.bytesInFlight(ofPeer)),
    ...(initialRoundTrip !== 0 && { initialRoundTrip }),
  };
}

/** It lies below what is acknowledged altogether, or within the range that follows it. */
function isDuplicateSack(ack: number, [first, second]: readonly SackBlock[]): boolean {
  if (!first) return false;
  const isBelow = sequence.isBefore(first[0], ack >>> 0) && !sequence.isAfter(first[1], ack >>> 0);
  const isWithin = second && !sequence.isBefore(first[0], second[0]) && !sequence.isAfter(first[1], second[1]);
  return isBelow || isWithin === true;
}

const relativeTo = (words: Int32Array, number: number, side: number): number =>
  words[side + SideWord.status] & SideStatus.knowsBase ? (number - words[side + SideWord.base]) >>> 0 : number;

/** Where the ranges begin that a segment acknowledges, with one whose end was not captured. */
export function leftEdges(
  { ack = 0, options }: Pick<Segment, "ack" | "options">,
  place: Pick<SegmentPlace, "sack" | "ack">,
): number[] {
  const known = place.sack.map(([left]) => left);
  if (options.sackEdge === undefined) return known;
  // it lies as far from another edge, or from the acknowledgment number, as on the wire
  const base = known.length > 0 ? options.sack![0][0] - known[0] : ack - place.ack;
  return [...known, (options.sackEdge - base) >>> 0];
}

function analysisOf(marks: number, outcome: Outcome, flight: number): Analysis {
  const { pushedBytes, duplicateNumber, duplicateOf, acknowledges, roundTrip, retransmissionTimeout, retransmissionOf } = outcome;
  return {
    marks: markNames(marks),
    ...(marks & MarkBit.duplicateAck && { duplicateNumber, duplicateOf }),
    ...(acknowledges !== 0 && { acknowledges, roundTrip }),
    ...(retransmissionOf !== 0 && { retransmissionTimeout, retransmissionOf }),
    ...(flight > 0 && { bytesInFlight: flight, pushedBytes }),
  };
}
