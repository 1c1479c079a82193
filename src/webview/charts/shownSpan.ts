import type { TimeSpan } from "../../view/charts/chart";

/** In seconds: no packets are captured closer together than this. */
const shortest = 1e-8;

/** A span that is `times` shorter than `span`, in which `around` keeps its place; nothing if that would be the whole. */
export function zoomedSpan(span: TimeSpan, whole: TimeSpan, around: number, times: number): TimeSpan | undefined {
  const length = (span.to - span.from) / times;
  if (length < shortest) return span;
  const from = around - (around - span.from) / times;
  return within({ from, to: from + length }, whole);
}

/** A span of the same length, `by` seconds later, but not beyond the ends of the whole. */
export function movedSpan(span: TimeSpan, whole: TimeSpan, by: number): TimeSpan | undefined {
  return within({ from: span.from + by, to: span.to + by }, whole);
}

/** The span as it is if it contains a time, else moved so that the time is in its middle. */
export function spanWith(span: TimeSpan, whole: TimeSpan, time: number): TimeSpan | undefined {
  return time >= span.from && time <= span.to ? span : movedSpan(span, whole, time - (span.from + span.to) / 2);
}

function within({ from, to }: TimeSpan, whole: TimeSpan): TimeSpan | undefined {
  const length = to - from;
  if (length >= whole.to - whole.from) return undefined;
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
}
