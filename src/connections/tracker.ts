import { Heard, noShift, unknownLength } from "../decode/heard";
import { destinationOf, type Segment } from "../decode/packet";
import { tcpFlag } from "../protocols/tcp";
import { largestWindowShift } from "../protocols/tcpOptions";
import { analyse, bytesInFlight } from "./analysis";
import { Checkpoints, checkpointInterval } from "./checkpoints";
import type { Moment } from "./clock";
import { lifeWith } from "./completeness";
import { ConnectionFact, ConnectionTable, ConnectionWord, connectionSize, type Endpoint, timeAt } from "./connectionTable";
import { type Mark, MarkBit, markNames } from "./marks";
import { Outcome } from "./outcome";
import { factorOf, SideStatus, SideWord, shiftNotInUse, shiftOf, unknownShift, withShift } from "./side";
import { Unacknowledged } from "./unacknowledged";

/** One conversation between two endpoints; `endpoints[0]` sent its first segment. */
export interface Connection {
  readonly endpoints: readonly [Endpoint, Endpoint];
  /** Which endpoint opened it, as far as its segments tell. */
  readonly client: 0 | 1;
  /** How many packets it has; indexes of the first and the last of them in the capture. */
  readonly packets: number;
  readonly firstPacket: number;
  readonly lastPacket: number;
  /** Which parts of its life were seen so far: Wireshark's `tcp.completeness`. */
  readonly completeness: number;
}

/** What the rules say of a segment. Times are in nanoseconds. */
export interface Analysis {
  readonly marks: ReadonlySet<Mark>;
  readonly duplicateNumber?: number;
  readonly duplicateOf?: number;
  readonly acknowledges?: number;
  readonly roundTrip?: number;
  readonly retransmissionTimeout?: number;
  readonly retransmissionOf?: number;
  readonly bytesInFlight?: number;
  readonly pushedBytes?: number;
}

/** What a segment is within its connection. Numbers are relative where the connection's first ones are known. */
export interface SegmentPlace {
  readonly stream: number;
  readonly direction: 0 | 1;
  readonly seq: number;
  readonly ack: number;
  /** The relative number of the byte after it; unknown where its length is. */
  readonly next?: number;
  /** Multiplier of the window field: -1 unknown, -2 not in use, 0 in a SYN, whose window is never scaled. */
  readonly windowFactor: number;
  /** Selective acknowledgments, relative to the other side's first number. */
  readonly sack: readonly SackBlock[];
  /** Nanoseconds since the connection's first segment, and since its segment before. */
  readonly sinceFirst: number;
  readonly sincePrevious: number;
  readonly analysis?: Analysis;
  /** Nanoseconds from the SYN to the first acknowledgment of the handshake, once that is known and there is something to tell. */
  readonly initialRoundTrip?: number;
}

export type SackBlock = readonly [left: number, right: number];

/** As many as Wireshark 4.0 takes into account. */
const mostSackBlocks = 3;

/**
 * Finds each segment's connection, makes its numbers relative and says what it is there, by the rules of Wireshark 4.0: a SYN
 * with another initial number on known ports begins a new connection; whoever speaks first without a SYN sets the base one below.
 * The same rules serve the index, which asks for numbers only, and those who want to know everything of a segment (`add`).
 */
export class ConnectionTracker {
  readonly table = new ConnectionTable();
  readonly waiting = new Unacknowledged();
  readonly checkpoints = new Checkpoints();
  /** What was found out about the latest segment. */
  readonly outcome = new Outcome();
  private readonly heard = new Heard();
  /** The selective acknowledgments of each flow's latest segment; kept by `add` only. */
  private readonly sackBlocks = new Map<number, readonly SackBlock[]>();

  /** How many connections there are. */
  get count(): number {
    return this.table.count;
  }

  get connections(): readonly Connection[] {
    return Array.from({ length: this.count }, (_, stream) => this.connection(stream));
  }

  connection(stream: number): Connection {
    const { words } = this.table;
    const at = stream * connectionSize;
    const facts = words[at + ConnectionWord.facts];
    return {
      endpoints: this.table.endpoints(stream),
      client: facts & ConnectionFact.secondIsClient ? 1 : 0,
      packets: words[at + ConnectionWord.packets],
      firstPacket: words[at + ConnectionWord.firstPacket],
      lastPacket: words[at + ConnectionWord.latestPacket],
      completeness: facts & ConnectionFact.life,
    };
  }

