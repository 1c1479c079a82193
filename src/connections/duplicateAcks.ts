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

/** So many stand in one array: one that grew by itself would be copied, and its room lie empty. */
const mostTogether = 1 << 14;

/** Which duplicate acknowledgment each one is, and of what: in no column, since few packets are one. In the order of the capture. */
export class DuplicateAcks {
  /** Where the latest are, and how many of them: whoever adds some has made room for them. */
  words = new Int32Array(0);
  count = 0;
  /** Those before, and how many they are. */
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
