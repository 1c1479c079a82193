import { sequence } from "../bytes/sequence";
import { destinationOf, type Segment } from "../decode/packet";
import { tcpFlag } from "../protocols/tcp";

export interface Endpoint {
  readonly address: Uint8Array;
  readonly port: number;
}

/** One conversation between two endpoints; `endpoints[0]` sent its first segment. */
export interface Connection {
  readonly endpoints: readonly [Endpoint, Endpoint];
  /** Which endpoint opened it, as far as its segments tell. */
  client: 0 | 1;
  /** Indexes of its packets in the capture. */
  readonly packets: number[];
}

/** What a segment is within its connection. Numbers are relative where the connection's first ones are known. */
export interface SegmentPlace {
  readonly stream: number;
  readonly direction: 0 | 1;
  readonly seq: number;
  readonly ack: number;
  /** Multiplier of the window field: -1 unknown, -2 not in use, 0 in a SYN, whose window is never scaled. */
  readonly windowFactor: number;
}

/** What one side has said so far. */
interface Side {
  base: number | undefined;
  windowShift: number;
}

const unknown = -1;
const notInUse = -2;
/** RFC 7323 §2.3: a larger shift is used as 14. */
const largestShift = 14;

/**
 * Finds each segment's connection and makes its numbers relative, by the rules of Wireshark 4.0: a SYN with another
 * initial number on known ports begins a new connection; whoever speaks first without a SYN sets the base one below.
 */
export class ConnectionTracker {
  readonly connections: Connection[] = [];
  private readonly byEndpoints = new Map<string, number>();
  private readonly sides: [Side, Side][] = [];

  /** The place of a segment, or nothing when too little of its header is there. */
  add(packetIndex: number, segment: Segment): SegmentPlace | undefined {
    const { network, srcport, dstport, seq, ack, flags } = segment;
    if (
      !network ||
      srcport === undefined ||
      dstport === undefined ||
      seq === undefined ||
      ack === undefined ||
      flags === undefined
    )
      return undefined;
    const from = { address: network.src, port: srcport };
    const to = { address: destinationOf(network), port: dstport };
    const key = pairKey(from, to);

    let stream = this.byEndpoints.get(key) ?? this.begin(key, from, to);
    let direction = directionOf(this.connections[stream], from);
    const me = () => this.sides[stream][direction];
    const isSyn = (flags & tcpFlag.SYN) !== 0;
    const isAck = (flags & tcpFlag.ACK) !== 0;
    if (isSyn && me().base !== undefined && me().base !== seq) {
      if (isAck) me().base = seq;
      else {
        stream = this.begin(key, from, to);
        direction = 0;
      }
    }
    this.connections[stream].packets.push(packetIndex);
    this.noteRole(stream, direction, flags);
    return { stream, direction, ...this.relativeNumbers(this.sides[stream], direction, segment, { seq, ack, isSyn, isAck }) };
  }

  private begin(key: string, from: Endpoint, to: Endpoint): number {
    const stream = this.connections.length;
    const copy = ({ address, port }: Endpoint) => ({ address: address.slice(), port });
    // without a SYN the lower port is taken for the server's
    this.connections.push({ endpoints: [copy(from), copy(to)], client: from.port >= to.port ? 0 : 1, packets: [] });
    this.sides.push([
      { base: undefined, windowShift: unknown },
      { base: undefined, windowShift: unknown },
    ]);
    this.byEndpoints.set(key, stream);
    return stream;
  }

  private noteRole(stream: number, direction: 0 | 1, flags: number): void {
    if ((flags & tcpFlag.SYN) === 0) return;
    const opener = (flags & tcpFlag.ACK) === 0 ? direction : other(direction);
    if (this.connections[stream].packets.length <= 2) this.connections[stream].client = opener;
  }

  private relativeNumbers(
    sides: [Side, Side],
    direction: 0 | 1,
    segment: Segment,
    { seq, ack, isSyn, isAck }: { seq: number; ack: number; isSyn: boolean; isAck: boolean },
  ): Pick<SegmentPlace, "seq" | "ack" | "windowFactor"> {
    const me = sides[direction];
    const peer = sides[other(direction)];
    if (segment.length === undefined) return { seq, ack, windowFactor: unknown };
    me.base ??= isSyn ? seq : sequence.add(seq, -1);
    if (isAck) peer.base ??= sequence.add(ack, -1);
    noteWindowScale(me, peer, segment, isSyn, isAck);
    return {
      seq: sequence.add(seq, -me.base),
      ack: isAck && peer.base !== undefined ? sequence.add(ack, -peer.base) : ack,
      windowFactor: isSyn ? 0 : me.windowShift < 0 ? me.windowShift : 2 ** me.windowShift,
    };
  }
}

/** The scale holds only when both SYNs carried it (RFC 7323 §2.2). */
function noteWindowScale(me: Side, peer: Side, segment: Segment, isSyn: boolean, isAck: boolean): void {
  const shift = segment.options.windowShift;
  if (shift !== undefined) me.windowShift = Math.min(shift, largestShift);
  if (!isSyn) return;
  if (me.windowShift === unknown) {
    me.windowShift = notInUse;
    peer.windowShift = notInUse;
  } else if (isAck && peer.windowShift === notInUse) me.windowShift = notInUse;
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
