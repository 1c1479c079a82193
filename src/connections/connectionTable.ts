import { grown } from "../bytes/grown";
import { Place } from "../bytes/place";
import { type AddressStore, bytesOf } from "../decode/addressStore";
import { SegmentFact, SegmentWord } from "../decode/segmentBatch";
import { freshStatus, nobody, noWindow, SideWord } from "./side";

export interface Endpoint {
  readonly address: Uint8Array;
  readonly port: number;
}

/**
 * What is known of a connection: 64 bytes, and 64 for each of its sides behind them, all in one typed array. These are the places
 * of its numbers, in words of four bytes.
 */
export enum ConnectionWord {
  /** The port of the side that spoke first in the upper half, the other's in the lower. */
  ports,
  /** IPv4 addresses as they are, IPv6 addresses by their numbers in the store. */
  firstAddress,
  secondAddress,
  /** Bits of `ConnectionFact`; in the lowest bits the parts of its life (`completeness.ts`). */
  facts,
  /** How many. */
  packets,
  /** Indexes of its first and its latest packet. */
  firstPacket,
  latestPacket,
  /** When it began; the seconds take two words. */
  startNanoseconds,
  startSeconds,
  /** Nanoseconds since then, in two words each: its latest segment, its latest SYN, and the round trip of its handshake. */
  latestTime = startSeconds + 2,
  synTime = latestTime + 2,
  initialRoundTrip = synTime + 2,
  /** `SideWord.size` for each. */
  sides = initialRoundTrip + 2,
  size = sides + 32,
}

export enum ConnectionFact {
  life = 0xff,
  ipv6Bit = 8,
  isIpv6 = 1 << ipv6Bit,
  /** Its client is the side that spoke second. */
  secondIsClient = 1 << 9,
  /** A SYN of it had a Fast Open cookie and data. */
  offeredData = 1 << 10,
  /** Its latest SYN asks for Accurate ECN, its latest SYN/ACK agrees. */
  offeredAce = 1 << 11,
  acceptedAce = 1 << 12,
  /** Somebody sent an option of Accurate ECN. */
  countsCongestion = 1 << 13,
  usesMultipath = 1 << 14,
  /** Somebody acknowledged selectively: those ranges are in no row. */
  usesSack = 1 << 15,
  /** Operations of Multipath TCP that were seen, a bit each. */
  operationsBit = 16,
  operations = 0xff << operationsBit,
}

/** Where the record of a flow's sender begins. */
export const sideAt = (flow: number): number =>
  (flow >> 1) * ConnectionWord.size + ConnectionWord.sides + (flow & 1) * SideWord.size;

/** Where a time stands in `times`, a view of the same bytes as `words`. */
export const timeAt = (word: number): number => word >> 1;

/** Where more places than this share are taken, finding a free one takes long. */
const mostFilled = 0.75;

/**
 * Connections by their two endpoints, without an object each: a hash table with open addressing. A segment's connection and
 * direction are one number, its flow: the connection's number twice, and one where it comes from who spoke second.
 */
export class ConnectionTable {
  count = 0;
  words = new Int32Array(0);
  times = new Float64Array(0);
  /** A connection's number plus one, at the place that the hash of its endpoints says or at the next free one; 0 marks a free place. */
  slots = new Int32Array(1 << 10);
  private used = 0;

  /** A new connection, in place of an earlier one of the same endpoints. */
  begin(heard: Int32Array, at: number, seconds: number): void {
    const number = this.count;
    if (number * ConnectionWord.size === this.words.length) this.grow(Math.max(64, number * 2));
    this.count += 1;
    this.fill(number * ConnectionWord.size, heard, at, seconds);
    this.enter(number, heard, at);
  }

  /** Makes room for so many. */
  grow(capacity: number): void {
    this.words = grown(this.words, capacity * ConnectionWord.size);
    this.times = new Float64Array(this.words.buffer);
  }

  /** The same, and places to find them by. What is never written takes no memory, and nothing is copied as they come. */
  reserve(capacity: number): void {
    if (capacity * ConnectionWord.size > this.words.length) this.grow(capacity);
    while (this.slots.length * mostFilled < capacity) this.widen();
  }

