import type { Lines } from "../dump/dump";
import { asPageShows } from "./pageText";

/** The lines around a place as one text, so that what a mail program wrapped is together again. */
export interface Passage {
  readonly text: string;
  /** Where the pointed place is in it; -1 when it is in the margin. */
  readonly at: number;
  /** Where the pointed line begins and ends in it, and at which of its columns it begins there. */
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly column: number;
}

/** So many lines above and below belong to it at most. */
const reach = 4;
/** Of a longer line only what is near the pointer is read. */
const longestLine = 2400;
/** What quotes and comments put before a line. */
const margin = /[ \t]*(?:(?:>|\/\/|\*(?!\*)|#)[ \t]?)*/y;
/** A row of a hex dump: an offset, and after a gap pairs of hex digits. What is beside them is not read as words. */
const hexRow = /^[ \t>*/#-]*(?:0x)?[0-9a-f]{4,8}(?::|[ \t]{2})[ \t]*[【[{‹<*`]*(?:[0-9a-f]{2}){1,8}(?![\w.:])/i;

export const isHexRow = (text: string) => hexRow.test(text);

export function readPassage(lines: Lines, line: number, column: number): Passage {
  const own = lines.at(line);
  const clipped = Math.max(0, own.length > longestLine ? column - longestLine / 2 : 0);
  const skipped = clipped > 0 ? clipped : marginLength(own);
  const ownText = asPageShows(own.slice(skipped, clipped > 0 ? column + longestLine / 2 : longestLine));
  const above = own.length > longestLine ? [] : neighbours(lines, line, -1).reverse();
  const below = own.length > longestLine ? [] : neighbours(lines, line, 1);
  const lineStart = above.reduce((length, text) => length + text.length + 1, 0);
  return {
    text: [...above, ownText, ...below].join("\n"),
    at: column < skipped ? -1 : lineStart + column - skipped,
    lineStart,
    lineEnd: lineStart + ownText.length,
    column: skipped,
  };
}

/** The columns of a part of the passage, as far as it is in the pointed line. */
export function columnsOf(passage: Passage, start: number, end: number): { startColumn: number; endColumn: number } {
  const columnAt = (at: number) =>
    Math.min(Math.max(at, passage.lineStart), passage.lineEnd) - passage.lineStart + passage.column;
  return { startColumn: columnAt(start), endColumn: columnAt(end) };
}

function neighbours(lines: Lines, line: number, step: 1 | -1): string[] {
  const found: string[] = [];
  for (let at = line + step; at >= 0 && at < lines.count && found.length < reach; at += step) {
    const text = lines.at(at);
    if (text.length > longestLine || isHexRow(text)) break;
    const inside = asPageShows(text.slice(marginLength(text)));
    if (inside.trim() === "") break;
    found.push(inside);
  }
  return found;
}

function marginLength(text: string): number {
  margin.lastIndex = 0;
  return margin.exec(text)?.[0].length ?? 0;
}
