import { isAck, isFin, isPlain, isReset, isSyn } from "../../connections/segmentFlags";
import { type End, otherEnd } from "../../connections/wireSegment";
import { say, type Words } from "../../text/words";
import type { ToldMark } from "./marksTold";
import { endOfSegment, type NumberedSegments, type SentSoFar } from "./sentSoFar";

/** What is remarkable about a segment, and its arithmetic, spelled out. */
export interface FlowSum {
  readonly frame: number;
  readonly marks: readonly ToldMark[];
  readonly lines: readonly SumLine[];
}

export interface SumLine {
  /** Why the acknowledgment number is what it is; what it acknowledges; which number comes next; what is in flight. */
  readonly kind: "why" | "acknowledges" | "next" | "flight";
  readonly text: string;
}

/** So many frames at most are named. */
const mostNamed = 6;

/** Spells out the arithmetic of the segments of a connection. */
export class Sums {
  constructor(
    private readonly segments: NumberedSegments,
    private readonly sent: SentSoFar,
    private readonly client: End,
    private readonly words: Words,
  ) {}

  /** The lines for a segment. `written` writes a sequence number of an end, relative or raw. */
  of(i: number, written: (number: number, end: End) => number): readonly SumLine[] {
    const { segments } = this;
    const flagged = { flags: segments.flags(i) };
    const from = segments.from(i);
    const next: SumLine = { kind: "next", text: this.next(i, (number) => written(number, from)) };
    const flights = isReset(flagged) ? [] : this.flights(i, written);
    if (isSynOnly(flagged) || !isAck(flagged)) return [next, ...flights];
    const ofOthers = (number: number) => written(number, otherEnd(from));
    const stood = this.stoodBefore(i, ofOthers);
    // what the segment is for comes first: its own numbers, if it acknowledges nothing new
    return stood && this.counts(i)
      ? [next, stood, ...flights]
      : [...this.acknowledgment(i, ofOthers), ...(stood ? [stood] : []), next, ...flights];
  }

  /** Whether it takes sequence numbers: for data, a SYN or a FIN. */
  private counts(i: number): boolean {
    return endOfSegment(this.segments, i) !== this.segments.seq(i);
  }

  /** Says which earlier segment had the same acknowledgment number, if one had. */
  private stoodBefore(i: number, written: (number: number) => number): SumLine | undefined {
    const { segments, words } = this;
    const before = this.sent.ackBefore(i);
    if (before === undefined || segments.ack(before) !== segments.ack(i)) return undefined;
    const args = { ack: written(segments.ack(i)), frame: segments.frame(before) };
    return { kind: "acknowledges", text: say(words, "sum.nothingNew", args) };
  }

  /** What stands between two sentences. */
  private get space(): string {
    return this.words.language === "zh-cn" ? "" : " ";
  }

  private role(end: End): string {
    return this.words.messages[end === this.client ? "ladder.client" : "ladder.server"];
  }

  private acknowledgment(i: number, written: (number: number) => number): SumLine[] {
    const { segments, words, sent } = this;
    const peer = this.role(otherEnd(segments.from(i)));
    const covered = sent.acknowledgedBy(i);
    const why = this.whyAck(i, written);
    const expects = say(words, "sum.expects", { end: this.role(segments.from(i)), ack: written(segments.ack(i)) });
    const lines: SumLine[] = [{ kind: "why", text: `${why}${this.space}${expects}` }];
    const bytes = covered.reduce((sum, each) => sum + segments.length(each), 0);
    if (bytes > 0)
      lines.push({ kind: "acknowledges", text: say(words, "sum.frames", { frames: this.named(covered), peer, bytes }) });
    return lines;
  }

  /** Says which segment ends at the acknowledgment number. */
  private whyAck(i: number, written: (number: number) => number): string {
    const { segments, words, sent } = this;
    const ack = segments.ack(i);
    const peer = this.role(otherEnd(segments.from(i)));
    const cause = sent.endingAt(i, ack);
    if (cause === undefined)
      return say(words, sent.isBeyond(i, ack) ? "sum.why.unseen" : "sum.why.unknown", { ack: written(ack), peer });
    const flagged = { flags: segments.flags(cause) };
    const length = segments.length(cause);
    const args = { ack: written(ack), peer, frame: segments.frame(cause), seq: written(segments.seq(cause)), length };
    const why = say(words, `sum.why.${kindOf(flagged, length)}`, args);
    return args.ack < args.seq ? `${why}${this.space}${words.messages["sum.wraps"]}` : why;
  }

  private next(i: number, written: (number: number) => number): string {
    const { segments, words } = this;
    const flagged = { flags: segments.flags(i) };
    const length = segments.length(i);
    const args = {
      seq: written(segments.seq(i)),
      length,
      next: written(endOfSegment(segments, i)),
      sender: this.role(segments.from(i)),
    };
    if (isReset(flagged)) return say(words, "sum.next.reset", args);
    return length === 0 && isPlain(flagged)
      ? say(words, "sum.next.nothing", args)
      : say(words, `sum.next.${kindOf(flagged, length)}`, args);
  }

  /** What is in flight in both directions: of this segment's sender, and of the other end behind what this segment acknowledges. */
  private flights(i: number, written: (number: number, end: End) => number): SumLine[] {
    const from = this.segments.from(i);
    return [from, otherEnd(from)].flatMap((end): SumLine[] => {
      const flight = this.sent.flight(i, end);
      if (!flight) return [];
      const { high, acked, bytes } = flight;
      const args = { sender: this.role(end), bytes, high: written(high, end), acked: written(acked, end) };
      const id = bytes > 0 ? "sum.flight" : high === acked ? "sum.flight.none" : "sum.flight.control";
      return [{ kind: "flight", text: say(this.words, id, args) }];
    });
  }

  private named(found: readonly number[]): string {
    const frames = found.map((each) => this.segments.frame(each));
    const shown = frames.slice(0, mostNamed).join(this.words.language === "zh-cn" ? "、" : ", ");
    return frames.length > mostNamed ? say(this.words, "sum.more", { frames: shown, more: frames.length - mostNamed }) : shown;
  }
}

/** For what a segment takes sequence numbers. */
function kindOf(flagged: { readonly flags: number }, length: number): "syn" | "synData" | "fin" | "finData" | "data" {
  if (isSyn(flagged)) return length > 0 ? "synData" : "syn";
  if (isFin(flagged)) return length > 0 ? "finData" : "fin";
  return "data";
}

/** Whether a segment is a SYN without ACK, so that its acknowledgment number means nothing. */
const isSynOnly = (flagged: { readonly flags: number }) => isSyn(flagged) && !isAck(flagged);
