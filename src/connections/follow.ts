import { noShift, type SegmentBatch, SegmentWord, unknownLength } from "../decode/segmentBatch";
import { tcpFlag } from "../protocols/tcp";
import { largestWindowShift } from "../protocols/tcpOptions";
import { type Checkpoints, checkpointInterval } from "./checkpoints";
import { lifeWith } from "./completeness";
import { type ConnectionTable, ConnectionWord, flowIn, Place, timeAt } from "./connectionTable";
import type { DuplicateAcks } from "./duplicateAcks";
import { correctsBase, noteSyn, takesPortsOver } from "./handshake";
import { MarkBit, shiftBit } from "./marks";
import type { Outcome } from "./outcome";
import { nobody, SideStatus, SideWord, shiftNotInUse, shiftOf, unknownShift, withShift } from "./side";
import { type Unacknowledged, WaitingWord } from "./unacknowledged";

/** As Wireshark 4.0: a retransmission within this time of the third duplicate acknowledgment was a fast one. */
const fastWithin = 20e6;
/** And what comes late by less than this is out of order, where the round trip is not known. */
const outOfOrderWithin = 3e6;
const mostUnacknowledged = 10_000;

const noLength = tcpFlag.SYN | tcpFlag.FIN;

/** Where what is found of each packet is put. */
export interface SegmentRows {
  readonly flow: Int32Array;
  readonly seq: Uint32Array;
  readonly ack: Uint32Array;
  readonly marks: Uint32Array;
}

/** Everything that is known of all connections. */
export interface Known {
  readonly table: ConnectionTable;
  readonly waiting: Unacknowledged;
  readonly checkpoints: Checkpoints;
  readonly duplicateAcks: DuplicateAcks;
}

/**
 * Takes segments to their connections, makes their numbers relative and says what each one is, given what both sides have said
 * before: the rules of Wireshark 4.0, in its order. Rows are counted from the packet `firstRow` on; `tells` hears of the last segment
 * what is in no row; `ownFlow` says that there is one connection only. Sequence numbers are 32 bits with a sign, so that the sign
 * of a difference says which one lies ahead on the circle (RFC 9293 §3.4).
 *
 * One long loop with all its numbers at hand, since it runs for every segment of a capture; what is rare stands elsewhere.
 */
