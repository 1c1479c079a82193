/**
 * Packets that are marked by hand, as a page keeps them: for each stretch of marked ones, how many packets lie between it and the stretch
 * before, and how many it has.
 */
export type MarkedSpans = readonly number[];

/** More stretches than these are not kept, since what a page remembers is to be small. */
export const mostSpans = 1000;

/** Reads what was kept, as far as it makes sense. */
export function readMarkedSpans(kept: unknown): MarkedSpans {
  if (!Array.isArray(kept) || kept.length % 2 !== 0 || kept.length > 2 * mostSpans) return [];
  return kept.every((each) => Number.isSafeInteger(each) && each >= 0) ? kept : [];
}
