import type { Words } from "../text/words";
import type { CapturedPackets } from "./capturedPackets";
import type { FilterAnswer } from "./contract/filter";
import { filterOf } from "./filter/filterReading";
import { filterRows } from "./filter/filterRows";
import type { WorkOptions } from "./longWork";

/** Which packets of a capture are listed, and in which order: those that the last filter shows, or all of them if there is none. */
export class ShownPackets {
  /** Indexes of the packets that the filter shows, in the order of the capture. */
  private shown: Uint32Array | undefined;
  private sorted: Uint32Array | undefined;
  /** The filter that shows them. */
  expression = "";

  constructor(
    private readonly packets: CapturedPackets,
    private readonly words: Words,
  ) {}

  get count(): number {
    return this.listed?.length ?? this.packets.columns.count;
  }

  get isSorted(): boolean {
    return this.sorted !== undefined;
  }

  private get listed(): Uint32Array | undefined {
    return this.sorted ?? this.shown;
  }

  indexAt(place: number): number {
    return this.listed?.[place] ?? place;
  }

  /** Where a packet stands; -1 where it is not shown. */
  placeOf(index: number): number {
    if (this.sorted) return this.sorted.indexOf(index);
    const place = this.placeFrom(index);
    return place < this.count && this.indexAt(place) === index ? place : -1;
  }

  /** In a list in the capture's order: the place of this packet, or of the next one that is shown. */
  placeFrom(index: number): number {
    const { shown } = this;
    if (!shown) return Math.min(index, this.count);
    let [first, last] = [0, shown.length];
    while (first < last) {
      const middle = (first + last) >>> 1;
      if (shown[middle] < index) first = middle + 1;
      else last = middle;
    }
    return first;
  }

  /** All that are shown, in the order of the capture. */
  rising(): Uint32Array {
    return this.shown ?? Uint32Array.from({ length: this.packets.columns.count }, (_, index) => index);
  }

  /** The packets that the filter shows, in another array after each filter, so that arrays can be compared; nothing without a filter. */
  get filtered(): Uint32Array | undefined {
    return this.shown;
  }

  /** Lists the packets that are shown in this order; without one, in the capture's. */
  sort(order: Uint32Array | undefined): void {
    this.sorted = order;
  }

  /** Indexes of the listed packets from the place `first` on; fewer where the list ends. */
  indexes(first: number, count: number): readonly number[] {
    if (this.listed) return Array.from(this.listed.subarray(first, first + count));
    const length = Math.max(0, Math.min(this.packets.columns.count, first + count) - first);
    return Array.from({ length }, (_, i) => first + i);
  }

  /** Filters the list; the filter before stays in force until this one is done. */
  async filter(expression: string, options: WorkOptions): Promise<FilterAnswer> {
    const reading = filterOf(expression, this.words);
    if ("problem" in reading) return reading;
    try {
      // without a filter the list is undefined, so that it grows while the capture is read
      this.shown = await filterRows(reading.filter, this.packets, options);
      this.sorted = undefined;
      this.expression = expression;
      return { shown: this.count };
    } catch (error) {
      if (options.signal?.aborted) return { cancelled: true };
      throw error;
    }
  }
}
