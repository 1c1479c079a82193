import { sequence } from "../bytes/sequence";
import type { TcpState } from "../protocols/tcpStates";
import { verdictOn } from "./arrival";
import { Endpoint, type StepTime, type Visit } from "./endpoint";
import { covers, endOf, isAck, isFin, isOpener, isPlain, isReset, isSyn, isSynAck } from "./segmentFlags";
import { type ConnectionStates, statesOf } from "./stateChanges";
import { type End, otherEnd, type WireSegment } from "./wireSegment";

/**
 * Follows the states of RFC 9293 §3.3.2 at both ends of a connection, as far as the wire tells.
 *
 * An end changes when it sends, the other when the segment arrives, and that is taken to be with the same frame. Later segments may
 * tell otherwise: each one carries the number that its sender expects, so a FIN that it does not cover had not been taken. Then the
 * arrival moves behind it: that is how crossing FINs and SYNs come out as simultaneous. What no later segment confirms stays assumed.
 */
export class EndpointStates {
  private ends: readonly [Endpoint, Endpoint] | undefined;
  private firstFrame = 0;
  /** Data in the SYN was taken: its receiver may send before the handshake is over (RFC 7413). */
  private isFast = false;
  /** Both ends have sent data or a FIN here: neither had closed before the capture began. */
  private isCertain = false;
  private resetOfNothing: { readonly frame: number; readonly from: End } | undefined;
  private readonly resets: { frame: number; from: End; seq: number; visit: Visit }[] = [];

  add(segment: WireSegment): void {
    const ends = this.ends ?? this.begin(segment);
    const me = ends[segment.from];
    const peer = ends[otherEnd(segment.from)];
    if (this.changesNothing(me, peer, segment)) me.noteSent(segment);
    else this.follow(me, peer, segment);
    if (!this.isCertain && me.hasSpoken && peer.hasSpoken) this.becomeCertain(ends);
  }

  private follow(me: Endpoint, peer: Endpoint, segment: WireSegment): void {
    const late = this.hear(me, peer, segment);
    if (!isReset(segment)) {
      this.disownReset(me, peer, segment);
      this.inferUnseen(me, peer, segment);
    }
    this.noteAnswer(me, peer, segment);
    this.send(me, peer, segment);
    me.noteSent(segment);
    this.arrive(peer, me, segment, { frame: segment.frame, phase: 1 });
    for (const other of late) this.arriveLate(me, peer, other, segment);
  }

  /** So far; nothing before the first segment. */
  get result(): ConnectionStates | undefined {
    return this.ends && statesOf(this.ends, this.firstFrame);
  }

  /** What ended the connection: the first reset that its sender did not take back, or one where there was no connection at all. */
  get reset(): { readonly frame: number; readonly from: End } | undefined {
    return this.resets.find(({ from, visit }) => this.ends?.[from].path.includes(visit)) ?? this.resetOfNothing;
  }

  /** Nearly all segments of a long connection: data and acknowledgments while it is open, and nothing is in doubt. */
  private changesNothing(me: Endpoint, peer: Endpoint, segment: WireSegment): boolean {
    if (!isPlain(segment) || me.state !== "ESTABLISHED" || peer.state !== "ESTABLISHED") return false;
    return me.arriving.length + peer.arriving.length === 0 && !me.waitingFin && !peer.waitingFin;
  }

  private becomeCertain(ends: readonly Endpoint[]): void {
    this.isCertain = true;
    for (const { path } of ends) for (const visit of path) visit.guessed = false;
  }

  private begin(segment: WireSegment): readonly [Endpoint, Endpoint] {
    const [mine, theirs] = statesBefore(segment);
    const isKnown = isSyn(segment) && !isReset(segment);
    const me = new Endpoint(mine, !isKnown);
    const peer = new Endpoint(theirs, !isKnown);
    if (isSynAck(segment)) peer.opened = "actively";
    this.ends = segment.from === 0 ? [me, peer] : [peer, me];
    this.firstFrame = segment.frame;
    return this.ends;
  }

