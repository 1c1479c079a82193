import type { DrawnKind, Mark, TimeSpan } from "./chart";

/** What a chart is drawn of: a span of time, and everything that it shows there. */
export interface Charted {
  readonly kind: DrawnKind;
  /** From the first packet to the last, and what is shown of that. */
  readonly whole: TimeSpan;
  readonly span: TimeSpan;
  /** Until when the last values hold. */
  readonly end: number;
  /** Whose packets it is about, beside the chart and in the title of a picture. */
  readonly subject: string;
  readonly title: string;
  /** What the span shows, summed up in a sentence. */
  readonly about: string;
  /** All of it, in the order of the capture. */
  marks(mark: Mark): void;
  /** The number of its packet `i`. */
  frame(i: number): number;
}
