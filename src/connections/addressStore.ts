import { grown } from "../bytes/grown";

const wordsOfAddress = 4;

/** IPv6 addresses, each kept once and known by a small number. */
export class AddressStore {
  /** Four words each. */
  words = new Int32Array(0);
  private count = 0;
  /** The number of an address and one, at a place that its hash says; 0 where there is none. */
  private slots = new Int32Array(16);

  /** The number of the address that stands at `at` in `from`. */
  numberOf(from: Int32Array, at: number): number {
    const mask = this.slots.length - 1;
    let slot = hash(from, at) & mask;
    for (let known = this.slots[slot]; known !== 0; known = this.slots[slot]) {
      if (this.is(known - 1, from, at)) return known - 1;
      slot = (slot + 1) & mask;
    }
    return this.add(from, at, slot);
  }

  is(number: number, from: Int32Array, at: number): boolean {
    const { words } = this;
    const own = number * wordsOfAddress;
    return (
      words[own] === from[at] &&
      words[own + 1] === from[at + 1] &&
      words[own + 2] === from[at + 2] &&
      words[own + 3] === from[at + 3]
    );
  }

  bytesOf(number: number): Uint8Array {
    return bytesOf(this.words.subarray(number * wordsOfAddress, (number + 1) * wordsOfAddress));
  }

  private add(from: Int32Array, at: number, slot: number): number {
    const number = this.count;
    const own = number * wordsOfAddress;
    if (own === this.words.length) this.words = grown(this.words, Math.max(16, number * 2) * wordsOfAddress);
    for (let i = 0; i < wordsOfAddress; i += 1) this.words[own + i] = from[at + i];
    this.count += 1;
    this.slots[slot] = this.count;
    if (this.count * 2 > this.slots.length) this.widen();
    return number;
  }

  private widen(): void {
    const slots = new Int32Array(this.slots.length * 2);
    for (let number = 0; number < this.count; number += 1) {
      let slot = hash(this.words, number * wordsOfAddress) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}

function hash(words: Int32Array, at: number): number {
  let mixed = 0;
  for (let i = 0; i < wordsOfAddress; i += 1) mixed = Math.imul(mixed ^ words[at + i], 0x9e3779b1) ^ (mixed >>> 15);
  return mixed ^ (mixed >>> 13);
}

/** Words as they stand on the wire. */
export function bytesOf(words: ArrayLike<number>): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (let i = 0; i < words.length; i += 1) view.setInt32(i * 4, words[i]);
  return new Uint8Array(view.buffer);
}
