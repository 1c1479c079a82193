import type { DrawnKind, Mark, TimeSpan } from "./chart";

/** What a chart is drawn from: a span of time, and everything to be shown in it. */
export interface Charted {
  readonly kind: DrawnKind;
  /** The time from the first packet to the last, and the part of it that is shown. */
  readonly whole: TimeSpan;
  readonly span: TimeSpan;
  /** The time up to which the last values hold. */
  readonly end: number;
  /** Whose packets it is about, beside the chart and in the title of a picture. */
  readonly subject: string;
  readonly title: string;
  /** What the span shows, summed up in a sentence. */
  readonly about: string;
  /** Calls back with all values, in the order of the capture. */
  marks(mark: Mark): void;
  /** The number of the packet `i` of what is charted. */
  frame(i: number): number;
}
