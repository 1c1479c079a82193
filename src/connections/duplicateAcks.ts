import { grown } from "../bytes/grown";

/** What is kept of one, in words of four bytes. */
export enum DuplicateWord {
  /** Index of its packet. */
  packet,
  /** Which one in a row it is, from 1. */
  number,
  /** Number of the packet that acknowledged the same first, from 1. */
  of,
  size,
}

/** Which duplicate acknowledgment each one is, and of what: in no column, since few packets are one. In the order of the capture. */
export class DuplicateAcks {
  words = new Int32Array(0);
  count = 0;

  /** Makes sure that so many can be added. */
  makeRoom(count: number): void {
    const most = this.count + count;
    if (most * DuplicateWord.size > this.words.length) this.words = grown(this.words, most * 2 * DuplicateWord.size);
  }

  /** Of a packet's index; nothing where it is no duplicate. */
  find(packet: number): { duplicateNumber: number; duplicateOf: number } | undefined {
    const { words } = this;
    let [first, last] = [0, this.count];
    while (first < last) {
      const middle = (first + last) >>> 1;
      if (words[middle * DuplicateWord.size + DuplicateWord.packet] < packet) first = middle + 1;
      else last = middle;
    }
    const at = first * DuplicateWord.size;
    if (first === this.count || words[at + DuplicateWord.packet] !== packet) return undefined;
    return { duplicateNumber: words[at + DuplicateWord.number], duplicateOf: words[at + DuplicateWord.of] };
  }
}
