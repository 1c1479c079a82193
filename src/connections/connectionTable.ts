import { grown } from "../bytes/grown";
import type { Heard } from "../decode/heard";
import { AddressStore, bytesOf } from "./addressStore";
import { freshStatus, noWindow, SideWord } from "./side";
import { nobody } from "./unacknowledged";

export interface Endpoint {
  readonly address: Uint8Array;
  readonly port: number;
}

/**
 * What is known of a connection: 64 bytes, and 64 for each of its sides behind them, all in one typed array. These are the places
 * of its numbers, in words of four bytes.
 */
export enum ConnectionWord {
  /** Of who spoke first in the upper half, of the other in the lower. */
  ports,
  /** IPv4 addresses as they are, IPv6 addresses by their numbers in the store. */
  firstAddress,
  secondAddress,
  /** `ConnectionFact`, below them the parts of its life (`completeness.ts`). */
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
  sides = initialRoundTrip + 2,
}

/** All of it, in words. */
export const connectionSize = ConnectionWord.sides + 2 * SideWord.size;

export enum ConnectionFact {
  life = 0xff,
  isIpv6 = 1 << 8,
  /** Who spoke second is its client. */
  secondIsClient = 1 << 9,
  /** Its SYN had a Fast Open cookie and data. */
  offeredData = 1 << 10,
}

const wordsPerTime = 2;
/** Where a time stands in `times`, which shows the same bytes as `words`. */
export const timeAt = (word: number): number => word / wordsPerTime;

/**
 * Connections by their two endpoints, without an object each: a hash table with open addressing. A segment's connection and
 * direction are one number, its flow: the connection's number twice, and one where it comes from who spoke second.
 */
export class ConnectionTable {
  count = 0;
  words = new Int32Array(0);
  times = new Float64Array(0);
  readonly addresses = new AddressStore();
  /** A connection's number and one, at a place that the hash of its endpoints says; 0 where there is none. */
  private slots = new Int32Array(1 << 10);
  private used = 0;
  private latest = 0;

  /** The flow of a segment; negative where its connection is not known. */
  find(heard: Heard): number {
    if (this.count === 0) return -1;
    const flow = this.flowIn(this.latest, heard);
    return flow >= 0 ? flow : this.search(heard);
  }

  private search(heard: Heard): number {
    const { slots } = this;
    const mask = slots.length - 1;
    for (let slot = hashOf(heard) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const flow = this.flowIn(slots[slot] - 1, heard);
      if (flow < 0) continue;
      this.latest = flow >> 1;
      return flow;
    }
    return -1;
  }

  /** A new connection, in place of an earlier one of the same endpoints; its first segment's flow. */
  begin(heard: Heard): number {
    const number = this.count;
    const at = number * connectionSize;
    if (at === this.words.length) this.grow(Math.max(64, number * 2));
    this.count += 1;
    this.fill(at, heard);
    this.enter(number, heard);
    this.latest = number;
    return number * 2;
  }

  /** Makes room for so many. */
  grow(capacity: number): void {
    this.words = grown(this.words, capacity * connectionSize);
    this.times = new Float64Array(this.words.buffer);
  }

  /** Who spoke first, then the other. */
  endpoints(number: number): [Endpoint, Endpoint] {
    const { words } = this;
    const at = number * connectionSize;
    const ports = words[at + ConnectionWord.ports];
    const isIpv6 = (words[at + ConnectionWord.facts] & ConnectionFact.isIpv6) !== 0;
    const address = (word: number) => (isIpv6 ? this.addresses.bytesOf(words[word]) : bytesOf([words[word]]));
    return [
      { address: address(at + ConnectionWord.firstAddress), port: ports >>> 16 },
      { address: address(at + ConnectionWord.secondAddress), port: ports & 0xffff },
    ];
  }

  private flowIn(number: number, heard: Heard): number {
    const { words } = this;
    const at = number * connectionSize;
    const known = words[at + ConnectionWord.ports];
    const { ports } = heard;
    if (known === ports && this.hasAddresses(at, heard, false)) return number * 2;
    if (known === swapped(ports) && this.hasAddresses(at, heard, true)) return number * 2 + 1;
    return -1;
  }

