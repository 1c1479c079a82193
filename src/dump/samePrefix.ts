import { contentStart } from "./digits";

/** The words that a log or a program writes before each row: they are the same, but for numbers and the width of gaps. */

const number = /[0-9a-f]*\d[0-9a-f]*/gi;
const gap = /[\s\u00a0\u3000]+/g;

/** The words of a line before a column, with one sign for each number and each gap. */
export const prefixOf = (text: string, column: number): string =>
  text.slice(contentStart(text), column).replace(number, "0").replace(gap, " ");

/** Where a line's words end that are the same as those of another line before a column; -1 if they are others. */
export function endOfSamePrefix(text: string, other: string, column: number): number {
  const pattern = prefixOf(other, column)
    .replace(/[^0\s\w]/g, "\\$&")
    .replaceAll("0", number.source)
    .replaceAll(" ", gap.source);
  const behind = new RegExp(pattern, "iy");
  behind.lastIndex = contentStart(text);
  return behind.test(text) ? behind.lastIndex : -1;
}
