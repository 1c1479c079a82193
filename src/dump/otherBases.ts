import { contentStart, endOfDigits } from "./digits";
import { type Bytes, BytesInProgress, type Lines, part } from "./dump";
import { oncePerLine } from "./eachLine";
import { type Base, type NumberRow, numberRowIn, sizeOf, space, valueOfCell } from "./numberRows";
import type { Region } from "./region";

/**
 * Bytes in another base than sixteen: octal words and bytes of od and hexdump, decimal ones (`od -t u1`, numpy's arrays), the
 * bits of `xxd -b` and of textbooks, and the letters of `od -c`.
 */

/** Rows of a packet at most: enough for a frame of Ethernet. */
const mostRows = 1600;
const fewest = 4;
/** Decimal numbers without an offset may be anything. */
const fewestUnlabelled = 8;
/** A line that stands for rows equal to the one above. */
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
    if (!row.bases.includes(base)) return undefined;
    for (const { digits, column, width = digits.length } of base.isText ? row.cells : row.numbers) {
      const value = base.isText ? valueOfCell(digits) : Number.parseInt(digits, base.radix);
      const [high, low] = [value >> 8, value & 0xff];
      const ordered = base.size === 1 ? [low] : isSwapped ? [low, high] : [high, low];
      for (const byte of ordered) into.add(byte, line, column, width);
    }
    // a full row that ends with spaces, which were not taken for cells
    const { column } = row.cells.at(-1) ?? { column: 0 };
    if (base.isText && line < last)
      for (let i = row.cells.length; i < start.cells.length; i += 1) into.add(space, line, column, 1);
  }
  const whole = into.done();
  const total = totalBelow(lines, last, labels, start);
  return total !== undefined && total < whole.bytes.length ? part(whole, 0, total) : whole;
}

/** Offsets are octal in od, decimal with its `-A d`, and hexadecimal in other tools: the step from one row to the next tells. */
function labelRadix(start: NumberRow, next: NumberRow | undefined, base: Base): number {
  const size = sizeOf(start, base);
  const step = (radix: number) => Number.parseInt(next?.label ?? "", radix) - Number.parseInt(start.label ?? "", radix);
  return [8, 10, 16].find((radix) => step(radix) === size) ?? (base.radix === 8 ? 8 : 16);
}

function repeatAbove(lines: Lines, line: number, labels: number, base: Base, into: BytesInProgress): void {
  const above = fullRow(lines, line - 1);
  const below = fullRow(lines, line + 1);
  if (!above?.label || !below?.label) return;
  const size = sizeOf(above, base);
  const missing = Number.parseInt(below.label, labels) - Number.parseInt(above.label, labels) - size;
  const column = lines.at(line).indexOf("*");
  const from = into.length - size;
  for (let i = 0; i < Math.min(missing, longestRepeat); i += 1) into.add(into.at(from + (i % size)), line, column, 1);
}

const longestRepeat = 0x10000;

/** The length that od and hexdump print below the last row, whose last word may hold one byte more. */
function totalBelow(lines: Lines, last: number, labels: number, start: NumberRow): number | undefined {
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
  const own = fullRow(lines, line)!;
  const hasLabel = own.label !== undefined;
  for (const other of [line + step, line + 2 * step]) {
    const row = fullRow(lines, other);
    if (row)
      return (row.label !== undefined) === hasLabel && row.bases.some((base) => own.bases.includes(base)) ? other : undefined;
    if (other < 0 || other >= lines.count || !hasLabel || !star.test(lines.at(other))) return undefined;
  }
  return undefined;
}

const fullRow = oncePerLine((lines, line): NumberRow | undefined => {
  if (line < 0 || line >= lines.count) return undefined;
  const row = numberRowIn(lines.at(line));
  if (!row) return undefined;
  const enough = row.label !== undefined || row.bases[0].radix === 2 ? fewest : fewestUnlabelled;
  return Math.max(row.numbers.length, row.cells.length) >= enough ? row : undefined;
});

/** The last row may have a single number. */
const shortRow = oncePerLine((lines, line): NumberRow | undefined => {
  const above = line > 0 && line < lines.count && !fullRow(lines, line) ? fullRow(lines, line - 1) : undefined;
  const row = above && numberRowIn(lines.at(line));
  return row && (row.label !== undefined) === (above.label !== undefined) ? row : undefined;
});
