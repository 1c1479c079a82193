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
  /** Why this acknowledgment number; what it acknowledges; what comes next; what is on its way. */
  readonly kind: "why" | "acknowledges" | "next" | "flight";
  readonly text: string;
}

/** Not more frames are named. */
const mostNamed = 6;

/** Spells out the numbers of one segment after another of one connection. */
export class Sums {
  constructor(
    private readonly segments: NumberedSegments,
    private readonly sent: SentSoFar,
    private readonly client: End,
    private readonly words: Words,
  ) {}

  /** `written` writes a number of an end's: relative ones as they are, raw ones from its first. */
  of(i: number, written: (number: number, end: End) => number): readonly SumLine[] {
    const { segments } = this;
    const flagged = { flags: segments.flags(i) };
    const from = segments.from(i);
    const next: SumLine = { kind: "next", text: this.next(i, (number) => written(number, from)) };
    const flights = isReset(flagged) ? [] : this.flights(i, written);
    if (isSynOnly(flagged) || !isAck(flagged)) return [next, ...flights];
    const ofOthers = (number: number) => written(number, otherEnd(from));
    const stood = this.stoodBefore(i, ofOthers);
    // what it is for comes first: its own numbers, where it says nothing new of the other's
    return stood && this.counts(i)
      ? [next, stood, ...flights]
      : [...this.acknowledgment(i, ofOthers), ...(stood ? [stood] : []), next, ...flights];
  }

  /** It takes numbers of its sender's: for data, a SYN or a FIN. */
  private counts(i: number): boolean {
    return endOfSegment(this.segments, i) !== this.segments.seq(i);
  }

  /** Where its acknowledgment number has stood already. */
  private stoodBefore(i: number, written: (number: number) => number): SumLine | undefined {
    const { segments, words } = this;
    const before = this.sent.ackBefore(i);
    if (before === undefined || segments.ack(before) !== segments.ack(i)) return undefined;
    const args = { ack: written(segments.ack(i)), frame: segments.frame(before) };
    return { kind: "acknowledges", text: say(words, "sum.nothingNew", args) };
  }

  /** Between sentences. */
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

  /** The segment whose end the acknowledgment number is. */
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

  /** Of both directions: what this segment's sender has out, and what it leaves unacknowledged of the other's. */
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

/** What counts in a segment that counts. */
function kindOf(flagged: { readonly flags: number }, length: number): "syn" | "synData" | "fin" | "finData" | "data" {
  if (isSyn(flagged)) return length > 0 ? "synData" : "syn";
  if (isFin(flagged)) return length > 0 ? "finData" : "fin";
  return "data";
}

/** Its acknowledgment number says nothing. */
const isSynOnly = (flagged: { readonly flags: number }) => isSyn(flagged) && !isAck(flagged);
