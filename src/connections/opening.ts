import { sequence } from "../bytes/sequence";
import { covers, isAck, isOpener, isReset, isSyn, isSynAck } from "./segmentFlags";
import { type End, otherEnd, type WireSegment } from "./wireSegment";

export type OpeningId =
  | "handshake"
  | "handshake-with-data"
  | "simultaneous"
  | "fast-open"
  | "refused"
  | "unanswered"
  | "unfinished"
  | "abandoned"
  | "half-open"
  | "mid-capture";

/** How a connection began, and by which segments: their frame numbers. */
export interface Opening {
  readonly id: OpeningId;
  readonly first: number;
  /** Who sent the first SYN; missing where none was captured. */
  readonly opener?: End;
  readonly syn?: number;
  /** How often it was sent. */
  readonly synCount?: number;
  readonly synLength?: number;
  /** The other end's SYN, where both opened. */
  readonly otherSyn?: number;
  readonly synAck?: number;
  readonly synAckCount?: number;
  readonly synAckLength?: number;
  /** The SYN,ACK acknowledged the data of the SYN. */
  readonly tookData?: boolean;
  /** The segment that ended it: the ACK of the handshake, a reset, an answer that does not fit. */
  readonly last?: number;
  readonly lastLength?: number;
  readonly resetBy?: End;
  readonly portsReused?: boolean;
  /** Without a SYN: the first segment has no ACK either, so no connection sent it. */
  readonly isProbe?: boolean;
}

/** Whether data could go both ways after it. */
export const isOpen = ({ id }: Opening): boolean => !["refused", "unanswered", "unfinished", "abandoned"].includes(id);

interface Sent {
  readonly frame: number;
  readonly end: number;
  readonly length: number;
  count: number;
}

/** An acknowledgment of the SYN, or of data that it carried. */
const takes = ({ end, length }: Sent, ack: number) => covers(ack, end) && covers(sequence.add(end, length), ack);

/** Watches how a connection opens; from the end of the handshake on it looks at nothing more. */
export class OpeningWatch {
  private first: WireSegment | undefined;
  private readonly syns: [Sent?, Sent?] = [];
  private readonly synAcks: [Sent?, Sent?] = [];
  private offeredCookie = false;
  private portsReused = false;
  private acknowledged: number | undefined;
  private last: WireSegment | undefined;
  /** An answer to the SYN that acknowledges something else. */
  private strange: WireSegment | undefined;

  add(segment: WireSegment): void {
    this.first ??= segment;
    if (isOpener(segment)) this.noteSyn(segment);
    if (this.last) return;
    if (isSynAck(segment)) this.noteSynAck(segment);
    else if (!isSyn(segment)) this.noteOther(segment);
  }

  private noteSyn(segment: WireSegment): void {
    const { frame, from, seq, length, marks } = segment;
    const known = this.syns[from];
    if (known) known.count += 1;
    else this.syns[from] = { frame, end: sequence.add(seq, 1), length, count: 1 };
    if (marks.has("tfo_syn")) this.offeredCookie = true;
    if (marks.has("reused_ports")) this.portsReused = true;
    // a reset or a strange answer was not the last word
    if (this.last && (isReset(this.last) || this.last === this.strange)) this.last = undefined;
  }

  private noteSynAck({ frame, from, seq, ack, length }: WireSegment): void {
    const known = this.synAcks[from];
    if (known && known.end === sequence.add(seq, 1)) known.count += 1;
    else this.synAcks[from] = { frame, end: sequence.add(seq, 1), length, count: 1 };
    this.acknowledged ??= ack;
  }

  private noteOther(segment: WireSegment): void {
    const { from, ack } = segment;
    const mine = this.syns[from];
    const theirs = this.syns[otherEnd(from)];
    const answered = this.synAcks[otherEnd(from)];
    if (!mine && !theirs && !answered) this.last = segment;
    else if (isReset(segment)) {
      if (!this.isStray(segment)) this.last = segment;
    } else if (isAck(segment) && !this.synAcks[from]) {
      const acknowledged = answered ? covers(ack, answered.end) : !theirs || takes(theirs, ack);
      if (acknowledged) this.last = segment;
      else if (!answered) this.strange ??= segment;
    }
  }

  /** A reset by the opener for a segment of an old connection: its own opening goes on. */
  private isStray({ from, seq }: WireSegment): boolean {
    return this.strange !== undefined && this.strange.from !== from && seq === this.strange.ack;
  }

  get result(): Opening | undefined {
    const { first, last } = this;
    if (!first) return undefined;
    const opener = this.openingEnd();
    const syn = opener === undefined ? undefined : this.syns[opener];
    if (opener === undefined || !syn) {
      const isProbe = !isAck(first) && !isReset(first);
      return { id: "mid-capture", first: first.frame, isProbe, ...(this.synAckFrame() ?? {}) };
    }
    const answerer = otherEnd(opener);
    const synAck = this.synAcks[answerer];
    const otherSyn = this.syns[answerer];
    const tookData = this.acknowledged !== undefined && synAck !== undefined && sequence.isAfter(this.acknowledged, syn.end);
    const ending = last ?? (synAck ? undefined : this.strange);
    return {
      id: this.idOf(opener, syn, tookData),
      first: first.frame,
      opener,
      syn: syn.frame,
      synCount: syn.count,
      synLength: syn.length,
      ...(otherSyn && { otherSyn: otherSyn.frame }),
      ...(synAck && { synAck: synAck.frame, synAckCount: synAck.count, synAckLength: synAck.length }),
      tookData,
      ...(ending && { last: ending.frame, lastLength: ending.length }),
      ...(ending && isReset(ending) && { resetBy: ending.from }),
      portsReused: this.portsReused,
    };
  }

  private idOf(opener: End, syn: Sent, tookData: boolean): OpeningId {
    const { last } = this;
    const answerer = otherEnd(opener);
    if (this.syns[answerer]) return "simultaneous";
    if (syn.length > 0 && (this.offeredCookie || tookData) && this.synAcks[answerer]) return "fast-open";
    if (last && isReset(last)) return this.synAcks[answerer] ? "abandoned" : last.from === opener ? "unanswered" : "refused";
    if (last) return last.from === opener && last.length > 0 && this.synAcks[answerer] ? "handshake-with-data" : "handshake";
    if (this.synAcks[answerer]) return "unfinished";
    return this.strange ? "half-open" : "unanswered";
  }

  /** Whose SYN came first. */
  private openingEnd(): End | undefined {
    const [a, b] = this.syns;
    if (!a && !b) return undefined;
    return a && (!b || a.frame < b.frame) ? 0 : 1;
  }

  /** The capture began with the second segment of the handshake. */
  private synAckFrame(): { readonly synAck: number } | undefined {
    const synAck = this.synAcks[0] ?? this.synAcks[1];
    return synAck && { synAck: synAck.frame };
  }
}
