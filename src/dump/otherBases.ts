import { contentStart, endOfDigits } from "./digits";
import { type Bytes, BytesInProgress, type Lines, part } from "./dump";
import { oncePerLine } from "./eachLine";
import type { Region } from "./region";

/**
 * Bytes in another base than sixteen: octal words and bytes of od and hexdump, decimal ones (`od -t u1`, numpy's arrays), and the
 * bits of `xxd -b` and of those who teach.
 */

interface Base {
  readonly radix: 2 | 8 | 10;
  /** Bytes in each number; a machine's words are little-endian here. */
  readonly size: 1 | 2;
  readonly number: RegExp;
  readonly most: number;
}

export const bases: readonly Base[] = [
  { radix: 2, size: 1, number: /^[01]{8}$/, most: 0xff },
  { radix: 8, size: 2, number: /^[01][0-7]{5}$/, most: 0xffff },
  { radix: 8, size: 1, number: /^[0-3][0-7]{2}$/, most: 0xff },
  { radix: 10, size: 1, number: /^\d{1,3}$/, most: 0xff },
  { radix: 10, size: 2, number: /^\d{1,5}$/, most: 0xffff },
];

interface NumberAt {
  readonly digits: string;
  readonly column: number;
}

interface Row {
  readonly label: string | undefined;
  readonly numbers: readonly NumberAt[];
  /** Those bases in which each of its numbers may be. */
  readonly bases: readonly Base[];
}

const longestLine = 400;
/** A packet's bytes, six in a row. */
const mostRows = 1600;
const fewest = 4;
/** Decimal numbers without an offset may be anything. */
const fewestUnlabelled = 8;
const widestGap = 8;
/** Rows that are the same as the one above. */
const star = /^\W*\*\s*$/;

export function otherBaseRegion(lines: Lines, line: number): Region | undefined {
  const anchor = [line, line - 1].find((near) => fullRow(lines, near));
  if (anchor === undefined) return undefined;
  let first = anchor;
  while (anchor - first < mostRows && !isZero(lines, first)) {
    const above = nextFull(lines, first, -1);
    if (above === undefined) break;
    first = above;
  }
  let last = anchor;
  while (last - anchor < mostRows) {
    const below = nextFull(lines, last, 1);
    if (below === undefined || isZero(lines, below)) break;
    last = below;
  }
  if (shortRow(lines, last + 1)) last += 1;
  return line <= last ? { first, last } : undefined;
}

/** The bytes of a region, if all its numbers may be in this base. */
export function bytesInBase(lines: Lines, { first, last }: Region, base: Base, isSwapped: boolean): Bytes | undefined {
  const into = new BytesInProgress();
  const start = fullRow(lines, first)!;
  const labels = labelRadix(start, fullRow(lines, first + 1), base);
  for (let line = first; line <= last; line += 1) {
    const row = fullRow(lines, line) ?? shortRow(lines, line);
    if (!row) {
      repeatAbove(lines, line, labels, base, into);
      continue;
    }
    if (!row.bases.includes(base)) return abandoned(into);
    for (const { digits, column } of row.numbers) {
      const value = Number.parseInt(digits, base.radix);
      const [high, low] = [value >> 8, value & 0xff];
      const ordered = base.size === 1 ? [low] : isSwapped ? [low, high] : [high, low];
      for (const byte of ordered) into.add(byte, line, column, digits.length);
    }
  }
  const whole = into.done();
  const total = totalBelow(lines, last, labels, start);
  return total !== undefined && total < whole.bytes.length ? part(whole, 0, total) : whole;
}

function abandoned(into: BytesInProgress): undefined {
  into.done();
}

/** An offset counts in eight with od, in ten with its `-A d`, and in sixteen with the others: the rows tell. */
function labelRadix(start: Row, next: Row | undefined, base: Base): number {
  const size = start.numbers.length * base.size;
  const step = (radix: number) => Number.parseInt(next?.label ?? "", radix) - Number.parseInt(start.label ?? "", radix);
  return [8, 10, 16].find((radix) => step(radix) === size) ?? (base.radix === 8 ? 8 : 16);
}

function repeatAbove(lines: Lines, line: number, labels: number, base: Base, into: BytesInProgress): void {
  const above = fullRow(lines, line - 1);
  const below = fullRow(lines, line + 1);
  if (!above?.label || !below?.label) return;
  const size = above.numbers.length * base.size;
  const missing = Number.parseInt(below.label, labels) - Number.parseInt(above.label, labels) - size;
  const column = lines.at(line).indexOf("*");
  const from = into.length - size;
  for (let i = 0; i < Math.min(missing, longestRepeat); i += 1) into.add(into.at(from + (i % size)), line, column, 1);
}

