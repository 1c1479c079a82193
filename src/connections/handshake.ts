import { SegmentFact, SegmentOption, SegmentWord, unknownLength } from "../decode/segmentBatch";
import { aceAnswers, aceOf, aceRequest, tcpFlag } from "../protocols/tcp";
import { ConnectionFact, type ConnectionTable, ConnectionWord, sideAt, timeAt } from "./connectionTable";
import { MarkBit } from "./marks";
import { noteAce } from "./noteOptions";
import { SideStatus, SideWord, shiftNotInUse, shiftOf, unknownShift, withShift } from "./side";

/** Notes what a SYN says of its connection, once its numbers have been looked at; gives what is remarkable about it. */
export function noteSyn(
  { words, times }: ConnectionTable,
  heard: Int32Array,
  at: number,
  flow: number,
  time: number,
  seconds: number,
): number {
  const connection = (flow >> 1) * ConnectionWord.size;
  const me = sideAt(flow);
  const peer = sideAt(flow ^ 1);
  const isAck = (heard[at + SegmentWord.flags] & tcpFlag.ACK) !== 0;
  noteAceFlags(words, heard[at + SegmentWord.flags], flow);
  if (heard[at + SegmentWord.options] & SegmentOption.isBogus) return 0;
  if (words[connection + ConnectionWord.packets] <= 2) noteClient(words, connection, isAck ? (flow & 1) ^ 1 : flow & 1);
  words[me + SideWord.status] |= SideStatus.awaitsFirstAck;
  // a capture without times has no round trip either
  const hasTime = seconds !== 0 || heard[at + SegmentWord.nanoseconds] !== 0;
  if (!isAck) times[timeAt(connection + ConnectionWord.synTime)] = hasTime ? time : Number.NaN;
  if ((heard[at + SegmentWord.facts] & SegmentFact.lacksOptions) === 0) noteScale(words, me, peer, isAck);
  return heard[at + SegmentWord.length] === unknownLength ? 0 : fastOpenMarks(words, heard, at, connection, peer);
}

function noteClient(words: Int32Array, connection: number, opener: number): void {
  if (opener === 1) words[connection + ConnectionWord.facts] |= ConnectionFact.secondIsClient;
  else words[connection + ConnectionWord.facts] &= ~ConnectionFact.secondIsClient;
}

/** The latest SYN asks for Accurate ECN, or the latest SYN/ACK agrees. */
function noteAceFlags(words: Int32Array, flags: number, flow: number): void {
  const isAck = (flags & tcpFlag.ACK) !== 0;
  const isFor = isAck ? aceAnswers.includes(aceOf(flags)) : aceOf(flags) === aceRequest;
  const own = isAck ? ConnectionFact.acceptedAce : ConnectionFact.offeredAce;
  noteAce(words, flow, isFor ? own : 0, own);
}

/** The scale holds only when both SYNs carried it (RFC 7323 §2.2). */
function noteScale(words: Int32Array, me: number, peer: number, isAck: boolean): void {
  const mine = me + SideWord.status;
  const theirs = peer + SideWord.status;
  if (shiftOf(words[mine]) === unknownShift) {
    words[mine] = withShift(words[mine], shiftNotInUse);
    words[theirs] = withShift(words[theirs], shiftNotInUse);
  } else if (isAck && shiftOf(words[theirs]) === shiftNotInUse) words[mine] = withShift(words[mine], shiftNotInUse);
}

/** RFC 7413: data in the SYN is taken, or it is not. */
function fastOpenMarks(words: Int32Array, heard: Int32Array, at: number, connection: number, peer: number): number {
  const facts = connection + ConnectionWord.facts;
  if ((heard[at + SegmentWord.flags] & tcpFlag.ACK) === 0) {
    if ((heard[at + SegmentWord.facts] & SegmentFact.hasFastOpenCookie) === 0) return 0;
    if (heard[at + SegmentWord.length] > 0) words[facts] |= ConnectionFact.offeredData;
    return MarkBit.fastOpenSyn;
  }
  const acknowledged = (heard[at + SegmentWord.ack] - words[peer + SideWord.base]) >>> 0;
  if (acknowledged > 1) return MarkBit.fastOpenAck;
  return words[facts] & ConnectionFact.offeredData ? MarkBit.fastOpenIgnored : 0;
}
