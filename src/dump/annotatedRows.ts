import { groupsRepeated } from "./asciiColumn";
import { contentStart, isHex, readGroups } from "./digits";
import { type Bytes, BytesInProgress, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import type { Region } from "./region";

/** A header taken apart, a few bytes on each line and beside them what they are: `00 3c → total length`, `TTL: 40 (64)`. */

const pair = "(?:0x|8'h|x\"(?=[0-9a-f]{2}))?(?:[0-9a-f]{2}){1,8}";
const mark = "[*_`'\"\\])}】」]{0,3}";
/** An offset that may stand before the bytes. */
const offset = /(?:0x)?[0-9a-f]{2,8}[:：]\s+(?=[0-9a-f]{2})/iy;
/** Bytes before their words, which more than a space parts from them. */
const before = new RegExp(
  `(${pair}(?:[\\s,]{1,2}${pair}){0,15})${mark}(?:(?:\\s{1,60}[-–—=|│]\\s|\\s{0,60}(?:=+[>》]|-+>|—+)|\\s*(?:[:：](?=\\s)|[：#;←→⇒(（]|<-|//|/\\*)).*[g-z\\u00a1-\\uffff]|\\s{0,60}(?://|/\\*|--|;)\\s*[0-9a-fx:\\[\\]().-]{1,20}\\s*(?:\\*/\\s*)?$|\\s{1,60}[|│]\\s*$)`,
  "iy",
);
/** The same with bars between the bytes; then one of a few signs must begin the words. */
const barred = new RegExp(`(${pair}(?:[\\s,|│]{1,3}${pair}){0,19})[\\s|│]{0,60}(?:<-|←|//|#|;).*[g-z\\u00a1-\\uffff]`, "iy");
const plain = new RegExp(`(${pair}(?:[\\s,|│]{1,3}${pair}){0,23})[\\s,|│]{0,60}$`, "iy");
/** Bytes behind their words and a colon; a remark in parentheses may follow. */
const behind = new RegExp(
  `([^:：=]{1,60}[:：=]\\s*${mark}\\s*)(${pair}(?:[\\s,]{1,2}${pair}){0,19})${mark}\\s*(?:$|[(（;←→]|<-|//|#)`,
  "iy",
);
const digits = /[0-9a-f]{2}/gi;
const longestLine = 300;
/** More lines are a log. */
const mostRows = 256;
/** Fewer lines than these are prose that mentions some bytes. At least so many have words; the others need none. */
const fewestRows = 4;
const fewestWithWords = 2;

/** Digits and gaps of sixteen bytes. A longer row without words has more than one field: it is the whole that the rows below take apart. */
const longestPlain = 47;

interface AnnotatedRow {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly areBefore: boolean;
}

export function annotatedRegion(lines: Lines, line: number): Region | undefined {
  const row = annotatedRow(lines, line) ?? plainRow(lines, line);
  if (!row) return undefined;
  const isSame = (other: number) => rowOf(lines, other, row.areBefore) !== undefined;
  let first = line;
  while (first > 0 && line - first < mostRows && isSame(first - 1)) first -= 1;
  let last = line;
  while (last + 1 < lines.count && last - line < mostRows && isSame(last + 1)) last += 1;
  if (last - first + 1 < fewestRows) return undefined;
  let explained = 0;
  for (let at = first; at <= last && explained < fewestWithWords; at += 1) if (annotatedRow(lines, at)) explained += 1;
  return explained === fewestWithWords ? { first, last } : undefined;
}

export function annotatedBytes(lines: Lines, { first, last }: Region): Bytes {
  const into = new BytesInProgress();
  const { areBefore } = (annotatedRow(lines, first) ?? plainRow(lines, first))!;
  for (let line = first; line <= last; line += 1) {
    const { text, from, to } = rowOf(lines, line, areBefore)!;
    for (const match of text.slice(0, to).matchAll(digits)) {
      if (match.index >= from) into.add(Number.parseInt(match[0], 16), line, match.index, 2);
    }
  }
  return into.done();
}

/** Between rows that have their words behind the bytes, some may have none. */
function rowOf(lines: Lines, line: number, areBefore: boolean): AnnotatedRow | undefined {
  const row = annotatedRow(lines, line);
  if (row) return row.areBefore === areBefore ? row : undefined;
  return areBefore ? plainRow(lines, line) : undefined;
}

const plainRow = oncePerLine((lines, line): AnnotatedRow | undefined => {
  const text = lines.at(line);
  if (text.length < 4 || text.length > longestLine) return undefined;
  const from = contentStart(text);
  if (!isHex(text.charCodeAt(from)) || !isHex(text.charCodeAt(from + 1))) return undefined;
  plain.lastIndex = from;
  const match = plain.exec(text);
  if (!match || (match[1].length > longestPlain && !/[|│]/.test(text))) return undefined;
  return { text, from, to: from + match[1].length, areBefore: true };
});

const annotatedRow = oncePerLine((lines, line): AnnotatedRow | undefined => {
  const text = lines.at(line);
  if (text.length < 4 || text.length > longestLine) return undefined;
  const start = contentStart(text);
  if (isHex(text.charCodeAt(start)) && isHex(text.charCodeAt(start + 1))) {
    offset.lastIndex = start;
    const from = offset.test(text) ? offset.lastIndex : start;
    before.lastIndex = from;
    barred.lastIndex = from;
    const match = barred.exec(text) ?? before.exec(text);
    if (match && !isTextOf(text, from)) return { text, from, to: from + match[1].length, areBefore: true };
  }
  if (!mayBeBehind(text, start)) return undefined;
  behind.lastIndex = start;
  const match = behind.exec(text);
  if (!match) return undefined;
  const from = start + match[1].length;
  return { text, from, to: from + match[2].length, areBefore: false };
});

/** What stands behind the bytes is no explanation but the same bytes as text. */
const isTextOf = (text: string, from: number): boolean => groupsRepeated(text, readGroups(text, from), usualRow) > 0;

const usualRow = 16;
const signs = ":：=";
const farthest = 61;

/** A quick test: whether digits follow the first sign that may part words from bytes. */
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
      text.startsWith('x"', next) ||
      text[next] === "`" ||
      text[next] === "]"
    );
  }
  return false;
}
