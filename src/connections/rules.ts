import { Place } from "../bytes/place";
import { type SegmentBatch, SegmentFact, SegmentOption, SegmentWord, unknownLength } from "../decode/segmentBatch";
import { tcpFlag } from "../protocols/tcp";
import { checkpointInterval } from "./checkpoints";
import { LifeKey, partsOfLife } from "./completeness";
import { ConnectionFact, type ConnectionTable, ConnectionWord, hash, timeAt } from "./connectionTable";
import { type DuplicateAcks, DuplicateWord } from "./duplicateAcks";
import { MarkBit, statusBit } from "./marks";
import { nobody, SideStatus, SideWord, shiftNotInUse, shiftOf, unknownShift } from "./side";
import { type Unacknowledged, WaitingWord } from "./unacknowledged";

/** As Wireshark 4.0: a retransmission within this time of the third duplicate acknowledgment was a fast one. */
const fastWithin = 20e6;
/** And what comes late by less than this is out of order, where the round trip is not known. */
const outOfOrderWithin = 3e6;
const mostUnacknowledged = 10_000;

/** Where what is found of each packet is put. */
export interface SegmentRows {
  readonly flow: Int32Array;
  readonly seq: Uint32Array;
  readonly ack: Uint32Array;
  readonly marks: Uint32Array;
}

/** Why the rules stop at a segment. Before anything was done for it: */
export enum Stop {
  none = 0,
  /** Its connection is not known. */
  unknown = 1 << 0,
  /** A SYN counts from another number than its sender did so far. */
  otherBase = 1 << 1,
  /** Somebody wants to hear of it. */
  known = 1 << 2,
  /** After everything was done but this: what it acknowledges is to be looked for in the whole list. */
  sweep = 1 << 3,
  /** What its options say is to be noted. */
  options = 1 << 4,
  /** What its SYN says is to be noted. */
  syn = 1 << 5,
  /** Its connection may get a checkpoint. */
  checkpoint = 1 << 6,
}

/** How far the rules got, and what is known while they go on. */
export interface Progress {
  /** The segment's place in the batch. */
  segment: number;
  stop: Stop;
  /** Marks that the segment has for what was done when the rules stopped at it. */
  marks: number;
  /** The rules are to stop at the segment once its flow is known. */
  isWatched: boolean;
}

/**
 * Takes segments to their connections, makes their numbers relative and says what each one is, given what both sides have said
 * before: the rules of Wireshark 4.0, in its order. Sequence numbers are 32 bits with a sign, so that the sign of a difference says
 * which one lies ahead on the circle (RFC 9293 §3.4); of two that are farthest apart each lies ahead of the other.
 * `ownFlow` is that of all segments, or negative.
 *
 * One long loop, since it runs for every segment of a capture. It calls nothing but small arithmetic functions, which the JavaScript
 * engine inlines: so it can take for granted that the arrays stay what they are, and need not check each access anew. Whatever is
 * rare and needs more stops it; `follow` does that and comes back.
 */
