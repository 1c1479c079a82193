import { groupsBelow, groupsOfBytes, type RowShape } from "./asciiColumn";
import { boundaries, contentStart, endOfDigits, type Group, isHex, readGroups } from "./digits";
import { type Bytes, BytesInProgress, type Lines } from "./dump";
import { headAbove, isNumbered, largestHead, largestStep, rowLabels, rowSeparators, rowStart } from "./labelledRegion";
import { isSurer, type Label, type LabelStyle, labelStyles, labelValue } from "./labels";
import { largestPacket } from "./limits";
import type { Region } from "./region";

/** Rows that begin with their offset: tcpdump, Wireshark, hexdump, xxd, od and their kin. */

export interface LabelledBytes extends Bytes {
  /** How many bytes are known to be missing before the first one. */
  readonly missing: number;
  /** How many bytes stand together: those of a word may be swapped. */
  readonly wordSize: number;
  /** How many bytes the packet has, as a last label without bytes may say: the last word may hold one more. */
  readonly total: number;
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
  return dumpsOf(rowsOf(lines, region)).flatMap((dump) => assembled(lines, dump));
}

/** Only labels of the surest style in a region count: text that was wrapped may begin with digits too. */
function rowsOf(lines: Lines, { first, last }: Region): Row[] {
  const rows: { label: Label; pieces: Piece[] }[] = [];
  const style = surestStyle(lines, first, last);
  const startOf = isNumbered(lines, first) ? rowStart : (_: Lines, line: number) => contentStart(lines.at(line));
  for (let line = first; line <= last; line += 1) {
    const text = lines.at(line);
    const found = rowLabels(lines, line);
    const labels = found[0]?.style === style ? found : [];
    const current = rows.at(-1);
    // what stands before the first label may belong to the row above
    const head = labels.length > 0 ? text.slice(0, labels[0].column) : text;
    const from = Math.min(startOf(lines, line), head.length);
    // a star alone on a line stands for repeated rows; one before a label marks an item of a list
    if (current && (labels.length > 0 ? head.slice(from) : head).trim() !== "") current.pieces.push({ line, from, text: head });
    labels.forEach((label, index) => {
      rows.push({ label, pieces: [{ line, from: label.end, text: text.slice(0, labels[index + 1]?.column ?? label.limit) }] });
    });
  }
  return rows;
}

function surestStyle(lines: Lines, first: number, last: number): LabelStyle | undefined {
  let best: LabelStyle | undefined;
  for (let line = first; line <= last && best !== labelStyles[0]; line += 1) {
    const style = rowLabels(lines, line)[0]?.style;
    if (style && (!best || isSurer(style, best))) best = style;
  }
  return best;
}