  /** What the sender's segment shows of those that were sent to it; what had not arrived comes back, to arrive later. */
  private hear(me: Endpoint, peer: Endpoint, segment: WireSegment): WireSegment[] {
    if (me.arriving.length === 0 && !me.waitingFin) return [];
    const verdicts = me.arriving.map((arriving) => verdictOn(arriving.segment, segment, me, peer));
    const proven = verdicts.lastIndexOf("arrived") + 1;
    me.prove(proven);
    const rest = verdicts.slice(proven);
    const wrong = rest.findIndex((verdict) => verdict === "not-yet" || verdict === "lost");
    const undone = wrong < 0 ? [] : me.undo(wrong).filter((_, index) => rest[wrong + index] !== "lost");
    const { waitingFin } = me;
    if (waitingFin && isAck(segment) && covers(segment.ack, endOf(waitingFin))) {
      me.receive(waitingFin, peer, { frame: segment.frame, phase: 0 });
      me.prove(me.arriving.length);
      me.waitingFin = undefined;
    } else if (waitingFin) undone.push(waitingFin);
    return undone;
  }

  /** A segment that goes on where its sender's reset stood: the reset came from somebody else, or was meant for something else. */
  private disownReset(me: Endpoint, peer: Endpoint, segment: WireSegment): void {
    if (this.resets.length === 0 || me.state !== "CLOSED" || (segment.length === 0 && !isFin(segment))) return;
    const last = me.path[me.path.length - 1];
    const mine = this.resets.find(({ seq, visit }) => visit === last && !sequence.isBefore(segment.seq, seq));
    if (!mine) return;
    me.goBackTo(me.path.length - 1);
    const forged = peer.arriving.findIndex(({ segment: arriving }) => isReset(arriving));
    if (forged >= 0) peer.undo(forged);
  }

  /** What must have happened although the capture has nothing of it, for the sender to be sending this. */
  private inferUnseen(me: Endpoint, peer: Endpoint, segment: WireSegment): void {
    const moment: StepTime = { frame: segment.frame, phase: 0 };
    if (isOpener(segment)) {
      // it opens by itself: it has not listened
      if (me.state === "LISTEN" && me.path.length === 1) me.beganIn("CLOSED");
      return;
    }
    if (!isAck(segment)) return;
    const acksSyn = peer.synIsAcknowledgedBy(segment.ack);
    if (me.synEnd === undefined && isListening(me) && acksSyn) {
      // it has taken a SYN
      if (peer.synEnd === undefined && peer.path.length === 1) {
        peer.beganIn("SYN-SENT");
        peer.opened = "actively";
      }
      if (me.state === "CLOSED") me.take("passive-open", moment);
      if (me.state === "LISTEN") me.take("receive-syn", moment);
    }
    if (isSyn(segment)) {
      if (me.state === "SYN-SENT") me.take("receive-syn", moment);
      return;
    }
    if (me.state === "SYN-SENT" && acksSyn) {
      me.take("receive-syn-ack", moment);
      if (isListening(peer)) peer.take("receive-syn", moment);
      peer.prove(peer.arriving.length);
    }
    // it speaks as one whose SYN was acknowledged
    const speaks = segment.length > 0 || me.synEnd === undefined;
    if (me.state === "SYN-RECEIVED" && acksSyn && speaks && !this.isFast) {
      if (peer.state === "SYN-SENT") peer.take("receive-syn-ack", moment);
      me.take("receive-ack-of-syn", moment);
    }
  }

  private send(me: Endpoint, peer: Endpoint, segment: WireSegment): void {
    const moment: StepTime = { frame: segment.frame, phase: 1 };
    if (isReset(segment)) this.sendReset(me, peer, segment, moment);
    else if (isOpener(segment)) {
      if (me.take("send-syn", moment)) me.opened = "actively";
    } else if (isFin(segment)) {
      const end = endOf(segment);
      if (me.take("send-fin", moment) || (me.finEnd !== undefined && sequence.isAfter(end, me.finEnd))) me.finEnd = end;
    }
  }

  private sendReset(me: Endpoint, peer: Endpoint, segment: WireSegment, moment: StepTime): void {
    const { frame, from, seq } = segment;
    // for a segment of an old connection: its own opening goes on (RFC 9293 §3.10.7.3)
    if (me.state === "SYN-SENT" && peer.next !== undefined && !isAck(segment) && seq !== me.synEnd) return;
    const visit = me.take("send-rst", moment);
    if (visit) this.resets.push({ frame, from, seq, visit });
    else if (hasNoConnection(me) && hasNoConnection(peer)) this.resetOfNothing ??= { frame, from };
  }

