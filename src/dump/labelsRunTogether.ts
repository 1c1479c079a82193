import { boundaries, readGroups } from "./digits";
import type { Label } from "./labels";

/** Rows that lost their line breaks: `0000 45 00 … 0a 63 E..<. 0010 d8 3a …`, where a label follows that is spelled as the first one is. */

/** How many bytes a row may have. */
const sizes = [16, 8, 32] as const;
/** The longest text beside a row: a sign for each byte, some escaped, and the gaps around. */
const longestText = (size: number) => size * 2 + 8;
/** A label with fewer digits may look like a byte. */
const fewestDigits = 4;
/** A row takes at least so many signs. */
const shortestRow = 24;
const gap = /[\s\u3000\u00a0]{1,8}/y;
/** Signs that a byte takes at most, with what stands between it and the next. */
const widestByte = 6;
const widestMark = 64;
const bytesFollow = /[\s\u3000\u00a0]{1,8}[0-9a-f]{2}(?![g-z])/iy;

/** The labels of the rows behind another on the same line. */
export function labelsBehind(text: string, first: Label): Label[] {
  if (first.digits.length < fewestDigits || text.length - first.end < shortestRow) return [];
  for (const size of sizes) {
    const found = labelsEvery(text, first, size);
    if (found.length > 0) return found;
  }
  return [];
}

function labelsEvery(text: string, first: Label, size: number): Label[] {
  const found: Label[] = [];
  for (let next = labelAfter(text, first, size); next; next = labelAfter(text, next, size)) found.push(next);
  return found;
}

/** The label of the next row, if the row of this one has `size` bytes. */
function labelAfter(text: string, label: Label, size: number): Label | undefined {
  const digits = spelledAs(label, label.value + size);
  const from = label.end + size * 2;
  // a quick test
  if (!text.includes(digits, from) && !text.includes(digits.toUpperCase(), from)) return undefined;
  const end = endOfBytes(text, label.end, size);
  return end > 0 ? labelNear(text, end, { ...label, digits, value: label.value + size }, longestText(size)) : undefined;
}

const spelledAs = ({ digits }: Label, value: number): string => value.toString(16).padStart(digits.length, "0");

/** A label within a line, before pairs of digits or the last pair. */
const within =
  /[\s\u3000\u00a0]([0-9a-f]{3,7}0)[\s\u3000\u00a0]{1,4}(?=[0-9a-f]{2}(?:\s*$|[\s\u3000\u00a0]{2}|[\s\u3000\u00a0]{1,3}[0-9a-f]{2}(?:[\s\u3000\u00a0]|$)))/gi;
/** No program prints longer rows. */
const longestRow = 32;

/** The labels of a line in the middle of such rows, which were wrapped anywhere: they go on from the last label in a line above. */
export function labelsGoingOn(text: string, above: string): Label[] {
  const last = valuesWithin(above).at(-1);
  const next = valuesWithin(text).find(
    ({ value, digits }) => last && isNext(value, last.value) && digits.length === last.digits.length,
  );
  return next ? [next, ...labelsBehind(text, next)] : [];
}

const isNext = (value: number, before: number) => value > before && value <= before + longestRow;

function valuesWithin(text: string): Label[] {
  return [...` ${text}`.matchAll(within)].map(({ index, 0: whole, 1: digits }) => ({
    digits,
    value: Number.parseInt(digits, 16),
    isZero: false,
    column: index,
    end: index + whole.length - 1,
    style: "plain",
  }));
}

/** Where `size` bytes end; -1 if no group of digits ends there. */
function endOfBytes(text: string, from: number, size: number): number {
  const groups = readGroups(text.slice(0, from + size * widestByte + widestMark), from, "-");
  const last = boundaries(groups).indexOf(size);
  return last < 0 ? -1 : groups[last].end;
}

/** The next label, right behind a row or behind the text beside it. */
function labelNear(text: string, from: number, next: Label, farthest: number): Label | undefined {
  const { digits, value, style } = next;
  const upper = digits.toUpperCase();
  for (let column = from + 1; column <= from + farthest && column < text.length; column += 1) {
    if (!text.startsWith(digits, column) && !text.startsWith(upper, column)) continue;
    if (text[column - 1].trim() !== "") continue;
    const end = column + digits.length;
    bytesFollow.lastIndex = end;
    if (!bytesFollow.test(text)) continue;
    gap.lastIndex = end;
    gap.test(text);
    return { digits: text.slice(column, end), value, isZero: false, column, end: gap.lastIndex, style };
  }
  return undefined;
}
