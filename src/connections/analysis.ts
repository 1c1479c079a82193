import { sequence } from "../bytes/sequence";
import { tcpFlag } from "../protocols/tcp";
import { type Moment, nanosecondsBetween } from "./clock";
import { type Mark, type Side, unknownShift } from "./side";

/** A segment as the rules see it: numbers as on the wire. */
export interface Analysed {
  readonly frame: number;
  readonly time: Moment;
  readonly seq: number;
  readonly ack: number;
  readonly length: number;
  readonly flags: number;
  readonly window: number;
}

/** What the rules say of a segment. Times are in nanoseconds. */
export interface Analysis {
  readonly marks: Set<Mark>;
  duplicateNumber?: number;
  duplicateOf?: number;
  acknowledges?: number;
  roundTrip?: number;
  retransmissionTimeout?: number;
  retransmissionOf?: number;
  bytesInFlight?: number;
  pushedBytes?: number;
}

/** As Wireshark 4.0: a retransmission within this time of the third duplicate acknowledgment was a fast one. */
const fastWithin = 20e6;
/** And what comes late by less than this is out of order, where the round trip is not known. */
const outOfOrderWithin = 3e6;
const mostUnacknowledged = 10_000;
/** More is a number gone astray. */
const mostInFlight = 2_000_000_000;

/** Wireshark 4.0's `tcp.analysis`: what one segment is, given what both sides have said; then what it says is noted. */
export function analyse(segment: Analysed, me: Side, peer: Side, initialRoundTrip: number | undefined): Analysis {
  const analysis: Analysis = { marks: new Set() };
  const { flags } = segment;
  if (flags & tcpFlag.ACK) peer.flightIsKnown = true;
  const isProbe = segment.length === 1 && segment.seq === me.next && peer.window === 0;
  if (isProbe) analysis.marks.add("zero_window_probe");
  else markBySelf(segment, me, peer, analysis);
  noteNewAck(segment, me);
  markUnseenAck(segment, peer, analysis);
  if (segment.length > 0 || flags & (tcpFlag.SYN | tcpFlag.FIN)) {
    if (!analysis.marks.has("keep_alive")) markRepetition(segment, me, peer, initialRoundTrip, analysis);
  }
  noteSent(segment, me, isProbe);
  me.window = segment.window;
  me.lastAck = segment.ack;
  me.lastAckTime = segment.time;
  me.lastMarks = analysis.marks;
  noteAcknowledged(segment, peer, analysis);
  countFlight(segment, me, peer, analysis);
  return analysis;
}

const isPlain = (flags: number) => (flags & (tcpFlag.SYN | tcpFlag.FIN | tcpFlag.RST)) === 0;

/** What a segment is by its own numbers, beside the latest ones of both sides. */
function markBySelf({ seq, ack, length, flags, window }: Analysed, me: Side, peer: Side, analysis: Analysis): void {
  const { marks } = analysis;
  const plain = isPlain(flags);
  if (window === 0 && plain) marks.add("zero_window");
  if (me.next !== 0 && sequence.isAfter(seq, me.next) && (flags & tcpFlag.RST) === 0) {
    marks.add("lost_segment");
    me.flightIsKnown = false;
  }
  if (length <= 1 && seq === sequence.add(me.next, -1) && plain) marks.add("keep_alive");
  const repeatsNumbers = length === 0 && seq === me.next && ack === me.lastAck && plain;
  if (repeatsNumbers && window !== 0 && window !== me.window) marks.add("window_update");
  if (length > 0 && peer.windowShift !== unknownShift && plain && fillsWindow(seq, length, peer)) marks.add("window_full");
  if (!repeatsNumbers || window !== me.window) return;
  if (window !== 0 && peer.lastMarks.has("keep_alive")) marks.add("keep_alive_ack");
  else if (window === 0 && peer.lastMarks.has("zero_window_probe")) marks.add("zero_window_probe_ack");
  else if (window !== 0) {
    me.duplicates = me.duplicates === -1 ? 1 : me.duplicates + 1;
    marks.add("duplicate_ack");
    analysis.duplicateNumber = me.duplicates;
    analysis.duplicateOf = me.lastNewAckFrame;
  }
}

function fillsWindow(seq: number, length: number, peer: Side): boolean {
  const shift = peer.awaitsFirstAck || peer.windowShift < 0 ? 0 : peer.windowShift;
  return sequence.add(seq, length) === sequence.add(peer.lastAck, peer.window * 2 ** shift);
}

function noteNewAck({ ack, frame }: Analysed, me: Side): void {
  if (ack === me.lastAck) return;
  me.lastNewAckFrame = frame;
  me.duplicates = 0;
}

