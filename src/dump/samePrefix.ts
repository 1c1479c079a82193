import { contentStart } from "./digits";

/** What a log or a program writes before each of its rows: the same, but for numbers and how wide the gaps are. */

const isDigit = (code: number) => code >= 48 && code <= 57;
const isSpace = (code: number) => code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000;

/** Where a line goes on behind what stands before a column of another; -1 where something else stands there. */
export function endOfSamePrefix(text: string, other: string, column: number): number {
  let at = contentStart(text);
  for (let i = contentStart(other); i < column; ) {
    const code = other.charCodeAt(i);
    const isOneOfMany = isDigit(code) ? isDigit : isSpace(code) ? isSpace : undefined;
    if (!isOneOfMany) {
      if (text.charCodeAt(at) !== code) return -1;
      i += 1;
      at += 1;
      continue;
    }
    const from = at;
    while (at < text.length && isOneOfMany(text.charCodeAt(at))) at += 1;
    if (at === from) return -1;
    while (i < column && isOneOfMany(other.charCodeAt(i))) i += 1;
  }
  return at;
}
