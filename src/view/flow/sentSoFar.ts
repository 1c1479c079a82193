import { sequence } from "../../bytes/sequence";
import { isAck, isFin, isReset, isSyn } from "../../connections/segmentFlags";
import { type End, otherEnd } from "../../connections/wireSegment";
import type { FlowSegments } from "./flowShape";

/** Segments with their relative numbers. */
export interface NumberedSegments extends FlowSegments {
  seq(i: number): number;
  ack(i: number): number;
  /** The window in bytes, scaled where the scale is known. */
  window(i: number): number;
}

export interface Flight {
  /** The number after the highest that was sent, and the highest that was acknowledged. */
  readonly high: number;
  readonly acked: number;
  /** Bytes between them, without the numbers of SYN and FIN. */
  readonly bytes: number;
}

/** How far back the segment that an acknowledgment means is looked for. */
const farthest = 20_000;
const nobody = 0xffff_ffff;

/** What each end had sent, and what was acknowledged of it, at each segment. The segments are gone through once; answers are quick then. */
export class SentSoFar {
  /** The number after the highest that the segment's sender has sent, this segment included. */
  private readonly highs: Uint32Array;
  /** The last segment before this one from the other end, and from the same end. */
  private readonly latestOfPeer: Uint32Array;
  private readonly latestOfSame: Uint32Array;
  /** The segment with the highest acknowledgment of the segment's sender, this one included. */
  private readonly ackedBy: Uint32Array;
  /** The segment that announced its sender's window last: an older one that comes late does not count (RFC 9293 §3.10.7.4). */
  private readonly windowBy: Uint32Array;
  /** The largest window that its sender has announced so far, in bytes. */
  private readonly widest: Uint32Array;
  /** The numbers of each end that SYN and FIN take. */
  private readonly control: readonly [Set<number>, Set<number>] = [new Set(), new Set()];

  constructor(private readonly segments: NumberedSegments) {
    const { count } = segments;
    this.highs = new Uint32Array(count);
    this.latestOfPeer = new Uint32Array(count);
    this.latestOfSame = new Uint32Array(count);
    this.ackedBy = new Uint32Array(count);
    this.windowBy = new Uint32Array(count);
    this.widest = new Uint32Array(count);
    const latest: [number, number] = [nobody, nobody];
    for (let i = 0; i < count; i += 1) {
      const from = segments.from(i);
      this.latestOfPeer[i] = latest[otherEnd(from)];
      this.latestOfSame[i] = latest[from];
      this.note(i, latest[from]);
      latest[from] = i;
    }
  }

  private note(i: number, before: number): void {
    const { segments, highs, ackedBy } = this;
    const flagged = { flags: segments.flags(i) };
    const end = endOfSegment(segments, i);
    // a reset takes no number, and its own may be anything
    const isLast = before === nobody || (!isReset(flagged) && sequence.isAfter(end, highs[before]));
    highs[i] = isLast ? end : highs[before];
    const known = before === nobody ? nobody : ackedBy[before];
    const isNew =
      isAck(flagged) && !isReset(flagged) && (known === nobody || sequence.isAfter(segments.ack(i), segments.ack(known)));
    ackedBy[i] = isNew ? i : known;
    const told = before === nobody ? nobody : this.windowBy[before];
    this.windowBy[i] = isAck(flagged) && !isReset(flagged) && this.isLater(i, told) ? i : told;
    const window = this.windowBy[i] === i ? segments.window(i) : 0;
    this.widest[i] = before === nobody ? window : Math.max(window, this.widest[before]);
    if (isSyn(flagged)) this.control[segments.from(i)].add(segments.seq(i));
    if (isFin(flagged)) this.control[segments.from(i)].add(sequence.add(end, -1));
  }

  private isLater(i: number, told: number): boolean {
    if (told === nobody) return true;
    const { segments } = this;
    const ahead = sequence.distance(segments.seq(told), segments.seq(i));
    return ahead > 0 || (ahead === 0 && !sequence.isBefore(segments.ack(i), segments.ack(told)));
  }

  /** The last segment of an end, up to and including this one. */
  latest(i: number, end: End): number | undefined {
    const latest = this.segments.from(i) === end ? i : this.latestOfPeer[i];
    return latest === nobody ? undefined : latest;
  }

