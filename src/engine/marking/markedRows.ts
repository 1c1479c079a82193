import type { FlowRow } from "../../view/flow/flow";
import type { CapturedPackets } from "../capturedPackets";

/** Rows of a flow with a note on those that are marked by hand: a segment, or a run with a marked one in it. */
export function markedRows<Placed extends { readonly row: FlowRow }>(
  rows: readonly Placed[],
  { marked, columns }: Pick<CapturedPackets, "marked" | "columns">,
): readonly Placed[] {
  return rows.map((placed) => (isMarked(placed.row) ? { ...placed, row: { ...placed.row, isMarked: true } } : placed));

  function isMarked(row: FlowRow): boolean {
    if (row.kind === "silence") return false;
    if (row.kind === "segment") return marked.has(row.frame - 1);
    const stream = columns.stream(row.frame - 1);
    return marked.someBetween(row.frame - 1, row.lastFrame - 1, (index) => columns.stream(index) === stream);
  }
}