export function follow(
  segments: SegmentBatch,
  known: Known,
  rows: SegmentRows,
  firstRow = 0,
  tells?: Outcome,
  ownFlow?: number,
): void {
  const { table, waiting, checkpoints, duplicateAcks } = known;
  const { words: heard, seconds, count } = segments;
  const { flow: flowRows, seq: seqRows, ack: ackRows, marks: markRows } = rows;
  let { words, times } = table;
  const { SYN, ACK, FIN, RST, PSH } = tcpFlag;
  // a connection that another one has taken the place of is never the latest
  let flow = table.latest;
  for (let i = 0; i < count; i += 1) {
    const at = Math.imul(i, SegmentWord.size) & Place.mask;
    const flags = heard[at + SegmentWord.flags];
    const packet = heard[at + SegmentWord.packet];
    const row = packet - firstRow;

    // whose segment it is; often of the connection of the one before
    if (ownFlow !== undefined && table.count > 0) flow = ownFlow;
    else {
      if (flow >= 0) flow = flowIn(words, flow >> 1, heard, at) | 0;
      if (flow < 0) flow = table.find(heard, at) | 0;
      if (flow < 0) flow = table.begin(heard, at, seconds[i]) | 0;
    }
    let marks = 0;
    if (flags & SYN) {
      if (flags & ACK && correctsBase(table, heard, at, flow)) checkpoints.add(flow >> 1, table, waiting);
      if (takesPortsOver(table, heard, at, flow)) {
        if ((flags & ACK) === 0) flow = table.begin(heard, at, seconds[i]) | 0;
        marks = MarkBit.reusedPorts;
      }
    }
    words = table.words;
    times = table.times;
    const connection = Math.imul(flow >> 1, ConnectionWord.size) & Place.mask;
    const me = (connection + ConnectionWord.sides + Math.imul(flow & 1, SideWord.size)) & Place.mask;
    const peer = (connection + ConnectionWord.sides + Math.imul((flow & 1) ^ 1, SideWord.size)) & Place.mask;
    const packets = words[connection + ConnectionWord.packets] + 1;
    words[connection + ConnectionWord.packets] = packets;
    words[connection + ConnectionWord.latestPacket] = packet;

    // nanoseconds since the connection began
    const time =
      (seconds[i] - times[timeAt(connection + ConnectionWord.startSeconds)]) * 1e9 +
      (heard[at + SegmentWord.nanoseconds] - words[connection + ConnectionWord.startNanoseconds]);
    if (tells) {
      tells.clear();
      tells.time = time;
      tells.sincePrevious = time - times[timeAt(connection + ConnectionWord.latestTime)];
    }
    times[timeAt(connection + ConnectionWord.latestTime)] = time;

    const seq = heard[at + SegmentWord.seq];
    const ack = heard[at + SegmentWord.ack];
    const length = heard[at + SegmentWord.length];
    let status = words[me + SideWord.status];
    let peerStatus = words[peer + SideWord.status];
    flowRows[row] = flow;
    if (length === unknownLength) {
      seqRows[row] = seq;
      ackRows[row] = ack;
      marks = 0;
    } else {
      if ((status & SideStatus.knowsBase) === 0) {
        words[me + SideWord.base] = flags & SYN ? seq : seq - 1;
        status |= SideStatus.knowsBase;
      }
      const window = heard[at + SegmentWord.window];
      const next = words[me + SideWord.next];
      const lastAck = words[me + SideWord.lastAck];
      const peerLastAck = words[peer + SideWord.lastAck];
      const isPlain = (flags & (SYN | FIN | RST)) === 0;
      seqRows[row] = seq - words[me + SideWord.base];
      if (flags & ACK) {
        if ((peerStatus & SideStatus.knowsBase) === 0) words[peer + SideWord.base] = ack - 1;
        peerStatus |= SideStatus.knowsBase | SideStatus.flightIsKnown;
        ackRows[row] = ack - words[peer + SideWord.base];
      } else ackRows[row] = ack;

      // what it is by its own numbers, beside the latest ones of both sides
      const isProbe = length === 1 && seq === next && words[peer + SideWord.window] === 0;
      if (isProbe) marks |= MarkBit.zeroWindowProbe;
      else {
        if (window === 0 && isPlain) marks |= MarkBit.zeroWindow;
        if (next !== 0 && ((seq - next) | 0) > 0 && (flags & RST) === 0) {
          marks |= MarkBit.lostSegment;
          status &= ~SideStatus.flightIsKnown;
        }
        if (isPlain) {
          if (length <= 1 && seq === ((next - 1) | 0)) marks |= MarkBit.keepAlive;
          if (length > 0) {
            const shift = shiftOf(peerStatus);
            if (shift !== unknownShift) {
              const scale = shift === shiftNotInUse || (peerStatus & SideStatus.awaitsFirstAck) !== 0 ? 0 : shift;
              if (((seq + length) | 0) === ((peerLastAck + (words[peer + SideWord.window] << scale)) | 0))
                marks |= MarkBit.windowFull;
            }
          } else if (seq === next && ack === lastAck) {
            if (window !== words[me + SideWord.window]) {
              if (window !== 0) marks |= MarkBit.windowUpdate;
            } else if (window !== 0) {
              if (peerStatus & SideStatus.lastWasKeepAlive) marks |= MarkBit.keepAliveAck;
              else {
                marks |= MarkBit.duplicateAck;
                const duplicates = words[me + SideWord.duplicates] === -1 ? 1 : words[me + SideWord.duplicates] + 1;
                words[me + SideWord.duplicates] = duplicates;
                duplicateAcks.add(packet, duplicates, words[me + SideWord.lastNewAckFrame]);
              }
            } else if (peerStatus & SideStatus.lastWasProbe) marks |= MarkBit.zeroWindowProbeAck;
          }
        }
      }
      if (tells) tellDuplicate(words, me, marks, tells);

      if (ack !== lastAck) {
        words[me + SideWord.lastNewAckFrame] = packet + 1;
        words[me + SideWord.duplicates] = 0;
      }
      // it acknowledges what the capture does not have
      const mostAcknowledgeable = words[peer + SideWord.mostAcknowledgeable];
      if (((ack - mostAcknowledgeable) | 0) > 0 && mostAcknowledgeable !== 0 && (flags & ACK) !== 0) {
        if (isUnseenAck(words, peer)) marks |= MarkBit.ackLostSegment;
        if (tells) tells.isRemarkable = true;
      }

      let end = (seq + length) | 0;
      if (length > 0 || (flags & (SYN | FIN)) !== 0) {
        // what begins before the highest number is there again, or late
        if ((marks & MarkBit.keepAlive) === 0) {
          if (length > 0 && peerLastAck !== 0 && ((end - peerLastAck) | 0) <= 0)
            marks |= MarkBit.spuriousRetransmission | MarkBit.retransmission;
          else if (next !== 0 && ((seq - next) | 0) < 0 && !(length > 1 && seq === ((next - 1) | 0)))
            marks |= repetition(known, heard, at, me, peer, time, tells);
        }
        // from here on the other side has something to acknowledge
        if (status >>> SideStatus.listBits < mostUnacknowledged) {
          if (flags & (SYN | FIN)) end = (end + 1) | 0;
          const place = waiting.take() & Place.mask;
          const waitingWords = waiting.words;
          waitingWords[place + WaitingWord.seq] = seq;
          waitingWords[place + WaitingWord.end] = end;
          waitingWords[place + WaitingWord.frame] = packet + 1;
          waiting.times[timeAt(place + WaitingWord.time)] = time;
          if (status < SideStatus.listUnit) status &= ~SideStatus.listIsMixed;
          status = (status | waiting.append(words, me, place)) + SideStatus.listUnit;
        }
      }
      if (!isProbe) {
        if (next === 0 || ((end - next) | 0) > 0) {
          words[me + SideWord.next] = end;
          words[me + SideWord.nextFrame] = packet + 1;
          times[timeAt(me + SideWord.nextTime)] = time;
        }
        const most = words[me + SideWord.mostAcknowledgeable];
        if (seq === most || most === 0) words[me + SideWord.mostAcknowledgeable] = words[me + SideWord.next];
      }

      words[me + SideWord.window] = window;
      words[me + SideWord.lastAck] = ack;
      times[timeAt(me + SideWord.lastAckTime)] = time;
      status &= ~SideStatus.lastRemarks;
      if (marks !== 0) {
        if (marks & MarkBit.keepAlive) status |= SideStatus.lastWasKeepAlive;
        if (marks & MarkBit.zeroWindowProbe) status |= SideStatus.lastWasProbe;
      }
      if (peerStatus >= SideStatus.listUnit) peerStatus = waiting.acknowledge(words, me, peer, peerStatus, tells) | 0;
      if (length > 0 && status >= SideStatus.listUnit && (status & SideStatus.flightIsKnown) !== 0) {
        words[me + SideWord.pushed] = status & SideStatus.lastWasPush ? length : words[me + SideWord.pushed] + length;
        status = flags & PSH ? status | SideStatus.lastWasPush : status & ~SideStatus.lastWasPush;
        if (tells) tells.countsFlight = true;
      }
    }

    // what the handshake tells, and options
    if (flags & ACK && (flags & SYN) === 0) {
      status &= ~SideStatus.awaitsFirstAck;
      if (times[timeAt(connection + ConnectionWord.initialRoundTrip)] === 0) noteRoundTrip(times, connection, time);
    }
    if (heard[at + SegmentWord.shift] !== noShift)
      status = withShift(status, Math.min(heard[at + SegmentWord.shift], largestWindowShift));
    words[me + SideWord.status] = status;
    words[peer + SideWord.status] = peerStatus;
    if (flags & SYN) {
      marks |= noteSyn(table, heard, at, flow, time, seconds[i]);
      status = words[me + SideWord.status];
    }
    words[connection + ConnectionWord.facts] = lifeWith(words[connection + ConnectionWord.facts], flags, length, packets === 1);
    markRows[row] = marks | ((shiftOf(status) + 2) << shiftBit);
    if ((packets & (checkpointInterval - 1)) === 0) checkpoints.consider(flow >> 1, table, waiting);
  }
  table.latest = flow;
}

