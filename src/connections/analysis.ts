import type { Heard } from "../decode/heard";
import { tcpFlag } from "../protocols/tcp";
import { type ConnectionTable, timeAt } from "./connectionTable";
import { MarkBit } from "./marks";
import type { Outcome } from "./outcome";
import { SideStatus, SideWord, shiftNotInUse, shiftOf, unknownShift } from "./side";
import { nobody, type Unacknowledged, WaitingWord } from "./unacknowledged";

/** As Wireshark 4.0: a retransmission within this time of the third duplicate acknowledgment was a fast one. */
const fastWithin = 20e6;
/** And what comes late by less than this is out of order, where the round trip is not known. */
const outOfOrderWithin = 3e6;
const mostUnacknowledged = 10_000;
/** More is a number gone astray. */
const mostInFlight = 2_000_000_000;

const noLength = tcpFlag.SYN | tcpFlag.FIN;
const notPlain = tcpFlag.SYN | tcpFlag.FIN | tcpFlag.RST;

/**
 * Wireshark 4.0's `tcp.analysis`: what one segment is, given what both sides have said; then what it says is noted. `me` is where
 * its sender's record begins among the words of the table, `peer` the other side's. Every sequence number is 32 bits with a
 * sign, so that the sign of a difference says which one lies ahead on the circle (RFC 9293 §3.4).
 *
 * One long function with its numbers at hand, since it runs for every segment of a capture; what is rare stands below it.
 */
export function analyse(
  heard: Heard,
  me: number,
  peer: number,
  table: ConnectionTable,
  waiting: Unacknowledged,
  initialRoundTrip: number,
  outcome: Outcome,
): void {
  const { words, times } = table;
  const { seq, ack, length, flags, window, packet, time } = heard;
  const next = words[me + SideWord.next];
  const lastAck = words[me + SideWord.lastAck];
  const peerLastAck = words[peer + SideWord.lastAck];
  const isPlain = (flags & notPlain) === 0;
  let status = words[me + SideWord.status];
  let peerStatus = words[peer + SideWord.status];
  if (flags & tcpFlag.ACK) peerStatus |= SideStatus.flightIsKnown;
  let marks = 0;

  // what it is by its own numbers, beside the latest ones of both sides
  const isProbe = length === 1 && seq === next && words[peer + SideWord.window] === 0;
  if (isProbe) marks = MarkBit.zeroWindowProbe;
  else {
    if (window === 0 && isPlain) marks = MarkBit.zeroWindow;
    if (next !== 0 && ((seq - next) | 0) > 0 && (flags & tcpFlag.RST) === 0) {
      marks |= MarkBit.lostSegment;
      status &= ~SideStatus.flightIsKnown;
    }
    if (isPlain) {
      if (length <= 1 && seq === ((next - 1) | 0)) marks |= MarkBit.keepAlive;
      if (length > 0) {
        if (fillsWindow((seq + length) | 0, peerLastAck, words[peer + SideWord.window], peerStatus)) marks |= MarkBit.windowFull;
      } else if (seq === next && ack === lastAck) {
        if (window !== words[me + SideWord.window]) {
          if (window !== 0) marks |= MarkBit.windowUpdate;
        } else if (window !== 0) {
          if (peerStatus & SideStatus.lastWasKeepAlive) marks |= MarkBit.keepAliveAck;
          else {
            marks |= MarkBit.duplicateAck;
            const duplicates = words[me + SideWord.duplicates];
            words[me + SideWord.duplicates] = duplicates === -1 ? 1 : duplicates + 1;
            outcome.duplicateNumber = words[me + SideWord.duplicates];
            outcome.duplicateOf = words[me + SideWord.lastNewAckFrame];
          }
        } else if (peerStatus & SideStatus.lastWasProbe) marks |= MarkBit.zeroWindowProbeAck;
      }
    }
  }

  if (ack !== lastAck) {
    words[me + SideWord.lastNewAckFrame] = packet + 1;
    words[me + SideWord.duplicates] = 0;
  }
  const mostAcknowledgeable = words[peer + SideWord.mostAcknowledgeable];
  if (((ack - mostAcknowledgeable) | 0) > 0 && mostAcknowledgeable !== 0 && (flags & tcpFlag.ACK) !== 0) {
    if (isUnseenAck(words, peer, mostAcknowledgeable)) marks |= MarkBit.ackLostSegment;
    outcome.isRemarkable = true;
  }

  let count = status >>> SideStatus.listBits;
  if (length > 0 || (flags & noLength) !== 0) {
    // what begins before the highest number is there again, or late
    let end = (seq + length) | 0;
    if ((marks & MarkBit.keepAlive) === 0) {
      if (length > 0 && peerLastAck !== 0 && ((end - peerLastAck) | 0) <= 0)
        marks |= MarkBit.spuriousRetransmission | MarkBit.retransmission;
      else if (next !== 0 && ((seq - next) | 0) < 0 && !(length > 1 && seq === ((next - 1) | 0)))
        marks |= repetition(heard, end, me, peer, table, waiting, initialRoundTrip, outcome);
    }

    // from here on the other side has something to acknowledge
    if (count < mostUnacknowledged) {
      if (flags & noLength) end = (end + 1) | 0;
      const place = waiting.take();
      const waitingWords = waiting.words;
      waitingWords[place + WaitingWord.seq] = seq;
      waitingWords[place + WaitingWord.end] = end;
      waitingWords[place + WaitingWord.frame] = packet + 1;
      waitingWords[place + WaitingWord.following] = nobody;
      waiting.times[timeAt(place + WaitingWord.time)] = time;
      if (count === 0) {
        words[me + SideWord.eldest] = place;
        status &= ~SideStatus.listIsMixed;
        if (((end - seq) | 0) <= 0) status |= SideStatus.listIsMixed;
      } else {
        const latest = words[me + SideWord.latest];
        waitingWords[latest + WaitingWord.following] = place;
        if (
          ((seq - waitingWords[latest + WaitingWord.end]) | 0) < 0 ||
          ((end - seq) | 0) <= 0 ||
          ((end - waitingWords[words[me + SideWord.eldest] + WaitingWord.end]) | 0) <= 0
        )
          status |= SideStatus.listIsMixed;
      }
      words[me + SideWord.latest] = place;
      status += SideStatus.listUnit;
      count += 1;
    }
    noteNext(words, times, me, seq, end, next, packet, time, isProbe);
  } else noteNext(words, times, me, seq, seq, next, packet, time, isProbe);

  words[me + SideWord.window] = window;
  words[me + SideWord.lastAck] = ack;
  times[timeAt(me + SideWord.lastAckTime)] = time;
  status &= ~SideStatus.lastRemarks;
  if (marks !== 0) {
    if (marks & MarkBit.keepAlive) status |= SideStatus.lastWasKeepAlive;
    if (marks & MarkBit.zeroWindowProbe) status |= SideStatus.lastWasProbe;
    outcome.isRemarkable = true;
  }

  if (peerStatus >= SideStatus.listUnit) peerStatus = acknowledge(ack, time, peer, peerStatus, words, waiting, outcome);
  if (length > 0 && count > 0 && (status & SideStatus.flightIsKnown) !== 0) {
    words[me + SideWord.pushed] = status & SideStatus.lastWasPush ? length : words[me + SideWord.pushed] + length;
    status = flags & tcpFlag.PSH ? status | SideStatus.lastWasPush : status & ~SideStatus.lastWasPush;
    outcome.countsFlight = true;
  }
  words[me + SideWord.status] = status;
  words[peer + SideWord.status] = peerStatus;
  outcome.marks = marks;
}

