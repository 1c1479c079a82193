import type { CaptureSummary } from "../engine/contract/reading";
import type { Listed } from "../view/onScreen/editorState";
import { sizesOfList } from "./rows/listScroll";

const tabs = 28;
const leastRows = 4;

/** Pixels for all rows of a list, and a little more. No limit for a list that still grows, or for a view without such rows. */
export function enoughForList(summary: CaptureSummary | undefined, listed: Listed, rowHeight: number): number {
  if (!summary?.complete || listed === "overTime" || listed === "trouble") return Number.POSITIVE_INFINITY;
  return tabs + sizesOfList.head + (Math.max(summary[listed], leastRows) + 1) * rowHeight;
}
