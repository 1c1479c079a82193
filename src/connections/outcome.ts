import { type SegmentBatch, SegmentWord, unknownLength } from "../decode/segmentBatch";
import { tcpFlag } from "../protocols/tcp";
import { ConnectionWord, sideAt, timeAt } from "./connectionTable";
import type { Known } from "./follow";
import { MarkBit } from "./marks";
import { nobody, SideStatus, SideWord } from "./side";
import { WaitingWord } from "./unacknowledged";

/** What the rules say of one segment beside what is in its row. Times are in nanoseconds; 0 stands for nothing to tell. */
export class Outcome {
  /** Since the connection's first segment, and since its segment before. */
  time = 0;
  sincePrevious = 0;
  /** Something was found out about it that is no mark. */
  isRemarkable = false;
  /** Its sender's bytes in flight can be counted after it. */
  countsFlight = false;
  duplicateNumber = 0;
  duplicateOf = 0;
  acknowledges = 0;
  roundTrip = 0;
  retransmissionTimeout = 0;
  retransmissionOf = 0;

  /** Of a batch's only segment, once its flow is known: what the rules are going to change. */
  lookBefore({ table: { words, times }, waiting }: Known, { words: heard, seconds }: SegmentBatch, flow: number): void {
    const connection = (flow >> 1) * ConnectionWord.size;
    const me = sideAt(flow);
    const peer = sideAt(flow ^ 1);
    this.time =
      (seconds[0] - times[timeAt(connection + ConnectionWord.startSeconds)]) * 1e9 +
      (heard[SegmentWord.nanoseconds] - words[connection + ConnectionWord.startNanoseconds]);
    this.sincePrevious = this.time - times[timeAt(connection + ConnectionWord.latestTime)];

    const ack = heard[SegmentWord.ack];
    const answered = waiting.endingWith(words, peer, ack);
    this.acknowledges = answered === nobody ? 0 : waiting.words[answered + WaitingWord.frame];
    this.roundTrip = answered === nobody ? 0 : this.time - waiting.times[timeAt(answered + WaitingWord.time)];
    const most = words[peer + SideWord.mostAcknowledgeable];
    const flags = heard[SegmentWord.flags];
    const isUnseen = (flags & tcpFlag.ACK) !== 0 && most !== 0 && ((most - ack) | 0) < 0;
    const isKnown = (words[me + SideWord.status] & SideStatus.knowsBase) !== 0;
    const opensAgain = (flags & (tcpFlag.SYN | tcpFlag.ACK)) === tcpFlag.SYN && isKnown;
    this.isRemarkable = heard[SegmentWord.length] !== unknownLength && (isUnseen || answered !== nobody || opensAgain);

    // how long it was waited before it was sent again, if it was, and for which one
    const eldest = words[me + SideWord.eldest];
    const since = eldest === nobody ? times[timeAt(me + SideWord.nextTime)] : waiting.times[timeAt(eldest + WaitingWord.time)];
    const waited = eldest === nobody ? words[me + SideWord.nextFrame] : waiting.words[eldest + WaitingWord.frame];
    this.retransmissionTimeout = this.time - since;
    this.retransmissionOf = this.time === since ? 0 : waited;
  }

  /** And once they have said what it is. */
  lookAfter({ table: { words } }: Known, { words: heard }: SegmentBatch, flow: number, marks: number): void {
    const me = sideAt(flow);
    const status = words[me + SideWord.status];
    const isKnown = (status & SideStatus.flightIsKnown) !== 0;
    this.countsFlight = heard[SegmentWord.length] > 0 && status >= SideStatus.listUnit && isKnown;
    const isDuplicate = (marks & MarkBit.duplicateAck) !== 0;
    this.duplicateNumber = isDuplicate ? words[me + SideWord.duplicates] : 0;
    this.duplicateOf = isDuplicate ? words[me + SideWord.lastNewAckFrame] : 0;
    if ((marks & sentAgain) === MarkBit.retransmission) return;
    this.retransmissionTimeout = 0;
    this.retransmissionOf = 0;
  }
}

const sentAgain = MarkBit.retransmission | MarkBit.fastRetransmission | MarkBit.spuriousRetransmission;