function noteNext(
  words: Int32Array,
  times: Float64Array,
  me: number,
  seq: number,
  end: number,
  next: number,
  packet: number,
  time: number,
  isProbe: boolean,
): void {
  if (isProbe) return;
  if (next === 0 || ((end - next) | 0) > 0) {
    words[me + SideWord.next] = end;
    words[me + SideWord.nextFrame] = packet + 1;
    times[timeAt(me + SideWord.nextTime)] = time;
  }
  const mostAcknowledgeable = words[me + SideWord.mostAcknowledgeable];
  if (seq === mostAcknowledgeable || mostAcknowledgeable === 0)
    words[me + SideWord.mostAcknowledgeable] = words[me + SideWord.next];
}

/** It ends where the window of the other side does. */
function fillsWindow(end: number, peerLastAck: number, peerWindow: number, peerStatus: number): boolean {
  const shift = shiftOf(peerStatus);
  if (shift === unknownShift) return false;
  const scale = shift === shiftNotInUse || peerStatus & SideStatus.awaitsFirstAck ? 0 : shift;
  return end === ((peerLastAck + (peerWindow << scale)) | 0);
}

/** It acknowledges what the capture does not have: whether that is to be said. */
function isUnseenAck(words: Int32Array, peer: number, mostAcknowledgeable: number): boolean {
  const peerNext = words[peer + SideWord.next];
  if (((mostAcknowledgeable - peerNext) | 0) < 0) {
    words[peer + SideWord.mostAcknowledgeable] = peerNext;
    return true;
  }
  const isFirst = words[peer + SideWord.duplicates] === 0;
  words[peer + SideWord.duplicates] = -1;
  return isFirst;
}

/** What begins before the highest number its sender has used. */
function repetition(
  { seq, flags, time }: Heard,
  end: number,
  me: number,
  peer: number,
  { words, times }: ConnectionTable,
  waiting: Unacknowledged,
  initialRoundTrip: number,
  outcome: Outcome,
): number {
  const duplicates = words[peer + SideWord.duplicates];
  const sinceAck = time - times[timeAt(peer + SideWord.lastAckTime)];
  if ((duplicates >= 2 || duplicates === -1) && seq === words[peer + SideWord.lastAck] && sinceAck < fastWithin)
    return MarkBit.fastRetransmission | MarkBit.retransmission;
  const sinceNext = time - times[timeAt(me + SideWord.nextTime)];
  const occupied = (end + (flags & noLength ? 1 : 0)) | 0;
  if (sinceNext >= 0 && sinceNext < (initialRoundTrip || outOfOrderWithin) && words[me + SideWord.next] !== occupied)
    return MarkBit.outOfOrder;
  const eldest = words[me + SideWord.eldest];
  const since = eldest === nobody ? times[timeAt(me + SideWord.nextTime)] : waiting.times[timeAt(eldest + WaitingWord.time)];
  const timeout = time - since;
  if (timeout !== 0) {
    outcome.retransmissionTimeout = timeout;
    outcome.retransmissionOf = eldest === nobody ? words[me + SideWord.nextFrame] : waiting.words[eldest + WaitingWord.frame];
  }
  return MarkBit.retransmission;
}

