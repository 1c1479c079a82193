import { contentStart, digitValue, endOfDigits, firstSign } from "./digits";
import { type Bytes, BytesInProgress, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import { mostRows } from "./limits";
import type { Region } from "./region";

/**
 * Rows as OpenVMS prints them: words from right to left, so that each reads as a number, and behind them the offset and the same bytes as
 * text from left to right: `54000045    0000    E..T` by TCPIPtrace, `54000045 E..T 000000` by DUMP.
 */

interface ReversedRow {
  readonly offset: number;
  /** Where each byte stands, in the order of the bytes. */
  readonly columns: readonly number[];
}

const longestLine = 200;
const widestRow = 32;

export function reversedRegion(lines: Lines, line: number): Region | undefined {
  if (!rowAt(lines, line)) return undefined;
  let first = line;
  while (line - first < mostRows && goesOn(lines, first - 1)) first -= 1;
  let last = line;
  while (last - line < mostRows && goesOn(lines, last)) last += 1;
  return { first, last };
}

/** Whether the row below goes on with the bytes that follow. */
function goesOn(lines: Lines, line: number): boolean {
  const [row, below] = [rowAt(lines, line), rowAt(lines, line + 1)];
  return row !== undefined && below !== undefined && below.offset === row.offset + row.columns.length;
}

export function reversedBytes(lines: Lines, { first, last }: Region): Bytes {
  const into = new BytesInProgress();
  for (let line = first; line <= last; line += 1) {
    const text = lines.at(line);
    for (const column of rowAt(lines, line)!.columns) into.add(valueAt(text, column), line, column, 2);
  }
  return into.done();
}

const rowAt = oncePerLine((lines, line): ReversedRow | undefined => {
  if (line < 0 || line >= lines.count) return undefined;
  const text = lines.at(line);
  if (otherBeginning.test(firstSign(text))) return undefined;
  const start = firstDigit(text);
  if (start === text.length || text.length > longestLine) return undefined;
  const words = wordsFrom(text, start);
  // the offset may be as long as a word, and so have been taken for one
  return rowOf(text, words) ?? rowOf(text, words.slice(0, -1));
});

function rowOf(text: string, words: readonly Word[]): ReversedRow | undefined {
  const end = words.at(-1)?.end ?? 0;
  offsetFirst.lastIndex = end;
  offsetLast.lastIndex = end;
  const match = end > 0 ? (offsetFirst.exec(text) ?? offsetLast.exec(text)) : undefined;
  if (!match || match.index < end) return undefined;
  const columns = words.flatMap(({ start, end }) => Array.from({ length: (end - start) / 2 }, (_, i) => start + i * 2)).reverse();
  if (columns.length > widestRow) return undefined;
  const isFirst = match.index === end;
  const gapAt = isFirst ? match.index + match[0].trimEnd().length : end;
  // the text may begin with spaces of its own
  for (let at = isFirst ? offsetFirst.lastIndex : end + 1; at > gapAt; at -= 1)
    if (columns.every((column, i) => shows(text[at + i], valueAt(text, column))))
      return { offset: Number.parseInt(match[1], 16), columns };
  return undefined;
}

const otherBeginning = /[G-Z]/i;
const offsetFirst = / {2,8}([0-9A-F]{4,8}) {2,8}(?=\S)/iy;
const offsetLast = / {1,40}([0-9A-F]{6,8})\s*$/gi;

/** The first digit of a row: in the last one, bars may stand for words that are missing. */
function firstDigit(text: string): number {
  let at = contentStart(text);
  while (text[at] === " " || text[at] === "|") at += 1;
  return at;
}

interface Word {
  readonly start: number;
  readonly end: number;
}

/** Words of one size. Only the packet's last word, which stands first in its row, may have fewer bytes. */
function wordsFrom(text: string, from: number): Word[] {
  const words: Word[] = [];
  for (let start = from, size = 0; ; ) {
    const end = endOfDigits(text, start);
    const digits = end - start;
    const isOther = words.length === 1 ? digits < size : words.length > 1 && digits !== size;
    if (digits === 0 || digits % 2 !== 0 || digits > longestWord || isOther) return words;
    words.push({ start, end });
    size = digits;
    start = end;
    while (text[start] === " " || text[start] === "|") start += 1;
  }
}

const longestWord = 8;

const valueAt = (text: string, column: number): number =>
  (digitValue(text.charCodeAt(column)) << 4) | digitValue(text.charCodeAt(column + 1));

const letter = /[0-9a-z]/i;

/** Whether a sign may stand for a byte in a row's text: for a byte that cannot be printed, any sign but a letter or digit. */
const shows = (sign: string | undefined, byte: number): boolean =>
  sign !== undefined && (byte > space && byte < del ? sign.charCodeAt(0) === byte : !letter.test(sign));

const space = 0x20;
const del = 0x7f;