/** It acknowledges what the capture does not have. */
function markUnseenAck({ ack, flags }: Analysed, peer: Side, { marks }: Analysis): void {
  if (peer.mostAcknowledgeable === 0 || !sequence.isAfter(ack, peer.mostAcknowledgeable) || (flags & tcpFlag.ACK) === 0) return;
  if (sequence.isBefore(peer.mostAcknowledgeable, peer.next)) {
    peer.mostAcknowledgeable = peer.next;
    marks.add("ack_lost_segment");
    return;
  }
  if (peer.duplicates === 0) marks.add("ack_lost_segment");
  peer.duplicates = -1;
}

/** What begins before the highest number is there again, or late. */
function markRepetition(
  { seq, length, flags, time }: Analysed,
  me: Side,
  peer: Side,
  initialRoundTrip: number | undefined,
  analysis: Analysis,
): void {
  const { marks } = analysis;
  const end = sequence.add(seq, length);
  const isBehind = me.next !== 0 && sequence.isBefore(seq, me.next) && !(length > 1 && seq === sequence.add(me.next, -1));
  if (length > 0 && peer.lastAck !== 0 && !sequence.isAfter(end, peer.lastAck)) {
    marks.add("spurious_retransmission").add("retransmission");
    return;
  }
  if (!isBehind) return;
  const sinceAck = peer.lastAckTime ? nanosecondsBetween(peer.lastAckTime, time) : Number.NaN;
  const manyDuplicates = peer.duplicates >= 2 || peer.duplicates === -1;
  if (manyDuplicates && seq === peer.lastAck && sinceAck < fastWithin) {
    marks.add("fast_retransmission").add("retransmission");
    return;
  }
  const sinceNext = me.nextTime ? nanosecondsBetween(me.nextTime, time) : Number.NaN;
  const occupied = sequence.add(end, flags & (tcpFlag.SYN | tcpFlag.FIN) ? 1 : 0);
  if (sinceNext >= 0 && sinceNext < (initialRoundTrip || outOfOrderWithin) && me.next !== occupied) {
    marks.add("out_of_order");
    return;
  }
  marks.add("retransmission");
  const [eldest] = me.unacknowledged;
  const since = eldest?.time ?? me.nextTime;
  const timeout = since ? nanosecondsBetween(since, time) : 0;
  if (timeout !== 0) {
    analysis.retransmissionTimeout = timeout;
    analysis.retransmissionOf = eldest?.frame ?? me.nextFrame;
  }
}

function noteSent({ seq, length, flags, frame, time }: Analysed, me: Side, isProbe: boolean): void {
  let end = sequence.add(seq, length);
  const takesOne = (flags & (tcpFlag.SYN | tcpFlag.FIN)) !== 0;
  if ((length > 0 || takesOne) && me.unacknowledged.length < mostUnacknowledged) {
    if (takesOne) end = sequence.add(end, 1);
    me.unacknowledged.push({ frame, seq, end, time });
  }
  if ((me.next === 0 || sequence.isAfter(end, me.next)) && !isProbe) {
    me.next = end;
    me.nextTime = time;
    me.nextFrame = frame;
  }
  if ((seq === me.mostAcknowledgeable || me.mostAcknowledgeable === 0) && !isProbe) me.mostAcknowledgeable = me.next;
}

/** Which of the other side's segments this one acknowledges; those are not waited for any more. */
function noteAcknowledged({ ack, time }: Analysed, peer: Side, analysis: Analysis): void {
  const left: typeof peer.unacknowledged = [];
  for (let i = peer.unacknowledged.length - 1; i >= 0; i -= 1) {
    const sent = peer.unacknowledged[i];
    if (sent.end === ack) {
      analysis.acknowledges = sent.frame;
      analysis.roundTrip = nanosecondsBetween(sent.time, time);
    } else if (sequence.isAfter(sent.end, ack)) {
      if (sequence.isBefore(sent.seq, ack)) sent.seq = ack;
      left.push(sent);
    }
  }
  peer.unacknowledged = left.reverse();
}

function countFlight({ length, flags }: Analysed, me: Side, peer: Side, analysis: Analysis): void {
  if (length === 0 || me.unacknowledged.length === 0 || !me.flightIsKnown) return;
  me.pushedBytes = me.lastWasPush ? length : me.pushedBytes + length;
  me.lastWasPush = (flags & tcpFlag.PSH) !== 0;
  const inFlight = flightOf(me, peer) - (flags & (tcpFlag.SYN | tcpFlag.FIN) ? 1 : 0);
  if (inFlight <= 0 || inFlight >= mostInFlight) return;
  analysis.bytesInFlight = inFlight;
  analysis.pushedBytes = me.pushedBytes;
}

/** From the first number that is not acknowledged to the last, without what selective acknowledgments cover. */
function flightOf(me: Side, peer: Side): number {
  const base = me.base ?? 0;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const { seq, end } of me.unacknowledged) {
    first = Math.min(first, sequence.add(seq, -base));
    last = Math.max(last, sequence.add(end, -base));
  }
  return peer.sackBlocks.reduce((bytes, [left, right]) => bytes - sequence.distance(left, right), last - first);
}