/** Which of the other side's segments are not waited for any more; that side's status. */
function acknowledge(
  ack: number,
  time: number,
  peer: number,
  status: number,
  words: Int32Array,
  waiting: Unacknowledged,
  outcome: Outcome,
): number {
  if (status & SideStatus.listIsMixed) return acknowledgeAnywhere(ack, time, peer, status, words, waiting, outcome);
  const list = waiting.words;
  let left = status;
  let place = words[peer + SideWord.eldest];
  while (place !== nobody) {
    const ahead = (list[place + WaitingWord.end] - ack) | 0;
    if (ahead > 0) break;
    if (ahead === 0) noteRoundTrip(place, time, waiting, outcome);
    const following = list[place + WaitingWord.following];
    waiting.giveBack(place);
    place = following;
    left -= SideStatus.listUnit;
  }
  words[peer + SideWord.eldest] = place;
  if (place === nobody) return left;
  // the list spans less than half of the circle; the acknowledgment may lie on the other half
  if (((list[words[peer + SideWord.latest] + WaitingWord.end] - ack) | 0) <= 0)
    return acknowledgeAnywhere(ack, time, peer, left, words, waiting, outcome);
  if (((list[place + WaitingWord.seq] - ack) | 0) < 0) list[place + WaitingWord.seq] = ack;
  return left;
}

/** The same where the list has segments that were sent again, or came out of order. */
function acknowledgeAnywhere(
  ack: number,
  time: number,
  peer: number,
  status: number,
  words: Int32Array,
  waiting: Unacknowledged,
  outcome: Outcome,
): number {
  const list = waiting.words;
  let left = status & ~SideStatus.listIsMixed;
  let latest = nobody;
  let following: number;
  const eldest = words[peer + SideWord.eldest];
  words[peer + SideWord.eldest] = nobody;
  for (let place = eldest; place !== nobody; place = following) {
    following = list[place + WaitingWord.following];
    const end = list[place + WaitingWord.end];
    const ahead = (end - ack) | 0;
    if (ahead <= 0) {
      if (ahead === 0) noteRoundTrip(place, time, waiting, outcome);
      waiting.giveBack(place);
      left -= SideStatus.listUnit;
      continue;
    }
    if (((list[place + WaitingWord.seq] - ack) | 0) < 0) list[place + WaitingWord.seq] = ack;
    const seq = list[place + WaitingWord.seq];
    if (latest === nobody) words[peer + SideWord.eldest] = place;
    else {
      list[latest + WaitingWord.following] = place;
      if (((seq - list[latest + WaitingWord.end]) | 0) < 0 || !isSpan(list, words[peer + SideWord.eldest], end))
        left |= SideStatus.listIsMixed;
    }
    if (((end - seq) | 0) <= 0) left |= SideStatus.listIsMixed;
    list[place + WaitingWord.following] = nobody;
    latest = place;
  }
  words[peer + SideWord.latest] = latest;
  return left;
}

const isSpan = (list: Int32Array, eldest: number, end: number): boolean => ((end - list[eldest + WaitingWord.end]) | 0) > 0;

/** Of several with the same end the eldest counts: the list goes from there. */
function noteRoundTrip(place: number, time: number, waiting: Unacknowledged, outcome: Outcome): void {
  if (outcome.acknowledges !== 0) return;
  outcome.acknowledges = waiting.words[place + WaitingWord.frame];
  outcome.roundTrip = time - waiting.times[timeAt(place + WaitingWord.time)];
  outcome.isRemarkable = true;
}

/** Bytes from the first number that is not acknowledged to the last, without what selective acknowledgments cover. */
export function bytesInFlight(
  { flags }: Heard,
  me: number,
  { words }: ConnectionTable,
  waiting: Unacknowledged,
  sackBlocks: readonly (readonly [left: number, right: number])[],
): number {
  const list = waiting.words;
  const base = words[me + SideWord.base];
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (let place = words[me + SideWord.eldest]; place !== nobody; place = list[place + WaitingWord.following]) {
    first = Math.min(first, (list[place + WaitingWord.seq] - base) >>> 0);
    last = Math.max(last, (list[place + WaitingWord.end] - base) >>> 0);
  }
  const covered = sackBlocks.reduce((bytes, [left, right]) => bytes + ((right - left) | 0), 0);
  const inFlight = last - first - covered - (flags & noLength ? 1 : 0);
  return inFlight > 0 && inFlight < mostInFlight ? inFlight : 0;
}
