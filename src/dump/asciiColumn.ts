import { boundaries, digitValue, type Group, marksBehind } from "./digits";

/** What is known of a row before its end is found. */
export interface RowShape {
  /** How many bytes the labels of this row and the next leave for it. */
  readonly expected?: number | undefined;
  /** How many bytes a full row has. */
  readonly capacity: number;
  /** The column at which the rows above have their text. */
  readonly asciiColumn?: number | undefined;
  /** The rows above have no text beside their bytes. */
  readonly isWithoutText?: boolean | undefined;
}

const space = 0x20;
const fullWidthSpace = 0x3000;
const isSpace = (code: number) => code <= space || code === 0xa0 || code === fullWidthSpace;
const dot = 0x2e;
/** Room for gaps and escapes around the text. */
const longestText = 100;

/**
 * How many of a row's groups are bytes: what follows may be text that looks like digits. The text itself tells best, since it
 * says the same bytes again; then what the labels say; then the column of the rows above; then a wide gap.
 */
export function groupsOfBytes(text: string, groups: readonly Group[], shape: RowShape): number {
  const counts = boundaries(groups);
  const exact = shape.expected === undefined ? -1 : counts.indexOf(shape.expected);
  if (exact >= 0) return exact + 1;
  // a row that goes on below has no text yet
  const isWrapped = shape.expected !== undefined && counts[counts.length - 1] < shape.expected;
  if (isWrapped && text.slice(groups[groups.length - 1].end).trim() === "") return groups.length;
  const repeated = groupsRepeated(text, groups, shape.capacity, counts);
  if (repeated > 0) return repeated;
  let most = groups.length;
  while (most > 1 && counts[most - 1] > shape.capacity) most -= 1;
  const { asciiColumn } = shape;
  if (asciiColumn !== undefined) {
    const before = groups.findIndex(({ start }) => start >= asciiColumn);
    if (before > 0) return Math.min(most, before);
  }
  return shape.isWithoutText ? most : Math.min(most, beforeWideGap(groups));
}

/** How many of a row's groups the text behind them repeats; 0 where it repeats none. */
export function groupsRepeated(text: string, groups: readonly Group[], capacity: number, counts = boundaries(groups)): number {
  for (let count = groups.length; count > 0; count -= 1) {
    if (counts[count - 1] > capacity) continue;
    const from = behindMarks(text, groups[count - 1].end);
    if (mayRepeat(text, from, counts[count - 1]) && repeats(text, from, bytesOf(groups, count))) return count;
  }
  return 0;
}

/** A quick test: whether there are as many signs as bytes, give or take spaces, a frame and escapes. */
function mayRepeat(text: string, from: number, count: number): boolean {
  if (text.length - from > count * 2 + longestText) return false;
  let signs = 0;
  for (let at = from; at < text.length; at += 1) if (!isSpace(text.charCodeAt(at))) signs += 1;
  return signs > 0 && signs >= count / 4 && (signs <= count + 2 || text.includes("&", from) || closing.test(text));
}

/** Nobody puts wider gaps than this between bytes. */
const widestUsual = 8;

/** The groups before the first gap that is wider than any gap between bytes so far. */
function beforeWideGap(groups: readonly Group[]): number {
  let usual = groups.length > 1 ? Math.min(groups[1].gap, widestUsual) : 0;
  let sinceWide = 0;
  for (let i = 1; i < groups.length; i += 1) {
    const { gap, digits } = groups[i];
    sinceWide += 1;
    if (gap <= usual || gap < 2) continue;
    // a second space in the middle of a row, after four or eight bytes, parts it for the eye
    const partsRow = gap === 2 && usual === 1 && digits.length === 2 && groups[i - 1].digits.length === 2 && sinceWide % 4 === 0;
    if (!partsRow) return i;
    usual = Math.max(usual, gap);
  }
  return groups.length;
}

/** Where a row goes on in a line below: how many groups of that line are bytes. The text behind them repeats the whole row. */
export function groupsBelow(text: string, groups: readonly Group[], above: readonly number[]): number {
  const shown = above.filter((byte) => byte !== space);
  for (let count = groups.length; count > 0; count -= 1) {
    if (repeats(text, behindMarks(text, groups[count - 1].end), [...shown, ...bytesOf(groups, count)])) return count;
  }
  return 0;
}

const behindMarks = (text: string, end: number): number =>
  isSpace(text.charCodeAt(end)) ? end : end + marksBehind(text.slice(end));

/** Whether the text from a place on repeats these bytes as printable characters and dots. */
const repeats = (text: string, from: number, bytes: readonly number[]): boolean =>
  spellsBytes(signsOf(text, from), bytes) || (closing.test(text) && spellsBytes(signsOf(text.replace(closing, ""), from), bytes));

/**
 * What ends a row behind its text: a tag of HTML, a written line break, the end of a program's string. Each sign belongs to one of
 * them only, so that the pattern can match a long run in one way alone, and quickly.
 */
const closing = /(?:<\/?[a-z]+\s?\/?>|\\[nrt][,;)}\]]*|["'`][,;)}\]]*)+\s*$/i;

function spellsBytes(spelled: string, bytes: readonly number[]): boolean {
  if (spelled.length !== bytes.length || bytes.length === 0) return false;
  let same = 0;
  for (let i = 0; i < bytes.length; i += 1) if (spells(spelled.charCodeAt(i), bytes[i])) same += 1;
  // some tools print other signs than dots for bytes that cannot be printed
  return same === bytes.length || (bytes.length >= 4 && same >= bytes.length * 0.9);
}

const frames: readonly (readonly [string, string])[] = [
  ["|", "|"],
  [">", "<"],
  ["|", ""],
];

/** What stands behind the bytes, without white space, escapes of HTML and the frame that hexdump and od draw. */
function signsOf(text: string, from: number): string {
  let rest = text.slice(from).replace(/[\s\u3000]+/g, "");
  if (rest.includes("&")) rest = rest.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  const frame = frames.find(([open, close]) => rest.length > open.length && rest.startsWith(open) && rest.endsWith(close));
  return frame ? rest.slice(1, rest.length - frame[1].length) : rest;
}

/** White space does not count: some tools part the text in the middle. */
function bytesOf(groups: readonly Group[], count: number): number[] {
  const bytes: number[] = [];
  for (const { digits } of groups.slice(0, count)) {
    for (let i = 0; i < digits.length; i += 2) {
      const byte = (digitValue(digits.charCodeAt(i)) << 4) | digitValue(digits.charCodeAt(i + 1));
      if (byte !== space) bytes.push(byte);
    }
  }
  return bytes;
}

const spells = (sign: number, byte: number) => sign === (byte > space && byte < 0x7f ? byte : dot);