  /** Takes a segment to its connection; its flow. */
  follow(heard: Heard): number {
    const { table } = this;
    let flow = table.find(heard);
    if (flow < 0) flow = table.begin(heard);
    if (heard.flags & tcpFlag.SYN) return this.followSyn(heard, flow);
    this.proceed(heard, flow);
    return flow;
  }

  /** The same for a segment whose connection is known already: another one is never begun. */
  followAgain(heard: Heard, flow: number): void {
    if (heard.flags & tcpFlag.SYN) this.takesPortsOver(heard, sideAt(flow));
    this.proceed(heard, flow);
  }

  private followSyn(heard: Heard, known: number): number {
    let flow = known;
    const isAck = (heard.flags & tcpFlag.ACK) !== 0;
    if (isAck && this.correctsBase(heard, sideAt(flow))) this.checkpoints.add(flow >> 1, this.table, this.waiting);
    const isReused = this.takesPortsOver(heard, sideAt(flow));
    if (isReused && !isAck) flow = this.table.begin(heard);
    this.proceed(heard, flow);
    if (isReused && heard.length !== unknownLength) this.outcome.marks |= MarkBit.reusedPorts;
    return flow;
  }

  /** Its sender's numbers count from another one from here on. */
  private correctsBase({ seq }: Heard, me: number): boolean {
    const { words } = this.table;
    return (words[me + SideWord.status] & SideStatus.knowsBase) !== 0 && words[me + SideWord.base] !== seq;
  }

  /** A SYN with another number than the sender's base: it begins a new connection, or a SYN/ACK corrects the base. */
  private takesPortsOver(heard: Heard, me: number): boolean {
    const { words } = this.table;
    if ((words[me + SideWord.status] & SideStatus.knowsBase) === 0) return false;
    const isReused = this.correctsBase(heard, me);
    if (heard.flags & tcpFlag.ACK) words[me + SideWord.base] = heard.seq;
    else if (!isReused) words[me + SideWord.next] = words[me + SideWord.mostAcknowledgeable];
    return isReused;
  }

  /** In Wireshark's order: times, bases, analysis, times of the handshake, options, completeness. */
  proceed(heard: Heard, flow: number): void {
    const { table, outcome } = this;
    const { words, times } = table;
    const { flags, length } = heard;
    const connection = (flow >> 1) * connectionSize;
    const me = sideAt(flow);
    const peer = sideAt(flow ^ 1);
    const packets = words[connection + ConnectionWord.packets] + 1;
    words[connection + ConnectionWord.packets] = packets;
    words[connection + ConnectionWord.latestPacket] = heard.packet;
    const time =
      (heard.seconds - times[timeAt(connection + ConnectionWord.startSeconds)]) * 1e9 +
      (heard.nanoseconds - words[connection + ConnectionWord.startNanoseconds]);
    heard.time = time;
    outcome.clear();
    outcome.sincePrevious = time - times[timeAt(connection + ConnectionWord.latestTime)];
    times[timeAt(connection + ConnectionWord.latestTime)] = time;
    if (length !== unknownLength) {
      if ((words[me + SideWord.status] & SideStatus.knowsBase) === 0)
        noteBase(words, me, flags & tcpFlag.SYN ? heard.seq : (heard.seq - 1) | 0);
      if ((words[peer + SideWord.status] & SideStatus.knowsBase) === 0 && flags & tcpFlag.ACK)
        noteBase(words, peer, (heard.ack - 1) | 0);
      analyse(heard, me, peer, table, this.waiting, times[timeAt(connection + ConnectionWord.initialRoundTrip)], outcome);
    }
    if (flags & tcpFlag.SYN) this.noteSyn(heard, connection, me, peer, flow & 1, packets);
    else {
      if (heard.shift !== noShift)
        words[me + SideWord.status] = withShift(words[me + SideWord.status], Math.min(heard.shift, largestWindowShift));
      if (flags & tcpFlag.ACK) {
        words[me + SideWord.status] &= ~SideStatus.awaitsFirstAck;
        if (times[timeAt(connection + ConnectionWord.initialRoundTrip)] === 0) noteRoundTrip(times, connection, time);
      }
    }
    words[connection + ConnectionWord.facts] = lifeWith(words[connection + ConnectionWord.facts], flags, length, packets === 1);
    if (packets % checkpointInterval === 0) this.checkpoints.consider(flow >> 1, table, this.waiting);
  }