export function applyRules(
  { words: heard, seconds, count }: SegmentBatch,
  { words, times, slots, count: connections }: ConnectionTable,
  waiting: Unacknowledged,
  duplicateAcks: DuplicateAcks,
  { flow: flowRows, seq: seqRows, ack: ackRows, marks: markRows }: SegmentRows,
  firstRow: number,
  ownFlow: number,
  progress: Progress,
): void {
  const { SYN, ACK, FIN, RST, PSH } = tcpFlag;
  const { words: waitingWords, times: waitingTimes } = waiting;
  const { words: duplicateWords } = duplicateAcks;
  let { count: duplicateCount } = duplicateAcks;
  const mask = slots.length - 1;
  const isEmpty = connections === 0;
  let { free, used } = waiting;
  const { isWatched } = progress;
  let { segment: i, marks: reused } = progress;
  let stop = Stop.none;
  for (; i < count; i += 1) {
    const at = Math.imul(i, SegmentWord.size) & Place.mask;
    const flags = heard[at + SegmentWord.flags];
    const packet = heard[at + SegmentWord.packet];
    const row = packet - firstRow;

    // whose segment it is; the side is computed without a branch, which no processor could predict
    let flow = isEmpty ? nobody : ownFlow;
    if (ownFlow < 0) {
      const ports = heard[at + SegmentWord.ports];
      const source = heard[at + SegmentWord.source];
      const destination = heard[at + SegmentWord.destination];
      const swapped = (ports << 16) | (ports >>> 16);
      const isWide = heard[at + SegmentWord.facts] & SegmentFact.isIpv6;
      let slot = hash(source, destination, ports) & mask;
      let number = slots[slot];
      while (number !== 0) {
        const own = Math.imul(number - 1, ConnectionWord.size) & Place.mask;
        const ownPorts = words[own + ConnectionWord.ports];
        const first = words[own + ConnectionWord.firstAddress];
        const second = words[own + ConnectionWord.secondAddress];
        const differs = ((words[own + ConnectionWord.facts] >>> ConnectionFact.ipv6Bit) & 1) ^ isWide;
        const forth = (ownPorts ^ ports) | (first ^ source) | (second ^ destination) | differs;
        const back = (ownPorts ^ swapped) | (first ^ destination) | (second ^ source) | differs;
        if (((forth | -forth) & (back | -back)) >= 0) {
          flow = ((number - 1) << 1) | ((forth | -forth) >>> 31);
          break;
        }
        slot = (slot + 1) & mask;
        number = slots[slot];
      }
    }
    if (flow < 0) {
      stop = Stop.unknown;
      break;
    }
    const connection = Math.imul(flow >> 1, ConnectionWord.size) & Place.mask;
    const me = (connection + ConnectionWord.sides + Math.imul(flow & 1, SideWord.size)) & Place.mask;
    const peer = (connection + ConnectionWord.sides + Math.imul((flow & 1) ^ 1, SideWord.size)) & Place.mask;
    const seq = heard[at + SegmentWord.seq];
    let status = words[me + SideWord.status];
    flowRows[row] = flow;
    if (flags & SYN && status & SideStatus.knowsBase && words[me + SideWord.base] !== seq) {
      stop = Stop.otherBase;
      break;
    }
    if (isWatched) {
      stop = Stop.known;
      break;
    }
    if ((flags & (SYN | ACK)) === SYN) words[me + SideWord.next] = words[me + SideWord.mostAcknowledgeable];
    const packets = words[connection + ConnectionWord.packets] + 1;
    words[connection + ConnectionWord.packets] = packets;
    words[connection + ConnectionWord.latestPacket] = packet;
    const time =
      (seconds[i] - times[timeAt(connection + ConnectionWord.startSeconds)]) * 1e9 +
      (heard[at + SegmentWord.nanoseconds] - words[connection + ConnectionWord.startNanoseconds]);
    times[timeAt(connection + ConnectionWord.latestTime)] = time;
    const ack = heard[at + SegmentWord.ack];
    const length = heard[at + SegmentWord.length];
    let peerStatus = words[peer + SideWord.status];
    let marks = reused;
    const isFirst = packets === 1 && reused === 0;
    reused = 0;
    if (length === unknownLength) {
      seqRows[row] = seq;
      ackRows[row] = ack;
      marks = 0;
    } else {
      if ((status & SideStatus.knowsBase) === 0) {
        words[me + SideWord.base] = flags & SYN ? seq : seq - 1;
        status |= SideStatus.knowsBase;
      }
      seqRows[row] = seq - words[me + SideWord.base];
      if (flags & ACK) {
        if ((peerStatus & SideStatus.knowsBase) === 0) words[peer + SideWord.base] = ack - 1;
        peerStatus |= SideStatus.knowsBase | SideStatus.flightIsKnown;
        ackRows[row] = ack - words[peer + SideWord.base];
      } else ackRows[row] = ack;
      const isPlain = (flags & (SYN | FIN | RST)) === 0;
      const window = heard[at + SegmentWord.window];
      const next = words[me + SideWord.next];
      const lastAck = words[me + SideWord.lastAck];
      const peerLastAck = words[peer + SideWord.lastAck];
      const peerWindow = words[peer + SideWord.window];

      // what it is by its own numbers, beside the latest ones of both sides
      const isProbe = length === 1 && seq === next && peerWindow === 0;
      if (isProbe) marks |= MarkBit.zeroWindowProbe;
      else {
        if (window === 0 && isPlain) marks |= MarkBit.zeroWindow;
        if (next !== 0 && ((next - seq) | 0) < 0 && (flags & RST) === 0) {
          marks |= MarkBit.lostSegment;
          status &= ~SideStatus.flightIsKnown;
        }
        if (isPlain) {
          if (length <= 1 && seq === ((next - 1) | 0)) marks |= MarkBit.keepAlive;
          if (length > 0) {
            const shift = shiftOf(peerStatus);
            if (shift !== unknownShift) {
              const scale = shift === shiftNotInUse || (peerStatus & SideStatus.awaitsFirstAck) !== 0 ? 0 : shift;
              if (((seq + length) | 0) === ((peerLastAck + (peerWindow << scale)) | 0)) marks |= MarkBit.windowFull;
            }
          } else if (seq === next && ack === lastAck) {
            if (window !== words[me + SideWord.window]) {
              if (window !== 0) marks |= MarkBit.windowUpdate;
            } else if (window !== 0) {
              if (peerStatus & SideStatus.lastWasKeepAlive) marks |= MarkBit.keepAliveAck;
              else if (
                (status & SideStatus.operationsChanged) === 0 &&
                (heard[at + SegmentWord.facts] & SegmentFact.isNoDuplicate) === 0
              ) {
                marks |= MarkBit.duplicateAck;
                const duplicates = words[me + SideWord.duplicates] === -1 ? 1 : words[me + SideWord.duplicates] + 1;
                words[me + SideWord.duplicates] = duplicates;
                const to = Math.imul(duplicateCount, DuplicateWord.size) & Place.mask;
                duplicateWords[to + DuplicateWord.packet] = packet;
                duplicateWords[to + DuplicateWord.number] = duplicates;
                duplicateWords[to + DuplicateWord.of] = words[me + SideWord.lastNewAckFrame];
                duplicateCount = (duplicateCount + 1) | 0;
              }
            } else if (peerStatus & SideStatus.lastWasProbe) marks |= MarkBit.zeroWindowProbeAck;
          }
        }
      }
      if (ack !== lastAck) {
        words[me + SideWord.lastNewAckFrame] = packet + 1;
        words[me + SideWord.duplicates] = 0;
      }
      // it acknowledges what the capture does not have
      const mostAcknowledgeable = words[peer + SideWord.mostAcknowledgeable];
      if (((mostAcknowledgeable - ack) | 0) < 0 && mostAcknowledgeable !== 0 && (flags & ACK) !== 0) {
        if (((mostAcknowledgeable - words[peer + SideWord.next]) | 0) < 0) {
          words[peer + SideWord.mostAcknowledgeable] = words[peer + SideWord.next];
          marks |= MarkBit.ackLostSegment;
        } else {
          if (words[peer + SideWord.duplicates] === 0) marks |= MarkBit.ackLostSegment;
          words[peer + SideWord.duplicates] = -1;
        }
      }
      let end = (seq + length) | 0;
      if (length > 0 || (flags & (SYN | FIN)) !== 0) {
        // what begins before the highest number is there again, or late
        if ((marks & MarkBit.keepAlive) === 0) {
          if (length > 0 && peerLastAck !== 0 && ((end - peerLastAck) | 0) <= 0)
            marks |= MarkBit.spuriousRetransmission | MarkBit.retransmission;
          else if (next !== 0 && ((seq - next) | 0) < 0 && !(length > 1 && seq === ((next - 1) | 0))) {
            const duplicates = words[peer + SideWord.duplicates];
            const sinceNext = time - times[timeAt(me + SideWord.nextTime)];
            const sinceAck = time - times[timeAt(peer + SideWord.lastAckTime)];
            const within = times[timeAt(connection + ConnectionWord.initialRoundTrip)] || outOfOrderWithin;
            const taken = (end + (flags & (SYN | FIN) ? 1 : 0)) | 0;
            if ((duplicates >= 2 || duplicates === -1) && seq === peerLastAck && sinceAck >= 0 && sinceAck < fastWithin)
              marks |= MarkBit.fastRetransmission | MarkBit.retransmission;
            // times that go backwards are the longest of all
            else if ((sinceNext < 0 === within < 0 ? sinceNext < within : within < 0) && next !== taken)
              marks |= MarkBit.outOfOrder;
            else marks |= MarkBit.retransmission;
          }
        }
        if (flags & (SYN | FIN)) end = (end + 1) | 0;
        // from here on the other side has something to acknowledge
        if (status >>> SideStatus.listBits < mostUnacknowledged) {
          let place = free;
          if (place === nobody) {
            place = Math.imul(used, WaitingWord.size) & Place.mask;
            used = (used + 1) | 0;
          } else {
            place &= Place.mask;
            free = waitingWords[place + WaitingWord.following];
          }
          waitingWords[place + WaitingWord.seq] = seq;
          waitingWords[place + WaitingWord.end] = end;
          waitingWords[place + WaitingWord.frame] = packet + 1;
          waitingWords[place + WaitingWord.following] = nobody;
          waitingTimes[timeAt(place + WaitingWord.time)] = time;
          if (status < SideStatus.listUnit) {
            words[me + SideWord.eldest] = place;
            status = ((end - seq) | 0) > 0 ? status & ~SideStatus.listIsMixed : status | SideStatus.listIsMixed;
          } else {
            const latest = words[me + SideWord.latest] & Place.mask;
            const eldestEnd = waitingWords[(words[me + SideWord.eldest] & Place.mask) + WaitingWord.end];
            waitingWords[latest + WaitingWord.following] = place;
            if (
              ((end - seq) | 0) <= 0 ||
              ((seq - eldestEnd) | 0) < ((waitingWords[latest + WaitingWord.end] - eldestEnd) | 0) ||
              ((end - eldestEnd) | 0) <= 0
            )
              status |= SideStatus.listIsMixed;
          }
          words[me + SideWord.latest] = place;
          status += SideStatus.listUnit;
        } else if (flags & (SYN | FIN)) end = (end - 1) | 0;
      }
      if (!isProbe) {
        let highest = next;
        if (next === 0 || ((next - end) | 0) < 0) {
          highest = end;
          words[me + SideWord.next] = end;
          words[me + SideWord.nextFrame] = packet + 1;
          times[timeAt(me + SideWord.nextTime)] = time;
        }
        const most = words[me + SideWord.mostAcknowledgeable];
        if (seq === most || most === 0) words[me + SideWord.mostAcknowledgeable] = highest;
      }
      words[me + SideWord.window] = window;
      words[me + SideWord.lastAck] = ack;
      times[timeAt(me + SideWord.lastAckTime)] = time;
      status &= ~SideStatus.lastRemarks;
      if (marks !== 0) {
        if (marks & MarkBit.keepAlive) status |= SideStatus.lastWasKeepAlive;
        if (marks & MarkBit.zeroWindowProbe) status |= SideStatus.lastWasProbe;
      }
      // what it acknowledges
      if (peerStatus >= SideStatus.listUnit) {
        let place = words[peer + SideWord.eldest];
        if (peerStatus & SideStatus.listIsMixed) stop |= Stop.sweep;
        else {
          while (place !== nobody && ((ack - waitingWords[(place & Place.mask) + WaitingWord.end]) | 0) >= 0) {
            place &= Place.mask;
            const following = waitingWords[place + WaitingWord.following];
            waitingWords[place + WaitingWord.following] = free;
            free = place;
            place = following;
            peerStatus = (peerStatus - SideStatus.listUnit) | 0;
          }
          words[peer + SideWord.eldest] = place;
          if (place !== nobody) {
            place &= Place.mask;
            if (((ack - waitingWords[(words[peer + SideWord.latest] & Place.mask) + WaitingWord.end]) | 0) >= 0)
              stop |= Stop.sweep;
            else if (((waitingWords[place + WaitingWord.seq] - ack) | 0) < 0) waitingWords[place + WaitingWord.seq] = ack;
          }
        }
      }
      if (length > 0 && status >= SideStatus.listUnit && (status & SideStatus.flightIsKnown) !== 0) {
        words[me + SideWord.pushed] = status & SideStatus.lastWasPush ? length : words[me + SideWord.pushed] + length;
        status = flags & PSH ? status | SideStatus.lastWasPush : status & ~SideStatus.lastWasPush;
      }
    }

    // what the handshake tells
    const options = heard[at + SegmentWord.options];
    if (((flags & (SYN | ACK)) | (options & SegmentOption.isBogus)) === ACK) {
      status &= ~SideStatus.awaitsFirstAck;
      if (times[timeAt(connection + ConnectionWord.initialRoundTrip)] === 0) {
        const roundTrip = time - times[timeAt(connection + ConnectionWord.synTime)];
        if (!Number.isNaN(roundTrip)) times[timeAt(connection + ConnectionWord.initialRoundTrip)] = roundTrip;
      }
    }
    if (options !== 0) stop |= Stop.options;
    words[me + SideWord.status] = status;
    words[peer + SideWord.status] = peerStatus;
    if (flags & SYN) stop |= Stop.syn;
    const life =
      (flags & LifeKey.flags) |
      (length > 0 ? LifeKey.hasData : 0) |
      (isFirst ? LifeKey.isFirst : 0) |
      (options & SegmentOption.isBogus ? LifeKey.isBogus : 0);
    words[connection + ConnectionWord.facts] |= partsOfLife[life];
    markRows[row] = marks | ((status & SideStatus.rowMask) << statusBit) | (options & SegmentOption.rowMask);
    // computed without a branch: no rehearsal is long enough to take it
    stop |= (packets & (checkpointInterval - 1)) === 0 ? Stop.checkpoint : Stop.none;
    if (stop !== Stop.none) break;
  }
  duplicateAcks.count = duplicateCount;
  waiting.free = free;
  waiting.used = used;
  progress.segment = i;
  progress.stop = stop;
  progress.marks = reused;
}
