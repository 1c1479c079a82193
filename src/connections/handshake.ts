import { SegmentFact, SegmentWord, unknownLength } from "../decode/segmentBatch";
import { aceAnswers, aceOf, aceRequest, tcpFlag } from "../protocols/tcp";
import { ConnectionFact, type ConnectionTable, ConnectionWord, sideAt, timeAt } from "./connectionTable";
import { MarkBit } from "./marks";
import { SideStatus, SideWord, shiftNotInUse, shiftOf, unknownShift, withShift } from "./side";

/** What a SYN says of its connection, after its numbers were looked at; what is remarkable about it. */
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
  if (words[connection + ConnectionWord.packets] <= 2) noteClient(words, connection, isAck ? (flow & 1) ^ 1 : flow & 1);
  words[me + SideWord.status] |= SideStatus.awaitsFirstAck;
  // a capture without times has no round trip either
  const hasTime = seconds !== 0 || heard[at + SegmentWord.nanoseconds] !== 0;
  if (!isAck) times[timeAt(connection + ConnectionWord.synTime)] = hasTime ? time : Number.NaN;
  noteAce(words, heard[at + SegmentWord.flags], connection, me, peer);
  if (heard[at + SegmentWord.facts] & SegmentFact.lacksOptions) return 0;
  noteScale(words, me, peer, isAck);
  return heard[at + SegmentWord.length] === unknownLength ? 0 : fastOpenMarks(words, heard, at, connection, peer);
}

function noteClient(words: Int32Array, connection: number, opener: number): void {
  if (opener === 1) words[connection + ConnectionWord.facts] |= ConnectionFact.secondIsClient;
  else words[connection + ConnectionWord.facts] &= ~ConnectionFact.secondIsClient;
}

/** Accurate ECN holds when the latest SYN asked for it and the latest SYN/ACK agreed, whichever came first. */
function noteAce(words: Int32Array, flags: number, connection: number, me: number, peer: number): void {
  const facts = connection + ConnectionWord.facts;
  const isAck = (flags & tcpFlag.ACK) !== 0;
  const own = isAck ? ConnectionFact.acceptedAce : ConnectionFact.offeredAce;
  const isFor = isAck ? aceAnswers.includes(aceOf(flags)) : aceOf(flags) === aceRequest;
  words[facts] = isFor ? words[facts] | own : words[facts] & ~own;
  const both = ConnectionFact.offeredAce | ConnectionFact.acceptedAce;
  const use = (words[facts] & both) === both ? SideStatus.usesAce : 0;
  for (const side of [me, peer]) words[side + SideWord.status] = (words[side + SideWord.status] & ~SideStatus.usesAce) | use;
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
    else words[facts] &= ~ConnectionFact.offeredData;
    return MarkBit.fastOpenSyn;
  }
  const acknowledged = (heard[at + SegmentWord.ack] - words[peer + SideWord.base]) >>> 0;
  if (acknowledged > 1) return MarkBit.fastOpenAck;
  return acknowledged === 1 && words[facts] & ConnectionFact.offeredData ? MarkBit.fastOpenIgnored : 0;
}