  /** Who spoke first, then the other. */
  endpoints(number: number, addresses: AddressStore): [Endpoint, Endpoint] {
    const { words } = this;
    const at = number * ConnectionWord.size;
    const ports = words[at + ConnectionWord.ports];
    const isWide = (words[at + ConnectionWord.facts] & ConnectionFact.isIpv6) !== 0;
    const address = (word: number) => (isWide ? addresses.bytesOf(words[word]) : bytesOf([words[word]]));
    return [
      { address: address(at + ConnectionWord.firstAddress), port: ports >>> 16 },
      { address: address(at + ConnectionWord.secondAddress), port: ports & 0xffff },
    ];
  }

  private fill(at: number, heard: Int32Array, from: number, seconds: number): void {
    const { words, times } = this;
    const ports = heard[from + SegmentWord.ports];
    words[at + ConnectionWord.ports] = ports;
    words[at + ConnectionWord.firstAddress] = heard[from + SegmentWord.source];
    words[at + ConnectionWord.secondAddress] = heard[from + SegmentWord.destination];
    // without a SYN the lower port is taken for the server's
    const secondIsClient = ports >>> 16 < (ports & 0xffff);
    words[at + ConnectionWord.facts] =
      (isIpv6(heard, from) ? ConnectionFact.isIpv6 : 0) | (secondIsClient ? ConnectionFact.secondIsClient : 0);
    words[at + ConnectionWord.firstPacket] = heard[from + SegmentWord.packet];
    words[at + ConnectionWord.startNanoseconds] = heard[from + SegmentWord.nanoseconds];
    times[timeAt(at + ConnectionWord.startSeconds)] = seconds;
    times[timeAt(at + ConnectionWord.synTime)] = Number.NaN;
    fillSide(words, times, at + ConnectionWord.sides);
    fillSide(words, times, at + ConnectionWord.sides + SideWord.size);
  }

  private enter(number: number, heard: Int32Array, at: number): void {
    if (this.used >= this.slots.length * mostFilled) this.widen();
    const { slots, words } = this;
    const mask = slots.length - 1;
    let slot = hashOf(heard, at) & mask;
    while (slots[slot] !== 0 && flowIn(words, slots[slot] - 1, heard, at) < 0) slot = (slot + 1) & mask;
    if (slots[slot] === 0) this.used += 1;
    slots[slot] = number + 1;
  }

  private widen(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (const entry of this.slots) {
      if (entry === 0) continue;
      let slot = this.hashAt((entry - 1) * ConnectionWord.size) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.slots = slots;
  }

  private hashAt(at: number): number {
    const { words } = this;
    return hash(
      words[at + ConnectionWord.firstAddress],
      words[at + ConnectionWord.secondAddress],
      words[at + ConnectionWord.ports],
    );
  }
}

/** The flow of a segment in a connection; negative where it is of another one. */
function flowIn(words: Int32Array, number: number, heard: Int32Array, at: number): number {
  const own = Math.imul(number, ConnectionWord.size) & Place.mask;
  const ports = heard[at + SegmentWord.ports];
  const source = heard[at + SegmentWord.source];
  const destination = heard[at + SegmentWord.destination];
  const known = words[own + ConnectionWord.ports];
  const first = words[own + ConnectionWord.firstAddress];
  const second = words[own + ConnectionWord.secondAddress];
  const isForth = known === ports && first === source && second === destination;
  const isBack = known === ((ports << 16) | (ports >>> 16)) && first === destination && second === source;
  if (!(isForth || isBack) || isIpv6(heard, at) !== ((words[own + ConnectionWord.facts] & ConnectionFact.isIpv6) !== 0))
    return -1;
  return isForth ? number * 2 : number * 2 + 1;
}

const isIpv6 = (heard: Int32Array, at: number): boolean => (heard[at + SegmentWord.facts] & SegmentFact.isIpv6) !== 0;

function fillSide(words: Int32Array, times: Float64Array, at: number): void {
  words[at + SideWord.window] = noWindow;
  words[at + SideWord.eldest] = nobody;
  words[at + SideWord.latest] = nobody;
  words[at + SideWord.status] = freshStatus;
  times[timeAt(at + SideWord.nextTime)] = Number.NaN;
  times[timeAt(at + SideWord.lastAckTime)] = Number.NaN;
}

const hashOf = (heard: Int32Array, at: number): number =>
  hash(heard[at + SegmentWord.source], heard[at + SegmentWord.destination], heard[at + SegmentWord.ports]);

/** The same for both directions: it knows the sums and differences of both ends only. */
export function hash(a: number, b: number, ports: number): number {
  const mixed =
    Math.imul(a ^ b, 0x9e3779b1) ^ Math.imul(a + b, 0x85ebca6b) ^ Math.imul(ports + ((ports << 16) | (ports >>> 16)), 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}
