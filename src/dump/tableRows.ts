import { BytesInProgress, type BytesInRows, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import type { Region } from "./region";

/**
 * A table with a column of bytes or bits: Markdown's (`| 0 | 4500 | version |`, `| version | 0100 |`), or one in a frame drawn with signs.
 */

/** Where a cell has its bytes or bits; nothing if it has something else. */
type Cell = { readonly from: number; readonly to: number; readonly kind: "bytes" | "bits" | "either" } | undefined;

/** The cells of a row, or the rule between two rows. */
type TableLine = readonly Cell[] | "rule";

const mostRows = 256;
/** A single row is just a line with bars. */
const fewestRows = 2;
const longestLine = 4000;
const rule = /^[\s>]*[|+:=\u2500-\u257f-][\s|+:=\u2500-\u257f-]{4,}$/;
const bars = "|│";
/** Nothing but bytes, with marks around them; an explanation may follow. */
const cellOfBytes =
  /^[\s`*_'"]*(?:<code>)?((?:0x)?[0-9a-f]{2}(?:(?:[\s:,-]{0,2}(?:0x)?|\s?<br\s?\/?>\s?)[0-9a-f]{2}){0,1600})(?:<\/code>)?[\s`*_'".…]*(?:[(（=→].*)?$/i;
/** Bits, with marks around them: a field of a header need not have whole bytes. */
const cellOfBits = /^[\s`*_'"]*(?:<code>)?(?:0b)?([01](?:[\s_]?[01]){0,4000})(?:<\/code>)?[\s`*_'".…]*(?:[(（=→].*)?$/i;
const pair = /[0-9a-f]{2}/gi;

/** The rows of a table from the first below a rule on. */
export function tableRegion(lines: Lines, line: number): Region | undefined {
  if (!lineAt(lines, line)) return undefined;
  let first = line;
  while (line - first < mostRows && lineAt(lines, first - 1)) first -= 1;
  let last = line;
  while (last - line < mostRows && lineAt(lines, last + 1)) last += 1;
  while (first <= line && lineAt(lines, first) !== "rule") first += 1;
  while (first <= line && lineAt(lines, first) === "rule") first += 1;
  while (last > line && lineAt(lines, last) === "rule") last -= 1;
  return first <= line && lineAt(lines, line) !== "rule" ? { first, last } : undefined;
}

/** The bytes of each column that has some, and where each row ends in them; the column with most bytes first. */
export function tableColumns(lines: Lines, region: Region): BytesInRows[] {
  const found: BytesInRows[] = [];
  for (let column = 0; column < widthOf(lines, region); column += 1) {
    const rows = rowsOf(lines, region, column, "bytes");
    const inBits = rowsOf(lines, region, column, "bits");
    if (inBits.length >= Math.max(fewestRows, rows.length)) found.push(...bytesOfBits(lines, inBits));
    else if (rows.length >= fewestRows) found.push(bytesOf(lines, rows));
  }
  return found.sort((one, other) => other.whole.bytes.length - one.whole.bytes.length);
}

interface Row {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const widthOf = (lines: Lines, { first, last }: Region): number => {
  let width = 0;
  for (let line = first; line <= last; line += 1) {
    const row = lineAt(lines, line);
    if (row !== "rule" && row) width = Math.max(width, row.length);
  }
  return width;
};

/** The longest run of rows that have bytes, or bits, in this column. */
function rowsOf(lines: Lines, { first, last }: Region, column: number, kind: "bytes" | "bits"): Row[] {
  let most: Row[] = [];
  let rows: Row[] = [];
  for (let line = first; line <= last; line += 1) {
    const cells = lineAt(lines, line);
    if (cells === "rule") continue;
    const cell = cells?.[column];
    if (cell?.kind === kind || cell?.kind === "either") rows.push({ line, ...cell });
    else rows = [];
    if (rows.length > most.length) most = rows;
  }
  return most;
}

function bytesOf(lines: Lines, rows: readonly Row[]): BytesInRows {
  const into = new BytesInProgress();
  const ends: number[] = [];
  for (const { line, from, to } of rows) {
    for (const { index, 0: digits } of lines.at(line).slice(from, to).matchAll(pair))
      into.add(Number.parseInt(digits, 16), line, from + index, digits.length);
    ends.push(into.length);
  }
  return { whole: into.done(), ends };
}

/** A field may begin within a byte: each byte stands where its first bit does. Nothing if the bits do not fill whole bytes. */
function bytesOfBits(lines: Lines, rows: readonly Row[]): BytesInRows[] {
  const into = new BytesInProgress();
  const ends: number[] = [];
  let open: { readonly line: number; readonly column: number; readonly bits: string } | undefined;
  for (const { line, from, to } of rows) {
    const text = lines.at(line);
    for (let column = from; column < to; column += 1) {
      if (text[column] !== "0" && text[column] !== "1") continue;
      const start = open ?? { line, column, bits: "" };
      const bits = start.bits + text[column];
      if (bits.length === bitsOfByte)
        into.add(Number.parseInt(bits, 2), start.line, start.column, start.line === line ? column + 1 - start.column : 1);
      open = bits.length === bitsOfByte ? undefined : { ...start, bits };
    }
    ends.push(into.length);
  }
  const whole = into.done();
  return open ? [] : [{ whole, ends }];
}

const bitsOfByte = 8;

const lineAt = oncePerLine((lines, line): TableLine | undefined => {
  if (line < 0 || line >= lines.count) return undefined;
  const text = lines.at(line);
  if (text.length > longestLine) return undefined;
  const hasBars = text.includes("|") || text.includes("│");
  if (!hasBars && !text.includes("--") && !text.includes("──")) return undefined;
  if (rule.test(text)) return "rule";
  return hasBars ? cellsOf(text) : undefined;
});

function cellsOf(text: string): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !bars.includes(text[at])) continue;
    cells.push(cellAt(text, from, at));
    from = at + 1;
  }
  return cells.some((cell) => cell) ? cells : undefined;
}

function cellAt(text: string, from: number, to: number): Cell {
  const cell = text.slice(from, to);
  const bits = cellOfBits.exec(cell);
  const bytes = cellOfBytes.exec(cell);
  const match = bits ?? bytes;
  if (!match) return undefined;
  const start = from + match[0].indexOf(match[1]);
  return { from: start, to: start + match[1].length, kind: bits && bytes ? "either" : bits ? "bits" : "bytes" };
}
