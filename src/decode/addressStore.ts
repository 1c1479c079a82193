import { grown } from "../bytes/grown";

const wordsOfAddress = 4;

/** IPv6 addresses, each kept once and known by a small number. */
export class AddressStore {
  /** The addresses, four words each. */
  words = new Int32Array(0);
  private count = 0;

  /** An address's number plus one, at the place that its hash says or at the next free one; 0 marks a free place. */
  private slots = new Int32Array(16);

  /** How many there are: their numbers are below it. */
  get size(): number {
    return this.count;
  }

  /** The number of an address that is given as its four words. */
  numberOf(a: number, b: number, c: number, d: number): number {
    const { words, slots } = this;
    const mask = slots.length - 1;
    let slot = hash(a, b, c, d) & mask;
    for (let known = slots[slot]; known !== 0; known = slots[slot]) {
      const at = (known - 1) * wordsOfAddress;
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return known - 1;
      slot = (slot + 1) & mask;
    }
    return this.add(a, b, c, d, slot);
  }

  bytesOf(number: number): Uint8Array {
    return bytesOf(this.words.subarray(number * wordsOfAddress, (number + 1) * wordsOfAddress));
  }

  private add(a: number, b: number, c: number, d: number, slot: number): number {
    const number = this.count;
    const own = number * wordsOfAddress;
    if (own === this.words.length) this.words = grown(this.words, Math.max(16, number * 2) * wordsOfAddress);
    this.words.set([a, b, c, d], own);
    this.count += 1;
    this.slots[slot] = this.count;
    if (this.count * 2 > this.slots.length) this.widen();
    return number;
  }

  private widen(): void {
    const { words } = this;
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      const own = number * wordsOfAddress;
      let slot = hash(words[own], words[own + 1], words[own + 2], words[own + 3]) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}

function hash(a: number, b: number, c: number, d: number): number {
  const upper = Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0xc2b2ae35);
  const mixed = Math.imul(upper ^ Math.imul(c ^ (upper >>> 15), 0x27d4eb2f) ^ d, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** Words as they stand on the wire. */
export function bytesOf(words: ArrayLike<number>): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (let i = 0; i < words.length; i += 1) view.setInt32(i * 4, words[i]);
  return new Uint8Array(view.buffer);
}
