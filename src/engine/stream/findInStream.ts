import type { End } from "../../connections/wireSegment";
import type { StreamContent } from "../../view/stream/streamContent";
import type { StreamRows } from "../../view/stream/streamRows";
import type { BytePattern } from "../search/bytePattern";

/** The rows in which one of the patterns begins, rising. Its bytes may come from several packets, but none of them may be missing. */
export function rowsWith(patterns: readonly BytePattern[], rows: StreamRows, content: StreamContent): number[] {
  const matches = [0, 1].map((from) => patterns.map((pattern) => new Matches(pattern, content, from as End)));
  const found: number[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const { from, start, end } = rows.extent(row);
    if (matches[from].some((each) => each.nextFrom(start) < end)) found.push(row);
  }
  return found;
}

/** Where a pattern occurs in the bytes of one end; it is asked for from rising places. */
class Matches {
  private next = -1;
  private readonly bytes: Uint8Array;
  /** Where bytes are missing: those before and behind do not belong together. */
  private readonly gaps: readonly number[];

  constructor(
    private readonly pattern: BytePattern,
    content: StreamContent,
    from: End,
  ) {
    this.bytes = content.bytes[from];
    this.gaps = content.pieces.filter((piece) => piece.from === from && piece.missing > 0).map(({ start }) => start);
  }

  nextFrom(place: number): number {
    while (this.next < place || this.isTorn(this.next)) {
      const next = this.pattern.indexIn(this.bytes, Math.max(place, this.next + 1));
      this.next = next < 0 ? Number.POSITIVE_INFINITY : next;
    }
    return this.next;
  }

  private isTorn(at: number): boolean {
    return this.gaps.some((gap) => gap > at && gap < at + this.pattern.length);
  }
}
