import { groupsOfBytes, type RowShape } from "./asciiColumn";
import { columnOf, contentStart, digitValue, endOfDigits, type Group, isHex, readGroups } from "./digits";
import { type Bytes, BytesInProgress, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import { isZero, type Label, labelBehindNumber, labelsIn, labelValue, lineNumberOf, surest } from "./labels";
import type { Region } from "./region";

/** Rows that begin with their offset: tcpdump, Wireshark, hexdump, xxd, od and their kin. */

/** Lines that may stand between two rows: a text column that was wrapped, an empty line. */
const mostBetween = 2;
/** No packet has more rows. */
const mostRows = 4200;
/** And none skips further from one row to the next. */
const largestStep = 256;

export interface LabelledBytes extends Bytes {
  /** The offset of the first byte that is there, where the dump's beginning is missing. */
  readonly missing: number;
  /** How many bytes stand together: whoever prints words may have swapped them. */
  readonly wordSize: number;
  /** How many bytes there are, as a last label without bytes says: a word may hold one more. */
  readonly total: number;
}

/** The rows that belong together around a line. */
export function labelledRegion(lines: Lines, line: number): Region | undefined {
  const anchor = nearestLabelled(lines, line);
  if (anchor === undefined) return undefined;
  let first = anchor;
  for (let steps = 0; !beginsRegion(lines, first) && steps < mostRows; steps += 1) first = labelledAbove(lines, first)!;
  let last = anchor;
  for (let steps = 0; steps < mostRows; steps += 1) {
    const below = labelledBelow(lines, last);
    if (below === undefined || beginsRegion(lines, below)) break;
    last = below;
  }
  const region = { first: hasHeadAbove(lines, first) ? first - 1 : first, last: lastOfRow(lines, last) };
  return region.first <= line && line <= region.last ? region : undefined;
}

const isLabelled = (lines: Lines, line: number) => line >= 0 && line < lines.count && rowLabels(lines, line).length > 0;

/** A line's labels; behind a line number where the lines are numbered. */
const rowLabels = oncePerLine((lines, line): Label[] => {
  const text = lines.at(line);
  const labels = labelsIn(text);
  if (labels.length !== 1 || labels[0].style !== "plain") return labels;
  const number = lineNumberOf(text);
  if (number === undefined) return labels;
  const isNext = (other: number) => other >= 0 && other < lines.count && lineNumberOf(lines.at(other)) === number + other - line;
  return isNext(line - 1) || isNext(line + 1) ? [labelBehindNumber(text) ?? labels[0]] : labels;
});

function nearestLabelled(lines: Lines, line: number): number | undefined {
  const near = [line, line - 1, line - 2, line + 1];
  return near.find((other) => isLabelled(lines, other));
}

function labelledAbove(lines: Lines, line: number): number | undefined {
  for (let other = line - 1; other >= line - 1 - mostBetween; other -= 1) if (isLabelled(lines, other)) return other;
  return undefined;
}

function labelledBelow(lines: Lines, line: number): number | undefined {
  for (let other = line + 1; other <= line + 1 + mostBetween; other += 1) if (isLabelled(lines, other)) return other;
  return undefined;
}

/** Judged by the lines just above alone, so that any line of a document finds the same beginning. */
function beginsRegion(lines: Lines, line: number): boolean {
  const above = labelledAbove(lines, line);
  if (above === undefined) return true;
  const [label] = rowLabels(lines, line);
  if (above === line - 1) return isZero(label) && hasZeroAbove(lines, above);
  const last = rowLabels(lines, above).at(-1)!;
  const step = labelValue(label, 16) - labelValue(last, 16);
  return step <= 0 || step > largestStep || (lines.at(line - 1).trim().length > 0 && isZero(label));
}

/** Rows out of order belong to the one beginning they have; with a beginning of their own they are another dump. */
function hasZeroAbove(lines: Lines, from: number): boolean {
  for (let line = from; line > from - mostRows && isLabelled(lines, line); line -= 1) {
    if (isZero(rowLabels(lines, line)[0])) return true;
  }
  return false;
}

/** The first row may have lost its label when the text was selected. */
function hasHeadAbove(lines: Lines, first: number): boolean {
  const [label] = rowLabels(lines, first);
  if (first === 0 || isZero(label) || labelValue(label, 16) > 0x40) return false;
  const text = lines.at(first - 1);
  return readGroups(text, contentStart(text)).length >= 2;
}

function lastOfRow(lines: Lines, line: number): number {
  let last = line;
  while (
    last < line + mostBetween &&
    last + 1 < lines.count &&
    lines.at(last + 1).trim() !== "" &&
    !isLabelled(lines, last + 1)
  ) {
    last += 1;
  }
  return last;
}

/** One row: its label, and the pieces of text in which its bytes may stand. */
interface Row {
  readonly label: Label;
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly line: number;
  readonly from: number;
  readonly text: string;
}

/** The bytes of each dump in a region. */
export function labelledBytes(lines: Lines, region: Region): LabelledBytes[] {
  return dumpsOf(surest(rowsOf(lines, region))).flatMap((dump) => assembled(lines, dump));
}

function rowsOf(lines: Lines, { first, last }: Region): Row[] {
  const rows: { label: Label; pieces: Piece[] }[] = [];
  for (let line = first; line <= last; line += 1) {
    const text = lines.at(line);
    const labels = rowLabels(lines, line);
    const current = rows.at(-1);
    // what stands before the first label may still belong to the row above
    const head = labels.length > 0 ? text.slice(0, labels[0].column) : text;
    if (current && head.trim() !== "") current.pieces.push({ line, from: contentStart(head), text: head });
    labels.forEach((label, index) => {
      rows.push({ label, pieces: [{ line, from: label.end, text: text.slice(0, labels[index + 1]?.column) }] });
    });
  }
  return rows;
}

/** Rows of one dump: another beginning begins another. */
function dumpsOf(rows: readonly Row[]): Row[][] {
  const dumps: Row[][] = [];
  for (const row of rows) {
    const current = dumps.at(-1);
    const isNew = !current || (isZero(row.label) && current.some(({ label }) => isZero(label)));
    if (isNew) dumps.push([row]);
    else current.push(row);
  }
  return dumps;
}

function assembled(lines: Lines, unordered: readonly Row[]): LabelledBytes[] {
  const base = baseOf(unordered);
  const rows = inOrder(unordered.map((row) => [labelValue(row.label, base), row] as const));
  const into = new BytesInProgress();
  const [firstValue, firstRow] = rows[0];
  const missing = firstValue > 0 && firstValue <= 0x40 ? addHead(lines, firstRow, firstValue, into) : 0;
  let shape: RowShape = { capacity: usualRow };
  for (const [index, [value, row]] of rows.entries()) {
    const next = rows[index + 1]?.[0];
    const isLast = next === undefined || (next - value > largestStep && !isSqueezed(row));
    const expected = isLast ? undefined : next - value;
    const before = into.length;
    const asciiColumn = addRow(row, { capacity: shape.capacity, asciiColumn: shape.asciiColumn, expected }, into);
    if (expected !== undefined && into.length - before !== expected) {
      const isLastWord = index === rows.length - 2 && into.length - before === expected + 1;
      if (isLastWord) return [asLabelled(into, missing, firstRow, into.length - 1)];
      break;
    }
    if (isLast) break;
    shape = { capacity: index === 0 && expected ? expected : shape.capacity, asciiColumn };
  }
  return into.length > 0 ? [asLabelled(into, missing, firstRow, into.length)] : [];
}

function asLabelled(into: BytesInProgress, missing: number, firstRow: Row, total: number): LabelledBytes {
  const { bytes, lines, columns, widths } = into.done();
  return { bytes, lines, columns, widths, missing, wordSize: wordSizeOf(firstRow), total };
}

/** Most are in order, and none stands twice. */
function inOrder(rows: readonly (readonly [value: number, row: Row])[]): readonly (readonly [value: number, row: Row])[] {
  if (rows.every(([value], i) => i === 0 || value > rows[i - 1][0])) return rows;
  return [...new Map(rows).entries()].sort(([a], [b]) => a - b);
}

const usualRow = 16;

function wordSizeOf({ pieces: [{ text, from }] }: Row): number {
  const plain = endOfDigits(text, from) - from;
  if (plain > 0 && text.charCodeAt(from + plain) === singleSpace) return plain % 2 === 0 && plain <= 16 ? plain / 2 : 1;
  const size = (readGroups(text, from)[0]?.digits.length ?? 2) / 2;
  return size <= 8 ? size : 1;
}

/** Labels are hexadecimal, unless their steps fit the bytes better in octal or decimal. */
function baseOf(rows: readonly Row[]): number {
  const bases = rows.every(({ label }) => label.style === "plain" && /^\d+$/.test(label.digits)) ? [16, 8, 10] : [16];
  if (bases.length === 1) return 16;
  const sizes = rows.map(({ pieces: [{ text, from }] }) => boundaries(readGroups(text, from, rowSeparators)));
  const score = (base: number) =>
    rows.slice(1).reduce((sum, { label }, index) => {
      const step = labelValue(label, base) - labelValue(rows[index].label, base);
      if (step < 4 || !sizes[index].includes(step)) return sum;
      return sum + (step === sizes[index].at(-1) ? 2 : 1);
    }, 0);
  return bases.reduce((best, base) => (score(base) > score(best) ? base : best));
}

function boundaries(groups: readonly Group[]): number[] {
  let sum = 0;
  return groups.map(({ digits }) => {
    sum += digits.length / 2;
    return sum;
  });
}

/** DOS's debug writes a hyphen in the middle of a row. */
const rowSeparators = "-";

/** Adds a row's bytes, from the lines below too where the text was wrapped; returns the column of its text, if it has any. */
function addRow({ pieces }: Row, shape: RowShape, into: BytesInProgress): number | undefined {
  const [own, ...below] = pieces;
  const end = shape.expected === undefined ? -1 : addPlainDigits(own.text, own.from, own.line, shape.expected, into);
  if (end >= 0) return textColumnAt(own.text, end) ?? shape.asciiColumn;
  const groups = readGroups(own.text, own.from, rowSeparators);
  const count = groupsOfBytes(own.text, groups, shape);
  const before = into.length;
  for (const group of groups.slice(0, count)) addGroup(group, own.line, into);
  const wanted = shape.expected ?? shape.capacity;
  const textColumn = columnOfText(own.text, groups[count - 1]);
  if (shape.expected !== undefined && isSqueezed({ pieces })) repeatRow(below[0], before, shape.expected, into);
  else if (shape.expected !== undefined || textColumn === undefined) {
    for (const piece of below) if (into.length - before < wanted) addWrapped(piece, wanted - (into.length - before), into);
  }
  return textColumn ?? shape.asciiColumn;
}

const isSqueezed = ({ pieces }: { readonly pieces: readonly Piece[] }) => pieces[1]?.text.trim() === "*";

/** hexdump and its kin write a star for rows that are the same as the one above. */
function repeatRow(star: Piece, start: number, expected: number, into: BytesInProgress): void {
  const size = into.length - start;
  const column = star.text.indexOf("*");
  for (let i = size; i < expected && size > 0; i += 1) into.add(into.at(start + (i % size)), star.line, column, 1);
}

/** Just as many bytes as were missing, from the beginning of a line below; else the line holds something else. */
function addWrapped({ line, from, text }: Piece, wanted: number, into: BytesInProgress): void {
  const groups = readGroups(text, from, rowSeparators);
  const count = boundaries(groups).indexOf(wanted) + 1;
  for (const group of groups.slice(0, count || isAllBytes(text, groups, wanted))) addGroup(group, line, into);
}

/** A whole line of bytes, in a row that was wrapped more than once. */
const isAllBytes = (text: string, groups: readonly Group[], wanted: number) =>
  groups.length > 0 && text.slice(groups[groups.length - 1].end).trim() === "" && (boundaries(groups).at(-1) ?? 0) < wanted
    ? groups.length
    : 0;

/** Bytes of a first row that has no label any more; returns how many are still missing. */
function addHead(lines: Lines, first: Row, offset: number, into: BytesInProgress): number {
  const line = first.pieces[0].line - 1;
  if (line < 0) return offset;
  const text = lines.at(line);
  const groups = readGroups(text, contentStart(text), rowSeparators);
  const count = groupsOfBytes(text, groups, { expected: offset, capacity: offset });
  if (groups.length < 2) return offset;
  for (const group of groups.slice(0, count)) addGroup(group, line, into);
  return offset - into.length;
}

/** The column of the text beside the bytes. */
const columnOfText = (text: string, last: Group | undefined): number | undefined => last && textColumnAt(text, last.end);

const besideBytes = /[\s\u3000】\])}>*`_"'|]*/y;

function textColumnAt(text: string, end: number): number | undefined {
  besideBytes.lastIndex = end;
  const column = end + besideBytes.exec(text)![0].length;
  return column < text.length ? column : undefined;
}

const singleSpace = 0x20;

/**
 * The usual row at once: just as many bytes as its label promises, in groups with a space or two between. Answers where they
 * end; where anything else stands among them, it adds nothing and answers -1.
 */
function addPlainDigits(text: string, from: number, line: number, expected: number, into: BytesInProgress): number {
  const before = into.length;
  let at = from;
  for (let count = 0; count < expected; ) {
    const groupStart = at;
    while (count < expected && isHex(text.charCodeAt(at)) && isHex(text.charCodeAt(at + 1))) {
      into.add((digitValue(text.charCodeAt(at)) << 4) | digitValue(text.charCodeAt(at + 1)), line, at, 2);
      at += 2;
      count += 1;
    }
    const isWhole = at > groupStart && !isHex(text.charCodeAt(at));
    if (count === expected && isWhole && (at === text.length || text.charCodeAt(at) === singleSpace)) return at;
    if (count < expected && isWhole && text.charCodeAt(at) === singleSpace) {
      at += text.charCodeAt(at + 1) === singleSpace ? 2 : 1;
      continue;
    }
    into.length = before;
    return -1;
  }
  into.length = before;
  return -1;
}

export function addGroup(group: Group, line: number, into: BytesInProgress): void {
  const { digits } = group;
  for (let i = 0; i + 1 < digits.length; i += 2) {
    const column = columnOf(group, i);
    const value = (digitValue(digits.charCodeAt(i)) << 4) | digitValue(digits.charCodeAt(i + 1));
    into.add(value, line, column, columnOf(group, i + 1) + 1 - column);
  }
}
