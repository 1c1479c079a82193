import { contentStart, endOfDigits } from "./digits";
import { valueOfEscape } from "./escapedStrings";

/** A line of numbers in another base than sixteen, or of letters in cells. */

export interface Base {
  readonly radix: 2 | 8 | 10;
  /** Bytes in each number; with two it is a word. */
  readonly size: 1 | 2;
  readonly number: RegExp;
  readonly most: number;
  /** The letters of `od -c`, each in a cell, with octal numbers for bytes that are no letters. */
  readonly isText?: true;
}

export const bases: readonly Base[] = [
  { radix: 2, size: 1, number: /^[01]{8}$/, most: 0xff },
  { radix: 8, size: 2, number: /^[01][0-7]{5}$/, most: 0xffff },
  { radix: 8, size: 1, number: /^[0-3][0-7]{2}$/, most: 0xff },
  { radix: 10, size: 1, number: /^\d{1,3}$/, most: 0xff },
  { radix: 10, size: 2, number: /^\d{1,5}$/, most: 0xffff },
  { radix: 8, size: 1, number: /^(?:[ -~]|\\[0abtnvfr\\]|[0-3][0-7]{2})$/, most: 0xff, isText: true },
];
const letters = bases[bases.length - 1];

export interface NumberAt {
  readonly digits: string;
  readonly column: number;
  /** In signs, if a gap stands between its digits. */
  readonly width?: number;
}

export interface NumberRow {
  readonly label: string | undefined;
  readonly numbers: readonly NumberAt[];
  /** The cells of four signs each, if this may be a row of letters. */
  readonly cells: readonly NumberAt[];
  /** The bases in which all of its numbers may be written. */
  readonly bases: readonly Base[];
}

/** A packet of Ethernet takes twelve thousand signs when it is written in bits. */
const longestLine = 14_000;
const widestGap = 8;

/** How many bytes a row has in a base. */
export const sizeOf = ({ numbers, cells }: NumberRow, base: Base) => (base.isText ? cells.length : numbers.length * base.size);

export const space = 0x20;

export function valueOfCell(cell: string): number {
  if (cell.length === 1) return cell.charCodeAt(0);
  return cell[0] === "\\" ? valueOfEscape[cell[1]] : Number.parseInt(cell, 8);
}

const opening = "[(";

const dressingSigns = "<>;[|│\u3000\u00a0";

/** A quick test: most lines begin with a letter. */
function mayBeRow(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) return true;
    if (code > 0x39 && !dressingSigns.includes(text[at])) return false;
  }
  return false;
}

export function numberRowIn(text: string): NumberRow | undefined {
  if (text.length > longestLine || !mayBeRow(text)) return undefined;
  let at = contentStart(text);
  while (opening.includes(text[at] ?? " ") && at < text.length) at += 1;
  while (text[at] === " ") at += 1;
  const first = endOfDigits(text, at);
  if (first === at || text.charCodeAt(at) > 0x39) return undefined;
  const start = at;
  const label = labelAt(text, at, first);
  if (label !== undefined) at = text[first] === ":" ? first + 1 : first;
  const numbers: NumberAt[] = [];
  for (;;) {
    const from = at;
    while (at < text.length && at - from < widestGap && (text[at] === " " || text[at] === "\t")) at += 1;
    // behind bits and two spaces their text follows
    const isText = numbers[0]?.digits.length === 8 && at - from > 1;
    if (isBar(text, at) && areBits(numbers)) at = behindBar(text, at);
    const end = endOfNumber(text, at);
    if (end === at || isText || (numbers.length > 0 && at === from)) {
      at = from;
      break;
    }
    addNumbers(numbers, text, at, end);
    at = end;
  }
  pairNibbles(numbers, text);
  const cells = label !== undefined ? cellsIn(text, start + label.length) : [];
  const areNumbers = numbers.length > 0 && endsRow(text, at, label !== undefined);
  const possible = bases.filter(({ number, radix, most, isText }) =>
    isText
      ? cells.length > 0
      : areNumbers && numbers.every(({ digits }) => number.test(digits) && Number.parseInt(digits, radix) <= most),
  );
  return possible.length > 0 ? { label, numbers: areNumbers ? numbers : [], cells, bases: possible } : undefined;
}

/** A table may have the bits of each byte or half byte in a cell. */
const isBar = (text: string, at: number): boolean => text[at] === "|" || text[at] === "│";
const areBits = (numbers: readonly NumberAt[]): boolean =>
  numbers.length > 0 && numbers.every(({ digits }) => (digits.length === 8 || digits.length === 4) && onlyBits.test(digits));

function behindBar(text: string, at: number): number {
  let next = at + 1;
  while (text[next] === " ") next += 1;
  return next;
}

const bitsOfByte = 8;

/** A long run of bits is split into bytes. */
function addNumbers(numbers: NumberAt[], text: string, from: number, end: number): void {
  const length = end - from;
  const isRun = length > bitsOfByte && length % bitsOfByte === 0 && onlyBits.test(text.slice(from, end));
  for (let at = from; at < end; at += isRun ? bitsOfByte : length)
    numbers.push({ digits: text.slice(at, isRun ? at + bitsOfByte : end), column: at });
}

const onlyBits = /^[01]+$/;
const nibble = /^[01]{4}$/;

/** Joins `0100 0101` to one byte, if all numbers of the row are half bytes. */
function pairNibbles(numbers: NumberAt[], text: string): void {
  if (numbers.length < 2 || numbers.length % 2 !== 0 || !numbers.every(({ digits }) => nibble.test(digits))) return;
  const pairs = numbers.filter((_, i) => i % 2 === 0);
  const seconds = numbers.filter((_, i) => i % 2 === 1);
  numbers.length = 0;
  for (const [i, { column }] of pairs.entries()) {
    const end = seconds[i].column + seconds[i].digits.length;
    numbers.push({ digits: text.slice(column, end).replace(/\s+/g, ""), column, width: end - column });
  }
}

const widthOfCell = 4;

/** The cells of `od -c`: each has a letter, an escape or three octal digits, aligned to the right. */
function cellsIn(text: string, from: number): NumberAt[] {
  const cells: NumberAt[] = [];
  for (let at = from; at < text.length; at += widthOfCell) {
    const cell = text.slice(at, at + widthOfCell);
    if (cell.trim() === "" && text.slice(at).trim() === "") break;
    const sign = cell.trim() === "" ? " " : cell.trimStart();
    if (cell.length < widthOfCell || cell[0] !== " " || !letters.number.test(sign)) return [];
    cells.push({ digits: sign, column: at + widthOfCell - sign.length });
  }
  return cells;
}

function endOfNumber(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at += 1;
  return at;
}

/** An offset of six to eight digits, unless it is the first of several numbers that are equally long. */
function labelAt(text: string, from: number, end: number): string | undefined {
  const length = end - from;
  if (length < 6 || length > 8) return undefined;
  const digits = text.slice(from, end);
  if (text[end] === ":" || length === 7) return digits;
  const next = /^\s+(\d+)(?!\S)/.exec(text.slice(end, end + 20));
  if (!next) return undefined;
  return next[1].length !== length || text.slice(end).trim().split(/\s+/, 9).length === 8 ? digits : undefined;
}

/** Whether a row may end here: text may follow the numbers of a row with an offset; without one, only what closes a list. */
function endsRow(text: string, at: number, hasLabel: boolean): boolean {
  const rest = text.slice(at).trim();
  return hasLabel ? at >= text.length || " \t>|".includes(text[at]) || rest === "" : /^[\]),.;|│]{0,3}$/.test(rest);
}
