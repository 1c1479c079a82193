import { contentStart, endOfDigits, isHex } from "./digits";
import { BytesInProgress, type BytesInRows, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import { mostRows } from "./limits";
import type { Region } from "./region";

/**
 * Bytes without leading zeros, as `%x` prints them: `45 0 0 3c`, `[45, 0, 0, 3c]`, `45:0:0:3c`; and those of a signed type, whose sign C
 * extends: `45 0 ffffffc0 ffffffa8`.
 */

interface UnpaddedRow {
  /** Where each byte stands, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly beginsHere: boolean;
  readonly endsHere: boolean;
}

const run = /(?<![\w.,:-]|[\w,:] )(?:(?:f{6})?[0-9a-f]{1,2}(?:\s{0,2}[,:]\s{0,2}|\s{1,3}|$|(?=[\]})"'`|]))){4,}/gi;
/** Bytes within a sentence, at least as many as a header has. */
const runInSentence = /(?<=[^\W\d_]\s)(?:(?:f{6})?[0-9a-f]{1,2}\s{1,3}){20,}/gi;
const shortRow = /((?:(?:f{6})?[0-9a-f]{1,2}[\s,:]{0,3}){1,4})([\]})"'`|;,\s]*)$/iy;
const fewestInText = 20;
const fewestInRow = 4;
const longestLine = 100_000;
const opening = /^[\s[{(]*$/;
const closing = /^[\s,|]*$/;

export function unpaddedRegion(lines: Lines, line: number): Region | undefined {
  const row = unpaddedRow(lines, line);
  if (!row) return undefined;
  let first = line;
  for (let { beginsHere } = row; !beginsHere && first > 0 && line - first < mostRows; first -= 1) {
    const above = unpaddedRow(lines, first - 1);
    if (!above || above.endsHere) break;
    beginsHere = above.beginsHere;
  }
  let last = line;
  for (let { endsHere } = row; !endsHere && last + 1 < lines.count && last - line < mostRows; last += 1) {
    const below = unpaddedRow(lines, last + 1);
    if (!below || below.beginsHere) break;
    endsHere = below.endsHere;
  }
  return { first, last };
}

export function unpaddedBytes(lines: Lines, { first, last }: Region): BytesInRows {
  const into = new BytesInProgress();
  const rowEnds: number[] = [];
  for (let line = first; line <= last; line += 1) {
    const row = unpaddedRow(lines, line);
    const text = lines.at(line);
    row?.starts.forEach((start, i) => {
      into.add(Number.parseInt(text.slice(Math.max(start, row.ends[i] - 2), row.ends[i]), 16), line, start, row.ends[i] - start);
    });
    rowEnds.push(into.length);
  }
  return { whole: into.done(), ends: rowEnds };
}

const unpaddedRow = oncePerLine((lines, line): UnpaddedRow | undefined => {
  const text = lines.at(line);
  if (text.length > longestLine || !(hasSign(text) || beginsAsRow(text))) return undefined;
  const row = rowIn(text) ?? (line > 0 && rowIn(lines.at(line - 1)) ? lastRowIn(text) : undefined);
  return row ?? (text.length >= shortestSentence ? inSentence(text) : undefined);
});

function rowIn(text: string): UnpaddedRow | undefined {
  const start = contentStart(text);
  run.lastIndex = start;
  for (let match = run.exec(text), runs = 0; match && runs < 4; match = run.exec(text), runs += 1) {
    const { starts, ends } = digitsIn(text, match.index, match.index + match[0].length);
    const beginsHere = !opening.test(text.slice(start, match.index)) || text[match.index - 1] === "[";
    const endsHere = !closing.test(text.slice(match.index + match[0].length));
    if (starts.length >= (beginsHere && endsHere ? fewestInText : fewestInRow)) return { starts, ends, beginsHere, endsHere };
  }
  return undefined;
}

/** A word, and twenty digits with gaps between. */
const shortestSentence = 42;

function inSentence(text: string): UnpaddedRow | undefined {
  runInSentence.lastIndex = 0;
  const match = runInSentence.exec(text);
  return match ? { ...digitsIn(text, match.index, match.index + match[0].length), beginsHere: true, endsHere: true } : undefined;
}

/** The last row, which may be too short to be a row by itself. */
function lastRowIn(text: string): UnpaddedRow | undefined {
  const start = contentStart(text);
  shortRow.lastIndex = start;
  const match = shortRow.exec(text);
  return match ? { ...digitsIn(text, start, start + match[1].length), beginsHere: false, endsHere: match[2] !== "" } : undefined;
}

/** Whether a line has an extended sign, or two zeros by themselves: few rows of a packet have fewer, and hardly any other line has as many. */
function hasSign(text: string): boolean {
  let wasSeen = false;
  for (let at = text.indexOf("0", 1); at > 0; at = text.indexOf("0", at + 1)) {
    const isAlone = separators.includes(text[at - 1]) && at + 1 < text.length && separators.includes(text[at + 1]);
    if (isAlone && wasSeen) return true;
    wasSeen ||= isAlone;
  }
  return text.includes("ffffff") || text.includes("FFFFFF");
}

const separators = " ,:\u00a0";

/** Whether a line begins as a row does, for rows that happen to have no such bytes. */
function beginsAsRow(text: string): boolean {
  const start = contentStart(text);
  const end = endOfDigits(text, start);
  return (end > start && end <= start + 2 && isSeparator(text, end)) || text.startsWith("ffffff", start);
}

const isSeparator = (text: string, at: number): boolean => at === text.length || " ,\t\u00a0\u3000]})".includes(text[at]);

function digitsIn(text: string, from: number, to: number): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (!isHex(text.charCodeAt(at))) continue;
    starts.push(at);
    while (at < to && isHex(text.charCodeAt(at))) at += 1;
    ends.push(at);
  }
  return { starts, ends };
}
