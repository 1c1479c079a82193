import { type SegmentBatch, SegmentWord, unknownLength } from "../decode/segmentBatch";
import { tcpFlag } from "../protocols/tcp";
import { ConnectionWord, sideAt, timeAt } from "./connectionTable";
import type { Known } from "./follow";
import { allMarks, fastOpenMarks, MarkBit, sentAgain } from "./marks";
import type { SackBlock } from "./place";
import { nobody, SideStatus, SideWord } from "./side";
import { WaitingWord } from "./unacknowledged";

/** As many as Wireshark 4.0 takes into account. */
const mostSackBlocks = 3;
/** More bytes in flight than these come from a number that is wrong. */
const mostInFlight = 2_000_000_000;

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
  private known: Known | undefined;
  private flow = 0;
  private taken = 0;

  /** Its sender's bytes in flight after it, selective acknowledgments of the other side left out; counted when asked for. */
  bytesInFlight(ofPeer: readonly SackBlock[]): number {
    if (!this.countsFlight || !this.known) return 0;
    const { table, waiting } = this.known;
    const span = waiting.span(table.words, sideAt(this.flow));
    // counted in 32 bits without a sign, as by Wireshark: ranges that cannot be lead past zero
    const bytes = ofPeer.slice(0, mostSackBlocks).reduce((left, [from, to]) => (left - (to - from)) >>> 0, span);
    return bytes > 0 && bytes < mostInFlight ? bytes - this.taken : 0;
  }

  /** What its sender has sent since the last PSH. */
  get pushedBytes(): number {
    return this.known?.table.words[sideAt(this.flow) + SideWord.pushed] ?? 0;
  }

  /** That of its connection, once it is known and with the marks that it got there is something to tell; otherwise 0. */
  initialRoundTrip(marks: number): number {
    // marks of Fast Open are remarks on the handshake, no part of Wireshark's analysis
    const says = this.isRemarkable || this.countsFlight || (marks & allMarks & ~fastOpenMarks) !== 0;
    const at = timeAt((this.flow >> 1) * ConnectionWord.size + ConnectionWord.initialRoundTrip);
    return says ? (this.known?.table.times[at] ?? 0) : 0;
  }

  /** Keeps what the rules are going to change, once the flow of a batch's only segment is known. */
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
    if (Math.abs(this.time) <= Number.MAX_SAFE_INTEGER) return;
    // a hundred days after its beginning a connection's times are exact to some ten nanoseconds only, and so are spans between them
    this.sincePrevious = this.toWholeMicroseconds(this.sincePrevious);
    this.roundTrip = this.toWholeMicroseconds(this.roundTrip);
    this.retransmissionTimeout = this.toWholeMicroseconds(this.retransmissionTimeout);
  }

  /** To microseconds, where those may have been meant: most captures tell no more. */
  private toWholeMicroseconds(nanoseconds: number): number {
    if (Math.abs(nanoseconds) > Number.MAX_SAFE_INTEGER) return nanoseconds;
    const whole = Math.round(nanoseconds / 1e3) * 1e3;
    const uncertain = 2 ** (Math.floor(Math.log2(Math.abs(this.time))) - 52);
    return Math.abs(whole - nanoseconds) <= uncertain ? whole : nanoseconds;
  }

  /** Keeps the rest, once the rules have said what the segment is. */
  lookAfter(known: Known, { words: heard }: SegmentBatch, flow: number, marks: number): void {
    const { words } = known.table;
    const me = sideAt(flow);
    const status = words[me + SideWord.status];
    this.known = known;
    this.flow = flow;
    this.taken = heard[SegmentWord.flags] & (tcpFlag.SYN | tcpFlag.FIN) ? 1 : 0;
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
