import type { TimeSpan } from "../../view/charts/chart";

/** In seconds: nothing that was captured lies closer together. */
const shortest = 1e-8;

/** A part of `span` that is so many times as short, in which `around` keeps its place; nothing where that would be the whole. */
export function zoomedSpan(span: TimeSpan, whole: TimeSpan, around: number, times: number): TimeSpan | undefined {
  const length = (span.to - span.from) / times;
  if (length < shortest) return span;
  const from = around - (around - span.from) / times;
  return within({ from, to: from + length }, whole);
}

/** The same length so many seconds later, but not beyond the ends of the whole. */
export function movedSpan(span: TimeSpan, whole: TimeSpan, by: number): TimeSpan | undefined {
  return within({ from: span.from + by, to: span.to + by }, whole);
}

/** As it is where it shows a time, else moved to have it in its middle. */
export function spanWith(span: TimeSpan, whole: TimeSpan, time: number): TimeSpan | undefined {
  return time >= span.from && time <= span.to ? span : movedSpan(span, whole, time - (span.from + span.to) / 2);
}

function within({ from, to }: TimeSpan, whole: TimeSpan): TimeSpan | undefined {
  const length = to - from;
  if (length >= whole.to - whole.from) return undefined;
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
}
