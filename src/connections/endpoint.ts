import { sequence } from "../bytes/sequence";
import { type TcpEvent, type TcpState, type Transition, transitionFrom } from "../protocols/tcpStates";
import { covers, endOf, isAck, isFin, isOpener, isPlain, isReset, isSyn, isSynAck } from "./segmentFlags";
import type { WireSegment } from "./wireSegment";

/**
 * When a state began: with a segment (1: its sender changes when it sends, its receiver when it arrives); just before its sender
 * sent it (0: it shows that something had arrived by then); or just after (2: what had not arrived by then does so now).
 */
export interface StepTime {
  readonly frame: number;
  readonly phase: 0 | 1 | 2;
}

/** A state on an endpoint's way, and how it got there. */
export interface Visit {
  readonly state: TcpState;
  readonly moment: StepTime;
  /** Absent for the state that it was in before the first segment. */
  readonly transition?: Transition;
  /** Nothing has shown yet that the segment which brought it here arrived. */
  unproven: boolean;
  /** It follows from a state that the capture did not see begin. */
  guessed: boolean;
}

/** A segment on its way to an endpoint: its effects are taken for granted until the endpoint's own segments confirm or deny. */
export interface Arriving {
  readonly segment: WireSegment;
  /** Length of the path before it. */
  readonly before: number;
  readonly visits: readonly Visit[];
}

/** States in which an acknowledgment alone may change something. */
const awaitsAck: ReadonlySet<TcpState> = new Set(["SYN-RECEIVED", "FIN-WAIT-1", "CLOSING", "LAST-ACK"]);

/** One end of a connection: where it has been, and what it has shown of itself. */
export class Endpoint {
  path: Visit[] = [];
  opened: "passively" | "actively" = "passively";
  /** Numbers after its SYN and its FIN. */
  synEnd: number | undefined;
  finEnd: number | undefined;
  /** The highest number it has used. */
  next: number | undefined;
  /** Its latest acknowledgment: what it expects next. */
  expects: number | undefined;
  window = 0;
  /** It has sent data or a FIN: it had not closed before. */
  hasSpoken = false;
  readonly arriving: Arriving[] = [];
  /** A FIN that waits for data before it. */
  waitingFin: WireSegment | undefined;

  constructor(state: TcpState, guessed: boolean) {
    this.path.push({ state, moment: { frame: 0, phase: 0 }, unproven: false, guessed });
  }

  get state(): TcpState {
    return this.path[this.path.length - 1].state;
  }

  /** Before the first segment it was in another state than was thought. */
  beganIn(state: TcpState, guessed = false): void {
    this.path = [{ state, moment: { frame: 0, phase: 0 }, unproven: false, guessed }];
    this.arriving.length = 0;
  }

  /** It is still in the state that it was in before the first segment, as far as it has shown. */
  get isUntouched(): boolean {
    return this.path.length === 1 || this.arriving[0]?.before === 1;
  }

  take(event: TcpEvent, moment: StepTime, unproven = false): Visit | undefined {
    const transition = transitionFrom(this.state, event, this.opened);
    if (!transition) return undefined;
    const { guessed } = this.path[this.path.length - 1];
    const visit = { state: transition.to, moment, transition, unproven, guessed: guessed && transition.to !== "CLOSED" };
    this.path.push(visit);
    return visit;
  }

  /** A segment comes in: what it changes here, if it is heard at all. */
  receive(segment: WireSegment, sender: Endpoint, moment: StepTime): void {
    if (isPlain(segment) && !awaitsAck.has(this.state)) return;
    const before = this.path.length;
    for (const event of this.eventsOf(segment, sender)) this.take(event, moment, true);
    const visits = this.path.slice(before);
    if (visits.length > 0) this.arriving.push({ segment, before, visits });
  }

  /** While the handshake goes on, no more than what was sent can be acknowledged (RFC 9293 §3.10.7.3). */
  synIsAcknowledgedBy(ack: number): boolean {
    const { synEnd, next, state } = this;
    return synEnd === undefined || (covers(ack, synEnd) && (state !== "SYN-SENT" || next === undefined || covers(next, ack)));
  }

  /** In the order of RFC 9293 §3.10.7.4: reset, SYN, acknowledgment, FIN. */
  private *eventsOf(segment: WireSegment, sender: Endpoint): Generator<TcpEvent> {
    if (isReset(segment)) {
      if (this.acceptsReset(segment, sender)) yield "receive-rst";
      return;
    }
    const ackOfFin = isAck(segment) && this.finEnd !== undefined && covers(segment.ack, this.finEnd);
    const ackOfSyn = isAck(segment) && this.synIsAcknowledgedBy(segment.ack);
    if (this.state === "CLOSED" && isOpener(segment)) yield "passive-open";
    if (this.state === "SYN-SENT") {
      if (isSynAck(segment) && ackOfSyn) yield "receive-syn-ack";
      else if (isOpener(segment)) yield "receive-syn";
    } else if (isOpener(segment)) yield "receive-syn";
    if (this.state === "SYN-RECEIVED" && ackOfSyn) yield "receive-ack-of-syn";
    if (isFin(segment) && ackOfFin && this.state === "FIN-WAIT-1") yield "receive-fin-and-ack-of-fin";
    else {
      if (ackOfFin) yield "receive-ack-of-fin";
      // without an acknowledgment the whole segment is dropped
      if (isFin(segment) && isAck(segment)) yield "receive-fin";
    }
  }

  /**
   * RFC 9293 §3.10.7.3 and .4, as RFC 5961 §3.2 made them: in SYN-SENT its acknowledgment must be of the SYN; later its number
   * must be the one expected, and what that is may be any up to the sender's latest. Others in the window are answered, not obeyed,
   * but older systems do obey them: the answer will tell.
   */
  private acceptsReset({ seq, ack, flags }: WireSegment, sender: Endpoint): boolean {
    if (this.state === "SYN-SENT") {
      return isAck({ flags }) && this.synIsAcknowledgedBy(ack);
    }
    if (this.expects === undefined) return true;
    const ahead = sequence.distance(this.expects, seq);
    const sent = sender.next === undefined ? 0 : sequence.distance(this.expects, sender.next);
    return ahead >= 0 && ahead <= Math.max(this.window, sent);
  }

  /** Everything up to an arrival is certain; the first ones are taken off. */
  prove(count: number): void {
    for (const { visits } of this.arriving.splice(0, count)) for (const visit of visits) visit.unproven = false;
  }

  /** What did not arrive yet, from the arrival `index` on, has had no effect. */
  undo(index: number): WireSegment[] {
    const undone = this.arriving.splice(index);
    if (undone.length > 0) this.goBackTo(undone[0].before);
    return undone.map(({ segment }) => segment);
  }

  /** What came after the first `length` states was a mistake. */
  goBackTo(length: number): void {
    this.path.length = Math.min(this.path.length, length);
    const wrong = this.arriving.findIndex(({ before, visits }) => before + visits.length > this.path.length);
    if (wrong >= 0) this.arriving.length = wrong;
  }

  /** Notes what its own segment tells of its numbers. */
  noteSent(segment: WireSegment): void {
    if (isReset(segment)) return;
    const end = endOf(segment);
    if (this.next === undefined || sequence.isAfter(end, this.next)) this.next = end;
    if (isAck(segment)) this.expects = segment.ack;
    this.window = segment.window;
    if (isSyn(segment)) this.synEnd = sequence.add(segment.seq, 1);
    else if ((segment.length > 0 && !segment.marks.has("keep_alive")) || isFin(segment)) this.hasSpoken = true;
  }
}
