import type { Mark, TimeSpan } from "./chart";
import { intervalOf } from "./throughputMarks";

/** How many segments of a span are sent again or out of order, by interval, and which is the first in each. */
export class DisorderCounts {
  private readonly interval: number;
  /** The number of the first interval. */
  private readonly number: number;
  private readonly counts: Uint32Array;
  private readonly firstSegments: Int32Array;

  constructor(private readonly span: TimeSpan) {
    this.interval = intervalOf(span);
    this.number = Math.floor(span.from / this.interval);
    this.counts = new Uint32Array(Math.floor(span.to / this.interval) - this.number + 1);
    this.firstSegments = new Int32Array(this.counts.length).fill(-1);
  }

  add(i: number, time: number): void {
    const { interval, number, counts, firstSegments, span } = this;
    if (time < span.from || time > span.to) return;
    const at = Math.floor(time / interval) - number;
    counts[at] += 1;
    if (firstSegments[at] < 0) firstSegments[at] = i;
  }

  /** Draws the counts; nothing if all are zero. */
  mark(mark: Mark): void {
    const { interval, number, counts, firstSegments, span } = this;
    if (counts.every((count) => count === 0)) return;
    for (const [at, count] of counts.entries())
      mark("disorder", firstSegments[at], Math.max(span.from, (number + at) * interval), count, count);
  }
}