function tellDuplicate(words: Int32Array, me: number, marks: number, tells: Outcome): void {
  if ((marks & MarkBit.duplicateAck) === 0) return;
  tells.duplicateNumber = words[me + SideWord.duplicates];
  tells.duplicateOf = words[me + SideWord.lastNewAckFrame];
}

/** It acknowledges more than the capture has: whether that is to be said. */
function isUnseenAck(words: Int32Array, peer: number): boolean {
  const next = words[peer + SideWord.next];
  if (((words[peer + SideWord.mostAcknowledgeable] - next) | 0) < 0) {
    words[peer + SideWord.mostAcknowledgeable] = next;
    return true;
  }
  const isFirst = words[peer + SideWord.duplicates] === 0;
  words[peer + SideWord.duplicates] = -1;
  return isFirst;
}

/** What begins before the highest number its sender has used. */
function repetition(
  { table: { words, times }, waiting }: Known,
  heard: Int32Array,
  at: number,
  me: number,
  peer: number,
  time: number,
  tells: Outcome | undefined,
): number {
  const seq = heard[at + SegmentWord.seq];
  const duplicates = words[peer + SideWord.duplicates];
  const sinceAck = time - times[timeAt(peer + SideWord.lastAckTime)];
  if ((duplicates >= 2 || duplicates === -1) && seq === words[peer + SideWord.lastAck] && sinceAck < fastWithin)
    return MarkBit.fastRetransmission | MarkBit.retransmission;
  const sinceNext = time - times[timeAt(me + SideWord.nextTime)];
  const connection = me - ((me - ConnectionWord.sides) % ConnectionWord.size) - ConnectionWord.sides;
  const within = times[timeAt(connection + ConnectionWord.initialRoundTrip)] || outOfOrderWithin;
  const taken = heard[at + SegmentWord.length] + (heard[at + SegmentWord.flags] & noLength ? 1 : 0);
  if (sinceNext >= 0 && sinceNext < within && words[me + SideWord.next] !== ((seq + taken) | 0)) return MarkBit.outOfOrder;
  if (tells) tellTimeout(words, times, waiting, me, time, tells);
  return MarkBit.retransmission;
}

/** How long it was waited before a segment was sent again, and for which one. */
function tellTimeout(
  words: Int32Array,
  times: Float64Array,
  waiting: Unacknowledged,
  me: number,
  time: number,
  tells: Outcome,
): void {
  const eldest = words[me + SideWord.eldest];
  const since = eldest === nobody ? times[timeAt(me + SideWord.nextTime)] : waiting.times[timeAt(eldest + WaitingWord.time)];
  if (time === since) return;
  tells.retransmissionTimeout = time - since;
  tells.retransmissionOf = eldest === nobody ? words[me + SideWord.nextFrame] : waiting.words[eldest + WaitingWord.frame];
}

/** From the latest SYN to the first acknowledgment after it. */
function noteRoundTrip(times: Float64Array, connection: number, time: number): void {
  const roundTrip = time - times[timeAt(connection + ConnectionWord.synTime)];
  if (!Number.isNaN(roundTrip)) times[timeAt(connection + ConnectionWord.initialRoundTrip)] = roundTrip;
}