  private hasAddresses(at: number, heard: Heard, fromSecond: boolean): boolean {
    const { words } = this;
    const first = words[at + ConnectionWord.firstAddress];
    const second = words[at + ConnectionWord.secondAddress];
    const isIpv6 = (words[at + ConnectionWord.facts] & ConnectionFact.isIpv6) !== 0;
    if (heard.isIpv6 !== isIpv6) return false;
    if (!isIpv6)
      return fromSecond
        ? first === heard.destination && second === heard.source
        : first === heard.source && second === heard.destination;
    const { addresses } = this;
    return addresses.is(first, heard.wide, fromSecond ? 4 : 0) && addresses.is(second, heard.wide, fromSecond ? 0 : 4);
  }

  private fill(at: number, heard: Heard): void {
    const { words, times } = this;
    const { isIpv6, wide, ports } = heard;
    words[at + ConnectionWord.ports] = ports;
    words[at + ConnectionWord.firstAddress] = isIpv6 ? this.addresses.numberOf(wide, 0) : heard.source;
    words[at + ConnectionWord.secondAddress] = isIpv6 ? this.addresses.numberOf(wide, 4) : heard.destination;
    // without a SYN the lower port is taken for the server's
    const secondIsClient = ports >>> 16 < (ports & 0xffff);
    words[at + ConnectionWord.facts] =
      (isIpv6 ? ConnectionFact.isIpv6 : 0) | (secondIsClient ? ConnectionFact.secondIsClient : 0);
    words[at + ConnectionWord.firstPacket] = heard.packet;
    words[at + ConnectionWord.startNanoseconds] = heard.nanoseconds;
    times[timeAt(at + ConnectionWord.startSeconds)] = heard.seconds;
    times[timeAt(at + ConnectionWord.synTime)] = Number.NaN;
    fillSide(words, times, at + ConnectionWord.sides);
    fillSide(words, times, at + ConnectionWord.sides + SideWord.size);
  }

  private enter(number: number, heard: Heard): void {
    if (this.used * 4 >= this.slots.length * 3) this.widen();
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hashOf(heard) & mask;
    while (slots[slot] !== 0 && this.flowIn(slots[slot] - 1, heard) < 0) slot = (slot + 1) & mask;
    if (slots[slot] === 0) this.used += 1;
    slots[slot] = number + 1;
  }

  private widen(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (const entry of this.slots) {
      if (entry === 0) continue;
      let slot = this.hashAt((entry - 1) * connectionSize) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.slots = slots;
  }

  private hashAt(at: number): number {
    const { words, addresses } = this;
    const first = words[at + ConnectionWord.firstAddress];
    const second = words[at + ConnectionWord.secondAddress];
    const ports = words[at + ConnectionWord.ports];
    if ((words[at + ConnectionWord.facts] & ConnectionFact.isIpv6) === 0) return hash(first, second, ports);
    return hash(folded(addresses.words, first * 4), folded(addresses.words, second * 4), ports);
  }
}

function fillSide(words: Int32Array, times: Float64Array, at: number): void {
  words[at + SideWord.window] = noWindow;
  words[at + SideWord.eldest] = nobody;
  words[at + SideWord.latest] = nobody;
  words[at + SideWord.status] = freshStatus;
  times[timeAt(at + SideWord.nextTime)] = Number.NaN;
  times[timeAt(at + SideWord.lastAckTime)] = Number.NaN;
}

const swapped = (ports: number): number => (ports << 16) | (ports >>> 16);

function hashOf(heard: Heard): number {
  const { isIpv6, wide, ports } = heard;
  return isIpv6 ? hash(folded(wide, 0), folded(wide, 4), ports) : hash(heard.source, heard.destination, ports);
}

const folded = (words: Int32Array, at: number): number =>
  Math.imul(words[at] ^ Math.imul(words[at + 1], 0x85ebca6b), 0xc2b2ae35) ^ Math.imul(words[at + 2], 0x27d4eb2f) ^ words[at + 3];

/** The same for both directions: it knows the sums and differences of both ends only. */
function hash(a: number, b: number, ports: number): number {
  const source = ports >>> 16;
  const destination = ports & 0xffff;
  const both = Math.imul((a + b) ^ Math.imul(source + destination, 0x9e3779b1), 0x85ebca6b);
  const apart = Math.imul((a ^ b) + Math.imul(source ^ destination, 0x27d4eb2f), 0xc2b2ae35);
  const mixed = Math.imul(both ^ apart ^ (both >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 14);
}
