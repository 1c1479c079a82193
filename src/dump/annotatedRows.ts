import { groupsRepeated } from "./asciiColumn";
import { contentStart, isHex, readGroups } from "./digits";
import { type Bytes, BytesInProgress, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import type { Region } from "./region";

/** A header taken apart, a few bytes on each line and beside them what they are: `00 3c → total length`, `TTL: 40 (64)`. */

const pair = "(?:0x)?(?:[0-9a-f]{2}){1,8}";
const mark = "[*_`'\"\\])}】」]{0,3}";
/** The offset may stand before the first of those that make a row. */
const offset = /(?:0x)?[0-9a-f]{2,8}[:：]\s+(?=[0-9a-f]{2})/iy;
/** Words stand behind the bytes, parted from them by more than a space. */
const before = new RegExp(
  `(${pair}(?:[\\s,]{1,2}${pair}){0,15})${mark}(?:(?:\\s{1,60}[-–—=|│]\\s|\\s*(?:[:：](?=\\s)|[：#;←→⇒(（]|<-|//|/\\*)).*[g-z\\u00a1-\\uffff]|\\s{1,60}[|│]\\s*$)`,
  "iy",
);
/** Or before them, with a colon; a remark in parentheses may follow. */
const behind = new RegExp(
  `([^:：=]{1,60}[:：=]\\s*${mark}\\s*)(${pair}(?:[\\s,]{1,2}${pair}){0,19})${mark}\\s*(?:$|[(（;←→]|<-|//|#)`,
  "iy",
);
const digits = /[0-9a-f]{2}/gi;
const longestLine = 300;
/** More lines are a log. */
const mostRows = 256;
/** Fewer lines are prose that mentions some bytes. */
const fewestRows = 4;

interface AnnotatedRow {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly areBefore: boolean;
}

export function annotatedRegion(lines: Lines, line: number): Region | undefined {
  const row = annotatedRow(lines, line);
  if (!row) return undefined;
  const isSame = (other: number) => annotatedRow(lines, other)?.areBefore === row.areBefore;
  let first = line;
  while (first > 0 && line - first < mostRows && isSame(first - 1)) first -= 1;
  let last = line;
  while (last + 1 < lines.count && last - line < mostRows && isSame(last + 1)) last += 1;
  return last - first + 1 >= fewestRows ? { first, last } : undefined;
}

export function annotatedBytes(lines: Lines, { first, last }: Region): Bytes {
  const into = new BytesInProgress();
  for (let line = first; line <= last; line += 1) {
    const { text, from, to } = annotatedRow(lines, line)!;
    for (const match of text.slice(0, to).matchAll(digits)) {
      if (match.index >= from) into.add(Number.parseInt(match[0], 16), line, match.index, 2);
    }
  }
  return into.done();
}

const annotatedRow = oncePerLine((lines, line): AnnotatedRow | undefined => {
  const text = lines.at(line);
  if (text.length < 4 || text.length > longestLine) return undefined;
  const start = contentStart(text);
  if (isHex(text.charCodeAt(start)) && isHex(text.charCodeAt(start + 1))) {
    offset.lastIndex = start;
    const from = offset.test(text) ? offset.lastIndex : start;
    before.lastIndex = from;
    const match = before.exec(text);
    if (match && !isTextOf(text, from)) return { text, from, to: from + match[1].length, areBefore: true };
  }
  if (!mayBeBehind(text, start)) return undefined;
  behind.lastIndex = start;
  const match = behind.exec(text);
  if (!match) return undefined;
  const from = start + match[1].length;
  return { text, from, to: from + match[2].length, areBefore: false };
});

/** What stands behind the bytes are not words but the same bytes as text. */
const isTextOf = (text: string, from: number): boolean => groupsRepeated(text, readGroups(text, from), usualRow) > 0;

const usualRow = 16;
const signs = ":：=";
const farthest = 61;

/** A quick look: digits follow the first sign that may part words from bytes. */
function mayBeBehind(text: string, start: number): boolean {
  const last = Math.min(text.length, start + farthest);
  for (let at = start; at < last; at += 1) {
    if (!signs.includes(text[at])) continue;
    let next = at + 1;
    while (next < text.length && text.charCodeAt(next) <= 0x2a) next += 1;
    return (
      next >= text.length ||
      text.charCodeAt(next) > 0x7f ||
      isHex(text.charCodeAt(next)) ||
      text[next] === "`" ||
      text[next] === "]"
    );
  }
  return false;
}
