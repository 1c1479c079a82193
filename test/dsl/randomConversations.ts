import { tcpFlag } from "../../src/protocols/tcp";
import type { Random } from "../fuzz/random";
import { zeros } from "./bytes";
import { ethernet, ipv4, ipv6, tcp } from "./headers";
import type { Recorded } from "./pcapFile";
import { randomOptions } from "./randomOptions";
import { accurateEcn0 } from "./tcpOptions";

const { SYN, ACK, FIN, RST, PSH, URG, ECE, CWR, AE } = tcpFlag;

/** One side, and what it may send again and the other may acknowledge. */
export interface Side {
  readonly address: string;
  readonly port: number;
  isn: number;
  next: number;
  lastAck: number;
  window: number;
  shift: number;
  readonly hasMultipath: boolean;
  readonly sent: { readonly seq: number; readonly length: number }[];
}

interface Words {
  flags: number;
  seq: number;
  ack: number;
  length: number;
}

/** Nanoseconds around those that the rules ask about: 3 ms, 20 ms, none, backwards, and what people and timers take. */
const spans = [
  ...[0, 1000, 100_000, 1_000_000, 1_000_000, 1_000_000, 2_000_000, 7_000_000, 40_000_000, 200_000_000],
  ...[2_999_000, 3_000_000, 3_001_000, 19_999_000, 20_000_000, 20_001_000, 1_000_000_000, 75_000_000_000, -1000, -1_000_000],
];
const lengths = [0, 1, 1, 2, 3, 10, 100, 536, 1000];
const windows = [0, 0, 1, 2, 10, 100, 1000, 1000, 65535];
const initialNumbers = [0, 1, 1000, 0xffffffff, 0xffffff00, 0x7fffff80, 0x80000000, 123456789];
const oddFlags = [SYN, SYN | ACK, FIN | ACK, FIN, RST, RST | ACK, PSH | ACK, 0, PSH, SYN | FIN, SYN | RST, FIN | RST | ACK];
const rareFlags = [URG, ECE, CWR, AE, AE | CWR | ECE, 0x200, 0x800];
const steps = [0, 0, 1, -1, 2, -2, 10, -10, 1000, -1000, 100_000, 0x7fffffff, 0x80000000];
const addresses = {
  narrow: ["10.0.0.1", "10.0.0.2"],
  wide: ["20010db8000000000000000000000001", "20010db8000000000000000000000002"],
};

/**
 * Conversations between sides that mostly do what TCP does, and odd things besides: how often, is drawn for each. What is said
 * stays near what the rules of a connection look at: the numbers of both sides, and times. They use the same few ports.
 */
export function randomConversations(random: Random, count: number, segments: number): Recorded[] {
  let now = 1e9;
  return Array.from({ length: count }, () => new Talk(random, random.pick([0, 0.02, 0.05, 0.1, 0.3]))).flatMap((talk) =>
    Array.from({ length: segments }, () => {
      now += random.pick(spans);
      return { ...talk.next(), time: now / 1e9 };
    }),
  );
}

class Talk {
  private readonly sides: readonly [Side, Side];
  private readonly isWide: boolean;
  private readonly opens: boolean;
  private readonly isOneSided: boolean;
  private readonly hasOptions: boolean;
  private readonly hasMultipath: boolean;
  private said = 0;

  constructor(
    private readonly random: Random,
    private readonly oddness: number,
  ) {
    this.isWide = this.happens(0.2);
    this.opens = this.happens(0.8);
    this.isOneSided = this.happens(0.1);
    this.hasOptions = this.happens(0.7);
    this.hasMultipath = this.happens(0.2);
    const [client, server] = this.isWide ? addresses.wide : addresses.narrow;
    this.sides = [this.side(client, random.pick([40000, 40001, 80])), this.side(this.happens(0.03) ? client : server, 80)];
  }

  private side(address: string, port: number): Side {
    const isn = this.random.pick([...initialNumbers, this.random.next()]);
    const { hasMultipath } = this;
    return { address, port, isn, next: isn, lastAck: 0, window: 1000, shift: 0, hasMultipath, sent: [] };
  }

  private happens(chance: number): boolean {
    return this.random.below(1e6) < chance * 1e6;
  }

  private get isOdd(): boolean {
    return this.happens(this.oddness);
  }

  next(): Recorded {
    const opens = this.opens && this.said < 3 && !this.isOdd;
    const from = this.isOneSided ? 0 : opens ? this.said % 2 : this.random.below(2);
    const [me, peer] = [this.sides[from], this.sides[1 - from]];
    const words = opens ? this.opening(me, peer) : this.inTheMiddle(me, peer);
    this.said += 1;
    return this.packet(me, peer, this.bend(words, me, peer));
  }

