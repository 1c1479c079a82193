import type { Words } from "../text/words";
import type { CapturedPackets } from "./capturedPackets";
import type { FilterAnswer } from "./contract/filter";
import { filterOf } from "./filter/filterReading";
import { filterRows } from "./filter/filterRows";
import type { WorkOptions } from "./longWork";

/** Which packets of a capture are listed: those that the last filter shows, all of them where there is none; and in which order. */
export class ShownPackets {
  /** In the order of the capture. */
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

  /** Where the first stands that is no earlier in the capture, in a list in its order. */
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

  /** The same, and another list whenever another filter is in force; nothing where there is none. */
  get filtered(): Uint32Array | undefined {
    return this.shown;
  }

  /** Puts all that are shown in an order; without one, in the capture's. */
  sort(order: Uint32Array | undefined): void {
    this.sorted = order;
  }

  /** Their indexes from the `first` that is shown on; fewer where there are no more. */
  indexes(first: number, count: number): readonly number[] {
    if (this.listed) return Array.from(this.listed.subarray(first, first + count));
    const length = Math.max(0, Math.min(this.packets.columns.count, first + count) - first);
    return Array.from({ length }, (_, i) => first + i);
  }

  /** Takes the place of the filter before, once it has come to its end. */
  async filter(expression: string, options: WorkOptions): Promise<FilterAnswer> {
    const reading = filterOf(expression, this.words);
    if ("problem" in reading) return reading;
    try {
      // what is not filtered grows while the capture is indexed
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