const longestRepeat = 0x10000;

/** od and hexdump end with the length alone: a word may hold a byte more. */
function totalBelow(lines: Lines, last: number, labels: number, start: Row): number | undefined {
  if (start.label === undefined || last + 1 >= lines.count) return undefined;
  const text = lines.at(last + 1);
  const from = contentStart(text);
  const end = endOfDigits(text, from);
  if (end - from !== start.label.length || text.slice(end).trim() !== "") return undefined;
  return Number.parseInt(text.slice(from, end), labels) - Number.parseInt(start.label, labels);
}

const isZero = (lines: Lines, line: number) => /^0+$/.test(fullRow(lines, line)?.label ?? "");

/** The row above or below another, perhaps with a star between. */
function nextFull(lines: Lines, line: number, step: -1 | 1): number | undefined {
  const hasLabel = fullRow(lines, line)!.label !== undefined;
  for (const other of [line + step, line + 2 * step]) {
    const row = fullRow(lines, other);
    if (row) return (row.label !== undefined) === hasLabel ? other : undefined;
    if (other < 0 || other >= lines.count || !hasLabel || !star.test(lines.at(other))) return undefined;
  }
  return undefined;
}

const fullRow = oncePerLine((lines, line): Row | undefined => {
  if (line < 0 || line >= lines.count) return undefined;
  const row = rowIn(lines.at(line));
  if (!row) return undefined;
  const enough = row.label !== undefined || row.bases[0].radix === 2 ? fewest : fewestUnlabelled;
  return row.numbers.length >= enough ? row : undefined;
});

/** The last row may have a single number. */
const shortRow = oncePerLine((lines, line): Row | undefined => {
  const above = line > 0 && line < lines.count && !fullRow(lines, line) ? fullRow(lines, line - 1) : undefined;
  const row = above && rowIn(lines.at(line));
  return row && (row.label !== undefined) === (above.label !== undefined) ? row : undefined;
});

const opening = "[(";

const dressingSigns = "<>;[|│\u3000\u00a0";

/** A quick look: most lines begin with a letter. */
function mayBeRow(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) return true;
    if (code > 0x39 && !dressingSigns.includes(text[at])) return false;
  }
  return false;
}

function rowIn(text: string): Row | undefined {
  if (text.length > longestLine || !mayBeRow(text)) return undefined;
  let at = contentStart(text);
  while (opening.includes(text[at] ?? " ") && at < text.length) at += 1;
  while (text[at] === " ") at += 1;
  const first = endOfDigits(text, at);
  if (first === at || text.charCodeAt(at) > 0x39) return undefined;
  const label = labelAt(text, at, first);
  if (label !== undefined) at = text[first] === ":" ? first + 1 : first;
  const numbers: NumberAt[] = [];
  for (;;) {
    const from = at;
    while (at < text.length && at - from < widestGap && (text[at] === " " || text[at] === "\t")) at += 1;
    const end = endOfNumber(text, at);
    // behind bits stands their text, parted by two spaces
    const isText = numbers[0]?.digits.length === 8 && at - from > 1;
    if (end === at || isText || (numbers.length > 0 && at === from)) {
      at = from;
      break;
    }
    numbers.push({ digits: text.slice(at, end), column: at });
    at = end;
  }
  if (numbers.length === 0 || !endsRow(text, at, label !== undefined)) return undefined;
  const possible = bases.filter(({ number, radix, most }) =>
    numbers.every(({ digits }) => number.test(digits) && Number.parseInt(digits, radix) <= most),
  );
  return possible.length > 0 ? { label, numbers, bases: possible } : undefined;
}

function endOfNumber(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at += 1;
  return at;
}

/** Six to eight digits, unless they are the first of numbers as long as they are. */
function labelAt(text: string, from: number, end: number): string | undefined {
  const length = end - from;
  if (length < 6 || length > 8) return undefined;
  const digits = text.slice(from, end);
  if (text[end] === ":" || length === 7) return digits;
  const next = /^\s+(\d+)(?!\S)/.exec(text.slice(end, end + 20));
  if (!next) return undefined;
  return next[1].length !== length || text.slice(end).trim().split(/\s+/, 9).length === 8 ? digits : undefined;
}

/** Text may stand behind the numbers of a row with an offset; without one, nothing but what closes a list. */
function endsRow(text: string, at: number, hasLabel: boolean): boolean {
  const rest = text.slice(at).trim();
  return hasLabel ? at >= text.length || " \t>|".includes(text[at]) || rest === "" : /^[\]),.;]{0,3}$/.test(rest);
}