  private opening(me: Side, peer: Side): Words {
    const flags = [SYN, SYN | ACK, ACK][this.said];
    const length = this.said === 0 && this.happens(0.1) ? 10 : 0;
    const seq = flags & SYN ? me.isn : me.next;
    return { flags, seq, ack: this.happens(0.9) ? peer.next : (peer.isn + 1) >>> 0, length };
  }

  /** Data, acknowledgments, what was sent before, keep-alives and probes, what fills the window, gaps, and how connections end. */
  private inTheMiddle(me: Side, peer: Side): Words {
    const { random } = this;
    const plain = { flags: ACK, seq: me.next, ack: this.happens(0.8) ? peer.next : me.lastAck, length: 0 };
    const again = me.sent.length > 0 ? random.pick(me.sent.slice(-6)) : { seq: me.next, length: 10 };
    const room = (peer.lastAck + peer.window * 2 ** peer.shift - me.next) | 0;
    const what = random.below(100);
    if (what < 35) return { ...plain, flags: random.pick([ACK, PSH | ACK]), length: random.pick(lengths) };
    if (what < 55) return plain;
    if (what < 62) return { ...plain, ...again };
    if (what < 66) return { ...plain, seq: again.seq + random.below(20), length: random.pick(lengths) };
    if (what < 71) return { ...plain, seq: me.next - 1, length: random.below(2) };
    if (what < 76) return { ...plain, length: 1 };
    if (what < 81) return { ...plain, length: room > 0 && room <= 2000 ? room : 1 };
    if (what < 85) return { ...plain, seq: me.next + random.pick([1, 100, 536, 1000]), length: random.pick(lengths) };
    if (what < 91) return { ...plain, ack: me.lastAck };
    if (what < 95) return { ...plain, flags: FIN | ACK };
    if (what < 97) return { ...plain, flags: random.pick([RST, RST | ACK]) };
    const isn = me.isn + random.pick([0, 0, 1, 5000, 0x40000000]);
    return { ...plain, flags: SYN | random.pick([0, ACK]), seq: isn };
  }

  /** What an odd sender does to a segment. */
  private bend(words: Words, me: Side, peer: Side): Words {
    const { random } = this;
    const bent = { ...words };
    if (this.isOdd) bent.flags = random.pick(oddFlags);
    if (this.isOdd) bent.flags |= random.pick(rareFlags);
    if (this.isOdd) bent.seq = this.numberNear(me);
    if (this.isOdd) bent.ack = this.numberNear(peer);
    if (this.isOdd) bent.length = random.pick(lengths);
    if ((bent.flags & ACK) === 0 && !this.isOdd) bent.ack = 0;
    return { ...bent, seq: bent.seq >>> 0, ack: bent.ack >>> 0 };
  }

  private numberNear(side: Side): number {
    const { seq, length } = side.sent.length > 0 ? this.random.pick(side.sent) : { seq: side.isn, length: 0 };
    return this.random.pick([side.next, side.isn, seq, seq + length, seq + (length >> 1), 0]) + this.random.pick(steps);
  }

  private packet(me: Side, peer: Side, words: Words): Recorded {
    const { random } = this;
    const { flags, seq, ack, length } = words;
    me.window = this.happens(0.75) ? me.window : random.pick(windows);
    const options = this.hasOptions ? randomOptions(random, flags, me, peer) : zeros(0);
    const [within, payload] = [{ src: me.address, dst: peer.address }, zeros(length)];
    const header = { srcport: me.port, dstport: peer.port, seq, ack, flags, window: me.window, options, payload, within };
    const segment = tcp({ ...header, ...(this.isOdd && this.isOdd && { dataOffset: random.pick([0, 4, 5, 6, 15]) }) });
    this.note(me, words);
    const totalLength = this.isOdd && this.isOdd ? { totalLength: random.pick([0, 20 + segment.length]) } : {};
    const bytes = this.isWide
      ? ethernet(0x86dd, ipv6(within, segment))
      : ethernet(0x0800, ipv4({ ...within, ...totalLength }, segment));
    // what Accurate ECN has counted is told in part, too
    if (!this.isOdd || !this.isOdd || options.includes(accurateEcn0[0])) return { bytes };
    return { bytes: bytes.subarray(0, bytes.length - random.below(segment.length)), length: bytes.length };
  }

  private note(me: Side, { flags, seq, ack, length }: Words): void {
    const end = seq + length + (flags & SYN ? 1 : 0) + (flags & FIN ? 1 : 0);
    if (flags & SYN) me.isn = seq;
    if (flags & ACK) me.lastAck = ack;
    if (end > seq) me.sent.push({ seq, length });
    if (flags & SYN || ((end - me.next) | 0) > 0) me.next = end >>> 0;
  }
}
