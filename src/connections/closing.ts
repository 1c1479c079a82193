import { sequence } from "../bytes/sequence";
import { covers, endOf, isAck, isFin, isReset } from "./segmentFlags";
import { type End, otherEnd, type WireSegment } from "./wireSegment";

export type ClosingId = "fin-3" | "fin-4" | "simultaneous" | "half-closed" | "reset-by-client" | "reset-by-server" | "open";

/** How one direction was closed: by which segments, as frame numbers. */
export interface ClosedDirection {
  readonly fin: number;
  /** How often the FIN was sent. */
  readonly finCount: number;
  readonly ack?: number;
  /** The other end's data that was sent when it knew of this FIN. */
  readonly dataAfter: number;
  readonly firstDataAfter?: number;
}

/** Why a reset was sent, as far as its numbers tell. */
export type ResetReason = "refused" | "no-connection" | "after-close" | "abort";

export interface Closing {
  readonly id: ClosingId;
  /** Who closed first, or sent the reset. */
  readonly closer?: End;
  readonly first?: ClosedDirection;
  readonly second?: ClosedDirection;
  readonly reset?: { readonly frame: number; readonly reason: ResetReason; readonly answers?: number };
  /** The capture has nothing from the end that closed last. */
  readonly isOneSided?: boolean;
  /** The connection's last segment. */
  readonly last?: number;
}

interface Direction {
  fin: number;
  finCount: number;
  finEnd: number;
  finAck: number;
  ack: number | undefined;
  dataAfter: number;
  firstDataAfter: number | undefined;
}

interface Heard {
  readonly frame: number;
  /** Missing without the ACK flag. */
  readonly ack: number | undefined;
  readonly end: number;
  readonly length: number;
}

interface Reset {
  readonly frame: number;
  readonly hasAck: boolean;
  readonly seq: number;
  readonly ack: number;
  /** What its sender had heard last. */
  readonly heard: Heard | undefined;
  /** When its sender had sent a FIN. */
  readonly fin: number | undefined;
}

/** Watches how a connection closes. */
export class ClosingWatch {
  private readonly directions: [Direction?, Direction?] = [];
  private readonly hasSent: [boolean, boolean] = [false, false];
  private readonly next: [number?, number?] = [];
  private readonly heard: [Heard?, Heard?] = [];
  private readonly resets: Reset[] = [];
  private lastFrame = 0;

  add(segment: WireSegment): void {
    this.lastFrame = segment.frame;
    if (isReset(segment)) this.noteReset(segment);
    else this.noteOther(segment);
  }

  private noteOther(segment: WireSegment): void {
    const { frame, from, seq, ack, length } = segment;
    const theirs = this.directions[otherEnd(from)];
    const end = endOf(segment);
    this.hasSent[from] = true;
    if (theirs && isAck(segment) && covers(ack, theirs.finEnd)) {
      theirs.ack ??= frame;
      const dataEnd = sequence.add(seq, length);
      const before = this.next[from] ?? seq;
      if (length > 0 && sequence.isAfter(dataEnd, before)) {
        theirs.dataAfter += sequence.distance(before, dataEnd);
        theirs.firstDataAfter ??= frame;
      }
    }
    if (isFin(segment) && isAck(segment)) this.noteFin(segment, end);
    const known = this.next[from];
    if (known === undefined || sequence.isAfter(end, known)) this.next[from] = end;
    this.heard[otherEnd(from)] = { frame, ack: isAck(segment) ? ack : undefined, end, length };
  }

  private noteFin({ frame, from, ack }: WireSegment, finEnd: number): void {
    const known = this.directions[from];
    if (known) known.finCount += 1;
    else
      this.directions[from] = {
        fin: frame,
        finCount: 1,
        finEnd,
        finAck: ack,
        ack: undefined,
        dataAfter: 0,
        firstDataAfter: undefined,
      };
  }

  private noteReset({ frame, from, seq, ack, flags }: WireSegment): void {
    // of many resets only the first are remembered: those that turn out to count are among them
    if (this.resets.length >= mostResets) return;
    this.resets.push({
      frame,
      hasAck: isAck({ flags }),
      seq,
      ack,
      heard: this.heard[from],
      fin: this.directions[from]?.fin,
    });
  }

  /** `reset` is the one that ended the connection, by the states of its ends. */
  result(reset: { readonly frame: number; readonly from: End } | undefined, client: End): Closing {
    const order = this.inOrder();
    const [first, second] = order.map((end) => this.directions[end]);
    const directions = { ...(first && { first: told(first) }), ...(second && { second: told(second) }) };
    const last = this.lastFrame;
    const isClosed = first?.ack !== undefined && second?.ack !== undefined;
    const closer = order[0];
    if (reset && !isClosed) {
      const id = reset.from === client ? "reset-by-client" : "reset-by-server";
      return { id, closer: reset.from, ...directions, reset: this.toldReset(reset.frame), last };
    }
    if (!first || closer === undefined) return { id: "open", last };
    const isOneSided = !this.hasSent[otherEnd(closer)];
    return { id: idOf(first, second), closer, ...directions, isOneSided, last };
  }

  /** Who closed first. Where the capture has the FINs in another order, it is the end whose FIN the other's acknowledges. */
  private inOrder(): End[] {
    const ends = ([0, 1] as const).filter((end) => this.directions[end] !== undefined);
    ends.sort((a, b) => this.directions[a]!.fin - this.directions[b]!.fin);
    const [a, b] = ends;
    if (b !== undefined && covers(this.directions[a]!.finAck, this.directions[b]!.finEnd)) return [b, a];
    return ends;
  }

  private toldReset(frame: number): NonNullable<Closing["reset"]> {
    const reset = this.resets.find((known) => known.frame === frame);
    if (!reset) return { frame, reason: "abort" };
    const { heard, hasAck, seq, ack, fin } = reset;
    if (!heard) return { frame, reason: "abort" };
    if (fin !== undefined && heard.frame > fin && heard.length > 0) return { frame, reason: "after-close", answers: heard.frame };
    // RFC 9293 §3.5.2: who knows no connection takes its numbers from the segment that it answers
    const answers = hasAck ? heard.ack === undefined && ack === heard.end : seq === heard.ack;
    return answers ? { frame, reason: "no-connection", answers: heard.frame } : { frame, reason: "abort" };
  }
}

const mostResets = 64;

function idOf(first: Direction, second: Direction | undefined): ClosingId {
  if (!second || first.dataAfter > 0) return "half-closed";
  if (!covers(second.finAck, first.finEnd)) return "simultaneous";
  return first.ack === second.fin ? "fin-3" : "fin-4";
}

const told = ({ fin, finCount, ack, dataAfter, firstDataAfter }: Direction): ClosedDirection => ({
  fin,
  finCount,
  dataAfter,
  ...(ack !== undefined && { ack }),
  ...(firstDataAfter !== undefined && { firstDataAfter }),
});
