/**
 * Packets that are marked by hand, as a page keeps them: for each stretch of them how many numbers lie between it and the one before,
 * and how many packets it has.
 */
export type MarkedSpans = readonly number[];

/** More stretches than that are not kept: what a page remembers is small. */
export const mostSpans = 1000;

/** What was kept, as far as it makes sense. */
export function readMarkedSpans(kept: unknown): MarkedSpans {
  if (!Array.isArray(kept) || kept.length % 2 !== 0 || kept.length > 2 * mostSpans) return [];
  return kept.every((each) => Number.isSafeInteger(each) && each >= 0) ? kept : [];
}
