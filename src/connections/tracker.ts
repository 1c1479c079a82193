import { sequence } from "../bytes/sequence";
import { destinationOf, type Segment } from "../decode/packet";
import { tcpFlag } from "../protocols/tcp";
import { largestWindowShift } from "../protocols/tcpOptions";
import { type Analysis, analyse } from "./analysis";
import { type Moment, nanosecondsBetween } from "./clock";
import { partOfLife } from "./completeness";
import { Side, shiftNotInUse, unknownShift } from "./side";

export interface Endpoint {
  readonly address: Uint8Array;
  readonly port: number;
}

/** One conversation between two endpoints; `endpoints[0]` sent its first segment. */
/** One conversation between two endpoints; `endpoints[0]` sent its first segment. */
export interface Connection {
  readonly endpoints: readonly [Endpoint, Endpoint];
  /** Which endpoint opened it, as far as its segments tell. */
  client: 0 | 1;
  /** Indexes of its packets in the capture. */
  readonly packets: number[];
  /** Which parts of its life were seen so far: Wireshark's `tcp.completeness`. */
  completeness: number;
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
  readonly sack: readonly (readonly [left: number, right: number])[];
  /** Nanoseconds since the connection's first segment, and since its segment before. */
  readonly sinceFirst: number;
  readonly sincePrevious: number;
  readonly analysis?: Analysis;
  /** Nanoseconds from the SYN to the first acknowledgment of the handshake, once that is known and there is something to tell. */
  readonly initialRoundTrip?: number;
}

/** What is known of a connection while its segments come in. */
interface Talk {
  readonly sides: [Side, Side];
  readonly firstTime: Moment;
  previousTime: Moment;
  synTime: Moment | undefined;
  initialRoundTrip: number | undefined;
  /** Its SYN had a Fast Open cookie and data. */
  offeredData: boolean;
}

const mostSackBlocks = 3;

/**
 * Finds each segment's connection, makes its numbers relative and says what it is there, by the rules of Wireshark 4.0: a SYN
 * with another initial number on known ports begins a new connection; whoever speaks first without a SYN sets the base one below.
 */
export class ConnectionTracker {
  readonly connections: Connection[] = [];
  private readonly byEndpoints = new Map<string, number>();
  private readonly talks: Talk[] = [];

  /** The place of a segment, or nothing when too little of its header is there. */
  add(packetIndex: number, time: Moment, segment: Segment): SegmentPlace | undefined {
    const header = headerOf(segment);
    if (!header) return undefined;
    const { from, to, seq, isSyn, isAck } = header;
    const key = pairKey(from, to);
    let stream = this.byEndpoints.get(key) ?? this.begin(key, from, to, time);
    let direction = directionOf(this.connections[stream], from);
    const sender = () => this.talks[stream].sides[direction];
    let isReused = false;
    if (isSyn && sender().base !== undefined) {
      isReused = sender().base !== seq;
      if (isAck) sender().base = seq;
      else if (isReused) {
        stream = this.begin(key, from, to, time);
        direction = 0;
      } else sender().next = sender().mostAcknowledgeable;
    }
    const connection = this.connections[stream];
    connection.packets.push(packetIndex);
    this.noteRole(stream, direction, header.flags);
    const talk = this.talks[stream];
    const place = {
      stream,
      direction,
      ...timesOf(talk, time),
      ...this.follow(packetIndex + 1, time, talk, direction, segment, header, isReused),
    };
    const life = partOfLife(header.flags, segment.length ?? 0, connection.packets.length === 1);
    connection.completeness |= life;
    return place;
  }

  private begin(key: string, from: Endpoint, to: Endpoint, time: Moment): number {
    const stream = this.connections.length;
    const copy = ({ address, port }: Endpoint) => ({ address: address.slice(), port });
    // without a SYN the lower port is taken for the server's
    this.connections.push({
      endpoints: [copy(from), copy(to)],
      client: from.port >= to.port ? 0 : 1,
      packets: [],
      completeness: 0,
    });
    this.talks.push({
      sides: [new Side(), new Side()],
      firstTime: time,
      previousTime: time,
      synTime: undefined,
      initialRoundTrip: undefined,
      offeredData: false,
    });
    this.byEndpoints.set(key, stream);
    return stream;
  }

  private noteRole(stream: number, direction: 0 | 1, flags: number): void {
    if ((flags & tcpFlag.SYN) === 0) return;
    const opener = (flags & tcpFlag.ACK) === 0 ? direction : other(direction);
    if (this.connections[stream].packets.length <= 2) this.connections[stream].client = opener;
  }