  /** What the answer to a SYN tells of the one who gives it. */
  private noteAnswer(me: Endpoint, peer: Endpoint, segment: WireSegment): void {
    if (peer.state !== "SYN-SENT" || me.synEnd !== undefined || peer.synEnd === undefined || isOpener(segment)) return;
    const takesSyn = isAck(segment) && peer.synIsAcknowledgedBy(segment.ack);
    if (isReset(segment) && me.isUntouched) {
      me.undo(0);
      // nobody listens there
      if (me.path.length === 1) me.beganIn("CLOSED");
    } else if (isSynAck(segment)) this.isFast = sequence.isAfter(segment.ack, peer.synEnd);
    else if (!takesSyn && me.isUntouched) {
      me.undo(0);
      // it still has an old connection, half-open now (RFC 9293 §3.5.1)
      me.beganIn("ESTABLISHED", true);
    }
  }

  private arrive(receiver: Endpoint, sender: Endpoint, segment: WireSegment, moment: StepTime): void {
    // where FINs crossed, the second goes with the acknowledgment of the other's: that tells nothing of the first
    if ((isSyn(segment) || isFin(segment)) && receiver.state !== "CLOSING") this.forgetCopy(receiver, segment);
    const { waitingFin } = receiver;
    if (waitingFin && fills(segment, receiver)) {
      receiver.waitingFin = undefined;
      receiver.receive(waitingFin, sender, moment);
    } else if (!waitingFin || !isFin(segment)) receiver.receive(segment, sender, moment);
  }

  /** A SYN or a FIN that is sent again: whether the first arrived is not known, the later one counts. */
  private forgetCopy(receiver: Endpoint, segment: WireSegment): void {
    const isSame = [isOpener, isSynAck, isFin].map((is) => (earlier: WireSegment) => is(earlier) && is(segment));
    const index = receiver.arriving.findIndex(
      ({ segment: earlier }) => isSame.some((both) => both(earlier)) && endOf(earlier) === endOf(segment),
    );
    if (index >= 0) receiver.undo(index);
  }

  /** It had not arrived when the receiver sent `answer`: then right after it, or, where data before a FIN is missing, with that. */
  private arriveLate(receiver: Endpoint, sender: Endpoint, segment: WireSegment, answer: WireSegment): void {
    // a number never sent was answered, not obeyed
    if (isReset(segment) && sender.next !== undefined && sequence.isAfter(segment.seq, sender.next)) return;
    const lacksOnlyFin = !isFin(segment) || covers(answer.ack, sequence.add(endOf(segment), -1));
    receiver.waitingFin = undefined;
    if (lacksOnlyFin) receiver.receive(segment, sender, { frame: answer.frame, phase: 2 });
    else receiver.waitingFin = segment;
  }
}

const hasNoConnection = ({ state }: Endpoint) => state === "CLOSED" || state === "LISTEN";

/** Nothing has shown yet that it takes part. */
const isListening = ({ state, path, arriving }: Endpoint) =>
  (path.length === 1 && (state === "LISTEN" || state === "CLOSED")) || (state === "SYN-RECEIVED" && arriving.length > 0);

/** It holds the number that the receiver misses. */
const fills = ({ seq, length, flags }: WireSegment, { expects }: Endpoint) =>
  expects !== undefined && !sequence.isAfter(seq, expects) && sequence.isAfter(endOf({ seq, length, flags }), expects);

/** Where the ends were before the first segment that the capture has: the sender's state, and the receiver's. */
function statesBefore(segment: WireSegment): readonly [TcpState, TcpState] {
  if (isOpener(segment)) return ["CLOSED", "LISTEN"];
  if (isSynAck(segment)) return ["SYN-RECEIVED", "SYN-SENT"];
  // no connection sends these: RFC 9293 §3.10.7.4 drops them
  if (!isAck(segment) && !isReset(segment)) return ["CLOSED", "CLOSED"];
  return ["ESTABLISHED", "ESTABLISHED"];
}
