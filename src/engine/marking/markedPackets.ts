import { type MarkedSpans, mostSpans } from "../../view/onScreen/markedSpans";
import type { Marked } from "../contract/marking";

/** The packets of a capture that are marked by hand, by their indexes: a bit for each, since all that a filter shows may be marked. */
export class MarkedPackets {
  private bits = new Uint8Array(0);
  private count = 0;
  private isRestored = false;
  /** Listeners that are told what is marked, whenever that changes. */
  readonly listeners = new Set<(marked: Marked) => void>();

  has = (index: number): boolean => ((this.bits[index >> 3] ?? 0) & (1 << (index & 7))) !== 0;

  /** Whether one of the marked packets between two indexes, both included, is of some kind. */
  someBetween(first: number, last: number, isOfKind: (index: number) => boolean): boolean {
    for (let index = first; index <= last; index += 1) {
      // eight at a time without a mark are skipped, as most are
      if ((index & 7) === 0 && (this.bits[index >> 3] ?? 0) === 0) index += 7;
      else if (this.has(index) && isOfKind(index)) return true;
    }
    return false;
  }

  /** Marks these packets, or takes their marks away. */
  set(indexes: Iterable<number>, isMarked: boolean): void {
    for (const index of indexes) this.put(index, isMarked);
    this.tell();
  }

  /** Adds the marks of the last time that the capture was open, for its first `packets` packets. Only once, since marks made later are newer. */
  restore(spans: MarkedSpans, packets: number): void {
    if (this.isRestored) return;
    this.isRestored = true;
    for (let at = 0, index = 0; at < spans.length; at += 2) {
      index += spans[at];
      const end = Math.min(packets, index + spans[at + 1]);
      for (; index < end; index += 1) this.put(index, true);
    }
    if (spans.length > 0) this.tell();
  }

  /** Indexes of the marked packets, rising. */
  indexes(): Uint32Array {
    const all = new Uint32Array(this.count);
    let found = 0;
    for (const [start, end] of this.stretches()) for (let index = start; index < end; index += 1) all[found++] = index;
    return all;
  }

  get told(): Marked {
    return { packets: this.count, spans: this.spans() };
  }

  private put(index: number, isMarked: boolean): void {
    if (this.has(index) === isMarked) return;
    const byte = index >> 3;
    if (byte >= this.bits.length) {
      const larger = new Uint8Array(Math.max(byte + 1, 2 * this.bits.length));
      larger.set(this.bits);
      this.bits = larger;
    }
    this.bits[byte] ^= 1 << (index & 7);
    this.count += isMarked ? 1 : -1;
  }

  private spans(): MarkedSpans | undefined {
    const spans: number[] = [];
    let before = 0;
    for (const [start, end] of this.stretches()) {
      if (spans.length === 2 * mostSpans) return undefined;
      spans.push(start - before, end - start);
      before = end;
    }
    return spans;
  }

  /** Runs of marked packets: the first of each, and the first behind it. */
  private *stretches(): Iterable<readonly [start: number, end: number]> {
    const { bits } = this;
    for (let byte = 0, start = -1; byte <= bits.length; byte += 1) {
      const word = bits[byte] ?? 0;
      if (word === (start < 0 ? 0 : 0xff)) continue;
      for (let index = byte << 3; index < (byte + 1) << 3; index += 1) {
        if (this.has(index) === start >= 0) continue;
        if (start >= 0) yield [start, index];
        start = start < 0 ? index : -1;
      }
    }
  }

  private tell(): void {
    const { told } = this;
    for (const listener of this.listeners) listener(told);
  }
}