  /** In Wireshark's order: numbers, analysis, times of the handshake, options. */
  private follow(
    frame: number,
    time: Moment,
    talk: Talk,
    direction: 0 | 1,
    segment: Segment,
    header: SegmentHeader,
    isReused: boolean,
  ): Omit<SegmentPlace, "stream" | "direction" | "sinceFirst" | "sincePrevious"> {
    const me = talk.sides[direction];
    const peer = talk.sides[other(direction)];
    const { seq, ack, flags, window, isSyn, isAck } = header;
    const { length } = segment;
    me.sackBlocks = [];
    let analysis: Analysis | undefined;
    if (length !== undefined) {
      me.base ??= isSyn ? seq : sequence.add(seq, -1);
      if (isAck) peer.base ??= sequence.add(ack, -1);
      analysis = analyse({ frame, time, seq, ack, length, flags, window }, me, peer, talk.initialRoundTrip);
      if (isReused) analysis.marks.add("reused_ports");
    }
    noteHandshake(talk, me, header, time);
    noteOptions(me, peer, segment, isSyn, isAck);
    const relative = (number: number, base: number | undefined) => (base === undefined ? number : sequence.add(number, -base));
    if (length === undefined) return { seq, ack, windowFactor: factorOf(me, isSyn), sack: segment.options.sack ?? [] };
    const place = { seq: relative(seq, me.base), ack: isAck ? relative(ack, peer.base) : ack };
    if (analysis) markFastOpen(talk, segment, header, place.ack, analysis);
    const says =
      analysis && (analysis.marks.size > 0 || analysis.acknowledges !== undefined || analysis.bytesInFlight !== undefined);
    return {
      ...place,
      next: sequence.add(place.seq, length + (flags & (tcpFlag.SYN | tcpFlag.FIN) ? 1 : 0)),
      windowFactor: factorOf(me, isSyn),
      sack: (segment.options.sack ?? []).map(([left, right]) => [relative(left, peer.base), relative(right, peer.base)] as const),
      ...(analysis && { analysis }),
      ...(says && talk.initialRoundTrip !== undefined && { initialRoundTrip: talk.initialRoundTrip }),
    };
  }
}

interface SegmentHeader {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly seq: number;
  readonly ack: number;
  readonly flags: number;
  readonly window: number;
  readonly isSyn: boolean;
  readonly isAck: boolean;
}

/** What following a connection needs; nothing where it was cut off. */
function headerOf({ network, srcport, dstport, seq, ack, flags, window }: Segment): SegmentHeader | undefined {
  if (!network || srcport === undefined || dstport === undefined || seq === undefined) return undefined;
  if (ack === undefined || flags === undefined || window === undefined) return undefined;
  const from = { address: network.src, port: srcport };
  const to = { address: destinationOf(network), port: dstport };
  return { from, to, seq, ack, flags, window, isSyn: (flags & tcpFlag.SYN) !== 0, isAck: (flags & tcpFlag.ACK) !== 0 };
}

function timesOf(talk: Talk, time: Moment): Pick<SegmentPlace, "sinceFirst" | "sincePrevious"> {
  const times = {
    sinceFirst: nanosecondsBetween(talk.firstTime, time),
    sincePrevious: nanosecondsBetween(talk.previousTime, time),
  };
  talk.previousTime = time;
  return times;
}

/** A capture without times has no round trip either. */
const isAfterEpoch = ({ seconds, nanoseconds }: Moment) => seconds !== 0 || nanoseconds !== 0;

function noteHandshake(talk: Talk, me: Side, { isSyn, isAck }: SegmentHeader, time: Moment): void {
  if (isSyn) {
    me.awaitsFirstAck = true;
    if (!isAck) talk.synTime = time;
  } else if (isAck) {
    if (talk.synTime && isAfterEpoch(talk.synTime) && !talk.initialRoundTrip)
      talk.initialRoundTrip = nanosecondsBetween(talk.synTime, time);
    me.awaitsFirstAck = false;
  }
}

/** The scale holds only when both SYNs carried it (RFC 7323 §2.2). */
function noteOptions(me: Side, peer: Side, { options }: Segment, isSyn: boolean, isAck: boolean): void {
  if (options.windowShift !== undefined) me.windowShift = Math.min(options.windowShift, largestWindowShift);
  me.sackBlocks = (options.sack ?? []).slice(0, mostSackBlocks);
  if (!isSyn) return;
  if (me.windowShift === unknownShift) {
    me.windowShift = shiftNotInUse;
    peer.windowShift = shiftNotInUse;
  } else if (isAck && peer.windowShift === shiftNotInUse) me.windowShift = shiftNotInUse;
}

const factorOf = (me: Side, isSyn: boolean) => (isSyn ? 0 : me.windowShift < 0 ? me.windowShift : 2 ** me.windowShift);

/** RFC 7413: data in the SYN is taken, or it is not. */
function markFastOpen(
  talk: Talk,
  segment: Segment,
  { isSyn, isAck }: SegmentHeader,
  relativeAck: number,
  { marks }: Analysis,
): void {
  if (!isSyn) return;
  if (!isAck && segment.options.fastOpenCookie) {
    marks.add("tfo_syn");
    talk.offeredData = (segment.length ?? 0) > 0;
  } else if (isAck && relativeAck > 1) marks.add("tfo_ack");
  else if (isAck && relativeAck === 1 && talk.offeredData) marks.add("tfo_ignored");
}

export const other = (direction: 0 | 1): 0 | 1 => (direction === 0 ? 1 : 0);

const endpointKey = ({ address, port }: Endpoint) => `${address.join(".")}:${port}`;

function pairKey(a: Endpoint, b: Endpoint): string {
  const [x, y] = [endpointKey(a), endpointKey(b)];
  return x < y ? `${x} ${y}` : `${y} ${x}`;
}

function directionOf(connection: Connection, from: Endpoint): 0 | 1 {
  return endpointKey(connection.endpoints[0]) === endpointKey(from) ? 0 : 1;
}
