import { type SegmentBatch, SegmentWord, unknownLength } from "../decode/segmentBatch";
import { tcpFlag } from "../protocols/tcp";
import { ConnectionWord, sideAt, timeAt } from "./connectionTable";
import type { Known } from "./follow";
import { MarkBit } from "./marks";
import { nobody, SideStatus, SideWord } from "./side";
import { WaitingWord } from "./unacknowledged";

/** What the rules say of one segment beside what is in its row. Times are in nanoseconds; 0 stands for nothing to tell. */
export interface Outcome {
  /** Since the connection's first segment, and since its segment before. */
  readonly time: number;
  readonly sincePrevious: number;
  /** Something was found out about it that is no mark. */
  readonly isRemarkable: boolean;
  /** Its sender's bytes in flight can be counted after it. */
  readonly countsFlight: boolean;
  readonly duplicateNumber: number;
  readonly duplicateOf: number;
  readonly acknowledges: number;
  readonly roundTrip: number;
  readonly retransmissionTimeout: number;
  readonly retransmissionOf: number;
}

/** What is to be looked at before the rules change it. */
type Before = Omit<Outcome, "countsFlight" | "duplicateNumber" | "duplicateOf">;

/** Of a batch's only segment, whose flow is known: what both sides' state says of it. */
export function lookBefore({ table: { words, times }, waiting }: Known, batch: SegmentBatch, flow: number): Before {
  const { words: heard, seconds } = batch;
  const connection = (flow >> 1) * ConnectionWord.size;
  const me = sideAt(flow);
  const peer = sideAt(flow ^ 1);
  const time =
    (seconds[0] - times[timeAt(connection + ConnectionWord.startSeconds)]) * 1e9 +
    (heard[SegmentWord.nanoseconds] - words[connection + ConnectionWord.startNanoseconds]);
  const sent = (place: number) => waiting.times[timeAt(place + WaitingWord.time)];
  const eldest = words[me + SideWord.eldest];
  const since = eldest === nobody ? times[timeAt(me + SideWord.nextTime)] : sent(eldest);
  const answered = waiting.endingWith(words, peer, heard[SegmentWord.ack]);
  const most = words[peer + SideWord.mostAcknowledgeable];
  const isUnseenAck = (heard[SegmentWord.flags] & tcpFlag.ACK) !== 0 && most !== 0 && ((heard[SegmentWord.ack] - most) | 0) > 0;
  return {
    time,
    sincePrevious: time - times[timeAt(connection + ConnectionWord.latestTime)],
    isRemarkable: heard[SegmentWord.length] !== unknownLength && (isUnseenAck || answered !== nobody),
    acknowledges: answered === nobody ? 0 : waiting.words[answered + WaitingWord.frame],
    roundTrip: answered === nobody ? 0 : time - sent(answered),
    // how long it was waited before it was sent again, if it was, and for which one
    retransmissionTimeout: time - since,
    retransmissionOf:
      time === since ? 0 : eldest === nobody ? words[me + SideWord.nextFrame] : waiting.words[eldest + WaitingWord.frame],
  };
}

const sentAgain = MarkBit.retransmission | MarkBit.fastRetransmission | MarkBit.spuriousRetransmission;

/** The same once the rules have said what it is. */
export function outcomeOf(
  before: Before,
  { table: { words } }: Known,
  batch: SegmentBatch,
  flow: number,
  marks: number,
): Outcome {
  const me = sideAt(flow);
  const status = words[me + SideWord.status];
  const isTimeout = (marks & sentAgain) === MarkBit.retransmission;
  const isDuplicate = (marks & MarkBit.duplicateAck) !== 0;
  return {
    ...before,
    retransmissionTimeout: isTimeout ? before.retransmissionTimeout : 0,
    retransmissionOf: isTimeout ? before.retransmissionOf : 0,
    countsFlight:
      batch.words[SegmentWord.length] > 0 && status >= SideStatus.listUnit && (status & SideStatus.flightIsKnown) !== 0,
    duplicateNumber: isDuplicate ? words[me + SideWord.duplicates] : 0,
    duplicateOf: isDuplicate ? words[me + SideWord.lastNewAckFrame] : 0,
  };
}