  /** The segment that announced an end's window last, up to and including this one. */
  windowTold(i: number, end: End): number | undefined {
    const latest = this.latest(i, end);
    return latest === undefined || this.windowBy[latest] === nobody ? undefined : this.windowBy[latest];
  }

  /** The largest window that an end has announced, up to and including this segment, in bytes. */
  widestTold(i: number, end: End): number {
    const latest = this.latest(i, end);
    return latest === undefined ? 0 : this.widest[latest];
  }

  /** The earlier segment of the same end with the highest acknowledgment until then. */
  ackBefore(i: number): number | undefined {
    const before = this.latestOfSame[i];
    return before === nobody || this.ackedBy[before] === nobody ? undefined : this.ackedBy[before];
  }

  /** Segments of the other end whose last number this one is the first to acknowledge, in order. */
  acknowledgedBy(i: number): number[] {
    const { segments } = this;
    const before = this.ackBefore(i);
    const ack = segments.ack(i);
    const known = before === undefined ? undefined : segments.ack(before);
    if (known !== undefined && !sequence.isAfter(ack, known)) return [];
    const found: number[] = [];
    for (const at of this.back(i)) {
      const end = endOfSegment(segments, at);
      if (end === segments.seq(at)) continue;
      // everything up to this segment had been acknowledged before
      if (known !== undefined && !sequence.isAfter(this.highs[at], known)) break;
      if (!sequence.isAfter(end, ack) && (known === undefined || sequence.isAfter(end, known))) found.unshift(at);
    }
    return found;
  }

  /** The latest segment of the other end that ends at a number. */
  endingAt(i: number, number: number): number | undefined {
    const { segments } = this;
    for (const at of this.back(i)) {
      if (endOfSegment(segments, at) === number && segments.seq(at) !== number) return at;
      if (sequence.isBefore(this.highs[at], number)) return undefined;
    }
    return undefined;
  }

  /** The first earlier segment of the same end that begins at the same number and takes numbers, too; nothing if there is none. */
  firstSent(i: number): number | undefined {
    const { segments, latestOfSame } = this;
    let first: number | undefined;
    let at = latestOfSame[i];
    for (let steps = 0; at !== nobody && steps < farthest; steps += 1, at = latestOfSame[at]) {
      // the end had not sent anything up to there yet
      if (!sequence.isAfter(this.highs[at], segments.seq(i))) break;
      if (segments.seq(at) === segments.seq(i) && endOfSegment(segments, at) !== segments.seq(at)) first = at;
    }
    return first;
  }

  /** Whether a number is beyond all that the other end was captured sending. */
  isBeyond(i: number, number: number): boolean {
    const peer = this.latestOfPeer[i];
    return peer === nobody || sequence.isAfter(number, this.highs[peer]);
  }

  /** What an end has in flight after a segment; nothing unless both numbers are known. */
  flight(i: number, end: End): Flight | undefined {
    const isSender = this.segments.from(i) === end;
    const [mine, theirs] = isSender ? [i, this.latestOfPeer[i]] : [this.latestOfPeer[i], i];
    if (mine === nobody || theirs === nobody || this.ackedBy[theirs] === nobody) return undefined;
    const high = this.highs[mine];
    const acked = this.segments.ack(this.ackedBy[theirs]);
    if (sequence.isAfter(acked, high)) return undefined;
    let bytes = sequence.distance(acked, high);
    for (const number of this.control[end]) if (!sequence.isBefore(number, acked) && sequence.isBefore(number, high)) bytes -= 1;
    return { high, acked, bytes };
  }

  /** Segments of the other end, the latest before `i` first. */
  private *back(i: number): Generator<number> {
    let at = this.latestOfPeer[i];
    for (let steps = 0; at !== nobody && steps < farthest; steps += 1) {
      if (!isReset({ flags: this.segments.flags(at) })) yield at;
      at = this.latestOfSame[at];
    }
  }
}

/** The number after a segment: SYN and FIN take one each (RFC 9293 §3.4). */
export function endOfSegment(segments: NumberedSegments, i: number): number {
  const flagged = { flags: segments.flags(i) };
  return sequence.add(segments.seq(i), segments.length(i) + (isSyn(flagged) ? 1 : 0) + (isFin(flagged) ? 1 : 0));
}