  /** The scale holds only when both SYNs carried it (RFC 7323 §2.2). */
  private noteSyn(heard: Heard, connection: number, me: number, peer: number, direction: number, packets: number): void {
    const { words, times } = this.table;
    const isAck = (heard.flags & tcpFlag.ACK) !== 0;
    if (packets <= 2) {
      const opener = isAck ? direction ^ 1 : direction;
      if (opener === 1) words[connection + ConnectionWord.facts] |= ConnectionFact.secondIsClient;
      else words[connection + ConnectionWord.facts] &= ~ConnectionFact.secondIsClient;
    }
    words[me + SideWord.status] |= SideStatus.awaitsFirstAck;
    // a capture without times has no round trip either
    const hasTime = heard.seconds !== 0 || heard.nanoseconds !== 0;
    if (!isAck) times[timeAt(connection + ConnectionWord.synTime)] = hasTime ? heard.time : Number.NaN;
    const { status } = SideWord;
    if (heard.shift !== noShift) words[me + status] = withShift(words[me + status], Math.min(heard.shift, largestWindowShift));
    if (!heard.hasOptions) return;
    if (shiftOf(words[me + status]) === unknownShift) {
      words[me + status] = withShift(words[me + status], shiftNotInUse);
      words[peer + status] = withShift(words[peer + status], shiftNotInUse);
    } else if (isAck && shiftOf(words[peer + status]) === shiftNotInUse)
      words[me + status] = withShift(words[me + status], shiftNotInUse);
    if (heard.length !== unknownLength) this.markFastOpen(heard, connection, peer, isAck);
  }

  /** RFC 7413: data in the SYN is taken, or it is not. */
  private markFastOpen(heard: Heard, connection: number, peer: number, isAck: boolean): void {
    const { words } = this.table;
    const { outcome } = this;
    if (!isAck) {
      if (!heard.hasFastOpenCookie) return;
      outcome.marks |= MarkBit.fastOpenSyn;
      if (heard.length > 0) words[connection + ConnectionWord.facts] |= ConnectionFact.offeredData;
      else words[connection + ConnectionWord.facts] &= ~ConnectionFact.offeredData;
      return;
    }
    const relativeAck = (heard.ack - words[peer + SideWord.base]) >>> 0;
    if (relativeAck > 1) outcome.marks |= MarkBit.fastOpenAck;
    else if (relativeAck === 1 && words[connection + ConnectionWord.facts] & ConnectionFact.offeredData)
      outcome.marks |= MarkBit.fastOpenIgnored;
  }

  /** Everything about a segment, or nothing when too little of its header is there. */
  add(packet: number, time: Moment, segment: Segment): SegmentPlace | undefined {
    const { heard } = this;
    if (!hear(heard, packet, time, segment)) return undefined;
    const flow = this.follow(heard);
    const { sack = [] } = segment.options;
    const place = this.placeOf(heard, flow, sack, this.sackBlocks.get(flow ^ 1) ?? []);
    if (sack.length > 0) this.sackBlocks.set(flow, sack);
    else this.sackBlocks.delete(flow);
    return place;
  }

  /** Everything about the segment that was followed last: with what it acknowledges selectively, and what the other side last did. */
  placeOf(heard: Heard, flow: number, sack: readonly SackBlock[], ofPeer: readonly SackBlock[]): SegmentPlace {
    const { table, outcome } = this;
    const { words, times } = table;
    const me = sideAt(flow);
    const peer = sideAt(flow ^ 1);
    const isSyn = (heard.flags & tcpFlag.SYN) !== 0;
    const place = {
      stream: flow >> 1,
      direction: (flow & 1) as 0 | 1,
      windowFactor: factorOf(shiftOf(words[me + SideWord.status]), isSyn),
      sinceFirst: heard.time,
      sincePrevious: outcome.sincePrevious,
    };
    if (heard.length === unknownLength) return { ...place, seq: heard.seq >>> 0, ack: heard.ack >>> 0, sack };
    const seq = relativeSeq(words, heard, me);
    const flight = outcome.countsFlight ? bytesInFlight(heard, me, table, this.waiting, ofPeer.slice(0, mostSackBlocks)) : 0;
    const initialRoundTrip = times[timeAt((flow >> 1) * connectionSize + ConnectionWord.initialRoundTrip)];
    const says = outcome.isRemarkable || outcome.marks !== 0 || flight > 0;
    return {
      ...place,
      seq,
      ack: relativeAck(words, heard, peer),
      next: (seq + heard.length + (heard.flags & (tcpFlag.SYN | tcpFlag.FIN) ? 1 : 0)) >>> 0,
      sack: sack.map(([left, right]) => [relativeTo(words, left, peer), relativeTo(words, right, peer)] as const),
      analysis: analysisOf(outcome, flight, words[me + SideWord.pushed]),
      ...(says && initialRoundTrip !== 0 && { initialRoundTrip }),
    };
  }
}

