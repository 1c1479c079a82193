/** What is kept of a duplicate acknowledgment, in words of four bytes. */
export enum DuplicateWord {
  /** Index of its packet. */
  packet,
  /** Which one in a row it is, from 1. */
  number,
  /** Number of the packet that acknowledged the same first, from 1. */
  of,
  size,
}

/** So many stand in one array: a single one that grows would be copied each time, and be half empty. */
const mostTogether = 1 << 14;

/** Duplicate acknowledgments in the order of the capture: which one in a row each is, and of what. Too few packets are one for a column. */
export class DuplicateAcks {
  /** The latest ones, and how many they are: whoever adds some makes room for them first. */
  words = new Int32Array(0);
  count = 0;
  /** The arrays before, which are full, and how many stand in them. */
  private readonly full: Int32Array[] = [];
  private before = 0;

  /** Makes sure that so many can be added. */
  makeRoom(count: number): void {
    if ((this.count + count) * DuplicateWord.size <= this.words.length) return;
    if (this.count > 0) this.full.push(this.latest);
    this.before += this.count;
    this.words = new Int32Array(Math.max(count * 2, Math.min(mostTogether, this.before)) * DuplicateWord.size);
    this.count = 0;
  }

  /** Of a packet's index; nothing where it is no duplicate. */
  find(packet: number): { duplicateNumber: number; duplicateOf: number } | undefined {
    const words = packet >= this.words[DuplicateWord.packet] && this.count > 0 ? this.latest : this.beginningBefore(packet);
    if (!words) return undefined;
    const at = placeIn(words, packet);
    if (words[at + DuplicateWord.packet] !== packet) return undefined;
    return { duplicateNumber: words[at + DuplicateWord.number], duplicateOf: words[at + DuplicateWord.of] };
  }

  private get latest(): Int32Array {
    return this.words.subarray(0, this.count * DuplicateWord.size);
  }

  private beginningBefore(packet: number): Int32Array | undefined {
    return this.full.findLast((words) => words[DuplicateWord.packet] <= packet);
  }
}

/** Where the last one stands that is not behind a packet; the first one is not. */
function placeIn(words: Int32Array, packet: number): number {
  let [first, end] = [0, words.length / DuplicateWord.size];
  while (end - first > 1) {
    const middle = (first + end) >>> 1;
    if (words[middle * DuplicateWord.size + DuplicateWord.packet] <= packet) first = middle;
    else end = middle;
  }
  return first * DuplicateWord.size;
}