/** The rows of each dump: at a second offset zero another dump begins. */
function dumpsOf(rows: readonly Row[]): Row[][] {
  const dumps: Row[][] = [];
  for (const row of rows) {
    const current = dumps.at(-1);
    const isNew = !current || (row.label.isZero && current.some(({ label }) => label.isZero));
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
  const missing = firstValue > 0 && firstValue <= largestHead ? addHead(lines, rows, into) : 0;
  let shape: RowShape = { capacity: usualRow };
  for (const [index, [value, row]] of rows.entries()) {
    const next = rows[index + 1]?.[0];
    const isLast = next === undefined || next - value > (isSqueezed(row) ? largestPacket : largestStep);
    const expected = isLast ? undefined : next - value;
    const before = into.length;
    const asciiColumn = addRow(row, rowShape(shape, expected), into);
    const isBlankBefore = () => index === 0 && into.length > before && endsAsBelow(row, rows[1]?.[1]);
    if (expected !== undefined && into.length - before !== expected && !isBlankBefore()) {
      const isLastWord = index === rows.length - 2 && into.length - before === expected + 1;
      if (isLastWord) return [asLabelled(into, missing, firstRow, into.length - 1)];
      break;
    }
    if (isLast) break;
    // the first row may be shorter, where a debugger's addresses begin in the middle of one
    const capacity = index > 0 && expected! > widestRow ? shape.capacity : Math.max(index > 0 ? shape.capacity : 0, expected!);
    shape = { capacity, asciiColumn, isWithoutText: asciiColumn === undefined };
  }
  return into.length > 0 ? [asLabelled(into, missing, firstRow, into.length)] : [];
}

/** Cisco counts a buffer's rows from where a full one would begin, and leaves blank what stands before the packet's first byte. */
function endsAsBelow(row: Row, below: Row | undefined): boolean {
  const ends = endsOf(row);
  const full = below ? endsOf(below) : [];
  return ends.length > 0 && ends.length < full.length && ends[ends.length - 1] === full[full.length - 1];
}

/** Where a row's groups end, counted from its label. */
const endsOf = ({ label, pieces: [{ text, from }] }: Row): number[] => {
  const groups = readGroups(text, from, rowSeparators);
  const count = groupsOfBytes(text, groups, { capacity: usualRow });
  return groups.slice(0, count).map(({ end }) => end - label.column);
};

const rowShape = ({ capacity, asciiColumn, isWithoutText }: RowShape, expected: number | undefined): RowShape => ({
  capacity,
  asciiColumn,
  isWithoutText,
  expected,
});

function asLabelled(into: BytesInProgress, missing: number, firstRow: Row, total: number): LabelledBytes {
  const { bytes, lines, columns, widths } = into.done();
  return { bytes, lines, columns, widths, missing, wordSize: wordSizeOf(firstRow), total };
}

/** Rows by their offset, of several with one offset the last. Most are in order already. */
function inOrder(rows: readonly (readonly [value: number, row: Row])[]): readonly (readonly [value: number, row: Row])[] {
  if (rows.every(([value], i) => i === 0 || value > rows[i - 1][0])) return rows;
  return [...new Map(rows).entries()].sort(([a], [b]) => a - b);
}

const usualRow = 16;
/** A larger step from one label to the next means that rows were left out. */
const widestRow = 64;

function wordSizeOf({ pieces: [{ text, from }] }: Row): number {
  const plain = endOfDigits(text, from) - from;
  if (plain > 0 && text.charCodeAt(from + plain) === singleSpace) return plain % 2 === 0 && plain <= 16 ? plain / 2 : 1;
  const size = (readGroups(text, from)[0]?.digits.length ?? 2) / 2;
  return size <= 8 ? size : 1;
}

/** Labels are hexadecimal, unless their steps fit the bytes better in octal or decimal. */
function baseOf(rows: readonly Row[]): number {
  const bases = rows.every(({ label }) => label.style !== "prefixed" && /^\d+$/.test(label.digits)) ? [16, 8, 10] : [16];
  if (bases.length === 1) return 16;
  const sizes = new Map(rows.map((row) => [row, sizesOf(row)]));
  const score = (base: number) => {
    const ordered = inOrder(rows.map((row) => [labelValue(row.label, base), row] as const));
    return ordered.slice(1).reduce((sum, [value], index) => {
      const [before, row] = ordered[index];
      const step = value - before;
      const own = sizes.get(row)!;
      if (step < 4 || !own.includes(step)) return sum;
      return sum + (step === own.at(-1) ? 2 : 1);
    }, 0);
  };
  return bases.reduce((best, base) => (score(base) > score(best) ? base : best));
}

/** The sizes that a row may have, with what was wrapped into the lines below. */
const sizesOf = ({ pieces }: Row): number[] =>
  boundaries(pieces.flatMap(({ text, from }) => readGroups(text, from, rowSeparators)));

/** Adds a row's bytes, from the lines below too where the text was wrapped; returns the column of its text, if it has any. */
function addRow({ pieces }: Pick<Row, "pieces">, shape: RowShape, into: BytesInProgress): number | undefined {
  const [own, ...below] = pieces;
  const end = shape.expected === undefined ? -1 : addPlainDigits(own.text, own.from, own.line, shape.expected, into);
  if (end >= 0) return textColumnAt(own.text, end) ?? shape.asciiColumn;
  const groups = readGroups(own.text, own.from, rowSeparators);
  const count = groupsOfBytes(own.text, groups, shape);
  const before = into.length;
  for (const group of groups.slice(0, count)) into.addGroup(group, own.line);
  const wanted = shape.expected ?? shape.capacity;
  const textColumn = columnOfText(own.text, groups[count - 1]);
  if (shape.expected !== undefined && isSqueezed({ pieces })) repeatRow(below[0], before, shape.expected, into);
  else if (shape.expected !== undefined || textColumn === undefined) {
    for (const piece of below) if (into.length - before < wanted) addWrapped(piece, before, wanted, into);
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

/** Adds the bytes of a wrapped line if they are just as many as are missing, or as the text beside them spells; else it holds something else. */
function addWrapped({ line, from, text }: Piece, start: number, size: number, into: BytesInProgress): void {
  const groups = readGroups(text, from, rowSeparators);
  const wanted = size - (into.length - start);
  const above = Array.from({ length: into.length - start }, (_, i) => into.at(start + i));
  const exact = boundaries(groups).indexOf(wanted) + 1;
  const count = exact || isAllBytes(text, groups, wanted) || groupsBelow(text, groups, above);
  for (const group of groups.slice(0, count)) into.addGroup(group, line);
}

/** A whole line of bytes, in a row that was wrapped more than once. */
const isAllBytes = (text: string, groups: readonly Group[], wanted: number) =>
  groups.length > 0 && text.slice(groups[groups.length - 1].end).trim() === "" && (boundaries(groups).at(-1) ?? 0) < wanted
    ? groups.length
    : 0;

/** Adds the bytes of a first row that has lost its label; returns how many are still missing. */
function addHead(lines: Lines, rows: readonly (readonly [value: number, row: Row])[], into: BytesInProgress): number {
  const [offset, { pieces: own }] = rows[0];
  const below = own[0].line;
  const head = headAbove(lines, below);
  if (head === undefined) {
    const moved = movedHead(rows, offset);
    if (moved) addRow({ pieces: [moved] }, { expected: offset, capacity: offset }, into);
    return offset - into.length;
  }
  const pieces = Array.from({ length: below - head }, (_, i): Piece => {
    const text = lines.at(head + i);
    return { line: head + i, from: rowStart(lines, head + i), text };
  });
  addRow({ pieces }, { expected: offset, capacity: offset }, into);
  return offset - into.length;
}

/** A first row that lost its label and was moved: it stands below a complete row, and has just as many bytes as are missing. */
function movedHead(rows: readonly (readonly [value: number, row: Row])[], offset: number): Piece | undefined {
  for (let i = 0; i + 1 < rows.length; i += 1) {
    const [own, ...below] = rows[i][1].pieces;
    const isWhole = boundaries(readGroups(own.text, own.from, rowSeparators)).includes(rows[i + 1][0] - rows[i][0]);
    const [moved] = below.filter(({ text, from }) => boundaries(readGroups(text, from, rowSeparators)).includes(offset));
    if (isWhole && moved) return moved;
  }
  return undefined;
}

/** The column of the text beside the bytes. */
const columnOfText = (text: string, last: Group | undefined): number | undefined => last && textColumnAt(text, last.end);

/** What may stand between bytes and their text; an encoded mail (RFC 2045 §6.7) has `=` at the end of a line that goes on. */
const besideBytes = /[\s\u3000】\])}>*`_"'|]*(?:=\s*$)?/y;

function textColumnAt(text: string, end: number): number | undefined {
  besideBytes.lastIndex = end;
  const column = end + besideBytes.exec(text)![0].length;
  return column < text.length ? column : undefined;
}

const singleSpace = 0x20;

/**
 * Adds the bytes of a usual row quickly: just as many as its label promises, in groups with a space or two between. Returns where they
 * end; if anything else stands among them, adds nothing and returns -1.
 */
function addPlainDigits(text: string, from: number, line: number, expected: number, into: BytesInProgress): number {
  const before = into.length;
  let at = from;
  for (let count = 0; count < expected; ) {
    const pairs = into.addPairs(text, at, line, expected - count);
    at += pairs * 2;
    count += pairs;
    const isWhole = pairs > 0 && !isHex(text.charCodeAt(at));
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