/** Where the record of the sender of a flow begins among the words of the table. */
export const sideAt = (flow: number): number => (flow >> 1) * connectionSize + ConnectionWord.sides + (flow & 1) * SideWord.size;

/** Relative numbers of a segment whose length is known. */
export const relativeSeq = (words: Int32Array, { seq }: Heard, me: number): number => (seq - words[me + SideWord.base]) >>> 0;

export const relativeAck = (words: Int32Array, { ack, flags }: Heard, peer: number): number =>
  flags & tcpFlag.ACK ? (ack - words[peer + SideWord.base]) >>> 0 : ack >>> 0;

const relativeTo = (words: Int32Array, number: number, side: number): number =>
  words[side + SideWord.status] & SideStatus.knowsBase ? (number - words[side + SideWord.base]) >>> 0 : number;

function noteBase(words: Int32Array, side: number, base: number): void {
  words[side + SideWord.base] = base;
  words[side + SideWord.status] |= SideStatus.knowsBase;
}

/** From the latest SYN to the first acknowledgment after it. */
function noteRoundTrip(times: Float64Array, connection: number, time: number): void {
  const roundTrip = time - times[timeAt(connection + ConnectionWord.synTime)];
  if (!Number.isNaN(roundTrip)) times[timeAt(connection + ConnectionWord.initialRoundTrip)] = roundTrip;
}

/** What following a connection needs; false where it was cut off. */
export function hear(heard: Heard, packet: number, time: Moment, segment: Segment): boolean {
  const { network, srcport, dstport, seq, ack, flags, window, options } = segment;
  if (!network || srcport === undefined || dstport === undefined || seq === undefined) return false;
  if (ack === undefined || flags === undefined || window === undefined) return false;
  heard.packet = packet;
  heard.seconds = time.seconds;
  heard.nanoseconds = time.nanoseconds;
  heard.isIpv6 = network.version === 6;
  const destination = destinationOf(network);
  if (heard.isIpv6) for (let i = 0; i < 8; i += 1) heard.wide[i] = wordAt(i < 4 ? network.src : destination, (i & 3) * 4);
  else {
    heard.source = wordAt(network.src, 0);
    heard.destination = wordAt(destination, 0);
  }
  heard.ports = (srcport << 16) | dstport;
  heard.seq = seq | 0;
  heard.ack = ack | 0;
  heard.flags = flags;
  heard.window = window;
  heard.length = segment.length ?? unknownLength;
  heard.shift = options.windowShift ?? noShift;
  // behind a header that is longer than its datagram nothing is read
  heard.hasOptions = segment.length !== undefined || network.isFragment;
  heard.hasFastOpenCookie = options.fastOpenCookie ?? false;
  return true;
}

const wordAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];

/** The same with a missing value for what there is nothing to tell of. */
export function analysisOf(outcome: Outcome, flight: number, pushed: number): Analysis {
  const { marks, duplicateNumber, duplicateOf, acknowledges, roundTrip, retransmissionTimeout, retransmissionOf } = outcome;
  return {
    marks: markNames(marks),
    ...(marks & MarkBit.duplicateAck && { duplicateNumber, duplicateOf }),
    ...(acknowledges !== 0 && { acknowledges, roundTrip }),
    ...(retransmissionOf !== 0 && { retransmissionTimeout, retransmissionOf }),
    ...(flight > 0 && { bytesInFlight: flight, pushedBytes: pushed }),
  };
}
