import { groupsOfBytes, groupsRepeated } from "./asciiColumn";
import { boundaries, contentStart, type Group, readGroups } from "./digits";
import { type Bytes, BytesInProgress, type BytesInRows, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import { longestLine, mostRows } from "./limits";
import type { Region } from "./region";

/** Hex digits without offsets: pairs, words or one long run, alone on their lines or within a sentence or a string. */

/** What may stand between bytes or between the pieces of one string, besides marks: `\ . ' 00 01'`, `+ "00"`, `45:00`, `45-00`, `%45%00`. */
export const separators = ":-+.\\&=%";
/** A header of IP or TCP has twenty bytes; fewer on a line of prose are no dump. */
const fewestInText = 20;
const usualRow = 16;

const fewestBeforeMore = 8;

/** Enough bytes, in whatever groups: a quick search before the careful reading. */
const longRun =
  /(?=[0-9a-f]{2})(?:(?<![0-9a-z_])|(?<=\b0x|'h|\\[xnrt]))[0-9a-f]{2}(?:[\s\u3000:.,'"\\+_%-]{0,6}[0-9a-f]{2}){7,}/gi;
/** So many runs of a line are tried: a time of day before the bytes is one too. */
const mostRuns = 4;
/** What ends a program's statement or its string, even if a comment follows. */
const endsCode = /^["'`]?\s*(?:[;)]|,\s*["'`\w])|[;)]\s*$/;
/** A comment behind a part of a string: `"45 00" + // version`. */
const commentBehind = /^\s*["'`][\s+.&\\,]*(?:([;)])[\s;,)]*)?(?:\/\/|#|\/\*|--\s)/;
const continuesBelow = /^(?:<\/?[a-z][^<>]{0,120}>|\\[nrt]|[\s"'`+.,\\;)\]}】*|&_<>=/-])*$/i;

/** Where a line's bytes stand. */
interface BareRow {
  readonly groups: readonly Group[];
  /** Whether words stand before them, and behind them. */
  readonly hasTextBefore: boolean;
  readonly hasTextAfter: boolean;
  /** Too short for a packet by itself, with words on both sides: only others like it around make it one. */
  readonly isPiece?: boolean;
  /** The whole line is one run of digits, which the next line may go on with in the middle of a byte. */
  readonly run?: { readonly digits: string; readonly column: number; readonly isQuoted: boolean; readonly isHalfQuoted: boolean };
}

/** The rows around a line, as far as neighbours are of the same kind and no words stand between. */
export function bareRegion(lines: Lines, line: number): Region | undefined {
  const row = bareRowAt(lines, line);
  if (!row) return undefined;
  let first = line;
  let { hasTextBefore } = row;
  while (!hasTextBefore && line - first < mostRows && first > 0) {
    const above = bareRowAt(lines, first - 1);
    if (!above || above.hasTextAfter || !areAlike(above, row)) break;
    first -= 1;
    hasTextBefore = above.hasTextBefore;
  }
  let last = line;
  let { hasTextAfter } = row;
  while (!hasTextAfter && last - line < mostRows && last + 1 < lines.count) {
    const below = bareRowAt(lines, last + 1);
    if (!below || below.hasTextBefore || !areAlike(below, row)) break;
    last += 1;
    hasTextAfter = below.hasTextAfter;
  }
  return { first, last };
}

/** A number without quotes belongs to the string above only if that has not been closed: `"4500…\`, but not `"4500…", 0, 97`. */
const areAlike = ({ run: one }: BareRow, { run: other }: BareRow): boolean =>
  one === undefined || other === undefined || one.isQuoted === other.isQuoted || one.isHalfQuoted || other.isHalfQuoted;

/** A few bytes within a sentence, which may be a header that it names: `the header of UDP 06 32 00 45 00 1C E2 17`. */
export const pieceRegion = (lines: Lines, line: number): Region | undefined =>
  rowOrPieceAt(lines, line)?.isPiece ? { first: line, last: line } : undefined;

export function pieceBytes(lines: Lines, { first }: Region): Bytes {
  const into = new BytesInProgress();
  for (const group of rowOrPieceAt(lines, first)?.groups ?? []) into.addGroup(group, first);
  return into.done();
}

/** Rows with an empty line between each two, as a web page shows what was one block. */
export function spacedRegion(lines: Lines, line: number): Region | undefined {
  const own = isBlank(lines, line) ? line - 1 : line;
  if (!isLoneRow(lines, own)) return undefined;
  let first = own;
  while (own - first < mostRows && isLoneRow(lines, first - 2) && !bareRowAt(lines, first - 2)!.hasTextAfter) first -= 2;
  let last = own;
  while (last - own < mostRows && isLoneRow(lines, last + 2) && !bareRowAt(lines, last)!.hasTextAfter) last += 2;
  return first < last && line <= last ? { first, last } : undefined;
}

const isBlank = (lines: Lines, line: number) => line < 0 || line >= lines.count || lines.at(line).trim() === "";

function isLoneRow(lines: Lines, line: number): boolean {
  if (line < 0 || line >= lines.count || !isBlank(lines, line - 1) || !isBlank(lines, line + 1)) return false;
  const row = bareRowAt(lines, line);
  if (!row || row.groups.length < fewestGroups) return false;
  // a longer row may be a packet by itself
  return row.groups.reduce((sum, { digits }) => sum + digits.length / 2, 0) <= usualRow;
}

/** A line of one or two words may be anything. */
const fewestGroups = 4;

export function bareRows(lines: Lines, region: Region): BytesInRows {
  const digits = continuousDigits(lines, region);
  if (digits) return { whole: digits, ends: [digits.bytes.length] };
  const into = new BytesInProgress();
  const ends: number[] = [];
  const numbered = hasLineNumbers(lines, region) ? 1 : 0;
  let widest = usualRow;
  for (let line = region.first; line <= region.last; line += 1) {
    const before = into.length;
    const row = bareRowAt(lines, line);
    if (!row) continue;
    const groups = row.groups.slice(numbered);
    const text = lines.at(line);
    // a line longer than a usual row has no text beside it, unless that repeats the bytes
    const isLong = isOneRun(groups) && (groups.length > widestRow || groupsRepeated(text, groups, usualRow) === 0);
    const count = isLong ? groups.length : groupsOfBytes(text, groups, { capacity: widest });
    if (line === region.last && isLength(groups, before)) break;
    for (const group of groups.slice(0, count)) into.addGroup(group, line);
    widest = Math.max(widest, into.length - before);
    ends.push(into.length);
  }
  return { whole: into.done(), ends };
}

/** Some dumps end with a line that says how many bytes stand above. */
const isLength = (groups: readonly Group[], length: number): boolean =>
  groups.length === 1 && groups[0].digits.length === digitsOfLength && Number.parseInt(groups[0].digits, 16) === length;
const digitsOfLength = 8;

const isOneRun = (groups: readonly Group[]) => groups.length === 1 || (boundaries(groups).at(-1) ?? 0) > usualRow;

export function bareRowAt(lines: Lines, line: number): BareRow | undefined {
  const row = rowOrPieceAt(lines, line);
  return row?.isPiece ? undefined : row;
}

export const rowOrPieceAt = oncePerLine((lines, line): BareRow | undefined => {
  const text = lines.at(line);
  if (text.length < 2 || text.length > longestLine) return undefined;
  const start = contentStart(text);
  const groups = readGroups(text, start, separators);
  const run = runIn(text, start);
  // quotes around each single byte make no string
  if (run && !(groups.length > 1 && run.digits.length === 2)) {
    const groupsOfRun = groups.length > 0 ? groups : readGroups(text, run.column, separators);
    return {
      groups: groupsOfRun,
      hasTextBefore: false,
      hasTextAfter: endsCode.test(text.slice(run.column + run.digits.length)),
      run,
    };
  }
  const closed = lastOfString(text, groups);
  if (closed) return { groups: closed, hasTextBefore: false, hasTextAfter: true };
  if (groups.length > 0 && isRow(text, groups)) {
    return { groups, hasTextBefore: false, hasTextAfter: !isOnlyAscii(text, groups) };
  }
  return rowInText(text, start);
});

/** Behind a string that began above: `00 00" | xxd -r -p`, `00 00""", 40)`, "00 00`.split(' ')". */
const behindString =
  /["'`]{1,3}(?:\s*(?:\|\|?\s*\w|&&|>\s*\w|,\s*(?:\d+\s*[,)]|[a-z_]\w*\s*[,)]|["'`](?!\s*[0-9a-f]{2}\b)))|\s*"[a-z]|\.[a-z])/iy;

/** The bytes up to a quotation mark that closes what was opened on a line above. */
function lastOfString(text: string, groups: readonly Group[]): readonly Group[] | undefined {
  if (groups.length === 0 || /["'`]/.test(text.slice(0, groups[0].start))) return undefined;
  const last = groups.findIndex(({ end }) => {
    behindString.lastIndex = end;
    return behindString.test(text);
  });
  return last >= 0 ? groups.slice(0, last + 1) : undefined;
}

/** Whether this is a row, and no word that happens to be spelled with hex digits. */
function isRow(text: string, groups: readonly Group[]): boolean {
  const count = groups.reduce((sum, { digits }) => sum + digits.length / 2, 0);
  const rest = text.slice(groups[groups.length - 1].end);
  if (continuesBelow.test(rest) || commentBehind.test(rest)) return true;
  if (count < 2 || !groups.some(({ digits }) => /\d/.test(digits))) return false;
  return count >= fewestInText || groupsOfBytes(text, groups, { capacity: usualRow }) < groups.length || isAsciiOf(text, groups);
}

/** Whether nothing stands behind the bytes, or only a comment or the same bytes as text. */
function isOnlyAscii(text: string, groups: readonly Group[]): boolean {
  const rest = text.slice(groups[groups.length - 1].end);
  return continuesBelow.test(rest) ? !/[;)]\s*$/.test(rest) : isCommented(rest) || isAsciiOf(text, groups);
}

function isCommented(rest: string): boolean {
  const comment = commentBehind.exec(rest);
  return comment !== null && comment[1] === undefined;
}

function isAsciiOf(text: string, groups: readonly Group[]): boolean {
  const rest = text.slice(groups[groups.length - 1].end);
  if (/^[\s|>]{2,}\S/.test(rest) && rest.trim().length <= 40) return true;
  // a part of the text may look like more bytes
  return groups.length <= widestRow && groupsRepeated(text, groups, widestRow) > 0;
}

/** Groups in a row: beside a longer one there is no text. */
const widestRow = 64;

/** A long run within a line: in a string, between backticks, behind a colon. It may be short where it goes on below. */
function rowInText(text: string, start: number): BareRow | undefined {
  let piece: BareRow | undefined;
  longRun.lastIndex = start;
  for (let run = longRun.exec(text), runs = 0; run && runs < mostRuns; run = longRun.exec(text), runs += 1) {
    const groups = withoutOffset(text, readGroups(text, run.index, separators));
    const count = groups.reduce((sum, { digits }) => sum + digits.length / 2, 0);
    if (groups.length === 0) continue;
    const hasTextAfter = !isOnlyAscii(text, groups);
    if (count >= (hasTextAfter ? fewestInText : fewestBeforeMore)) return { groups, hasTextBefore: true, hasTextAfter };
    if (count >= fewestBeforeMore) piece = { groups, hasTextBefore: true, hasTextAfter, isPiece: true };
  }
  return piece;
}

const decimalOffset = /\d{1,4}:\s/y;

/** Some logs write an offset of a few decimal digits before each row. */
function withoutOffset(text: string, groups: readonly Group[]): readonly Group[] {
  if (groups.length < 2) return groups;
  decimalOffset.lastIndex = groups[0].start;
  return decimalOffset.test(text) ? groups.slice(1) : groups;
}

/** Digits that fill a line, but for a comment; and a string within a line, behind which the program goes on. */
const oneRun = /(["'`]*)(?:0x)?([0-9a-f]+)(["'`]*)[\s\\+,;)]*=?(?:(?=\/\/|#|\/\*)(?<=["'`]\s*[+,;)\\]*\s*).*)?$/iy;
const endOfString = /(["'`])([0-9a-f]{2,})\1(?=\s*[,;)])/iy;

function runIn(text: string, start: number): BareRow["run"] {
  oneRun.lastIndex = start;
  endOfString.lastIndex = start;
  const match = oneRun.exec(text) ?? endOfString.exec(text);
  if (!match) return undefined;
  const [whole, opening, digits, closing] = match;
  const isQuoted = opening !== "";
  const column = start + whole.indexOf(digits, opening.length);
  return { digits, column, isQuoted, isHalfQuoted: closing !== undefined && isQuoted !== (closing !== "") };
}

/** The bytes of lines that are runs of digits, broken at any place, even within a byte; nothing where no byte is broken. */
function continuousDigits(lines: Lines, { first, last }: Region): Bytes | undefined {
  const into = new BytesInProgress();
  let half: { digit: string; line: number; column: number } | undefined;
  let wasBroken = false;
  for (let line = first; line <= last; line += 1) {
    const run = bareRowAt(lines, line)?.run;
    if (!run || (line < last && run.digits.length < fewestInText)) return undefined;
    for (const [i, digit] of [...run.digits].entries()) {
      const column = run.column + i;
      if (half) into.add(Number.parseInt(half.digit + digit, 16), half.line, half.column, half.line === line ? 2 : 1);
      half = half ? undefined : { digit, line, column };
    }
    wasBroken ||= half !== undefined;
  }
  return wasBroken ? into.done() : undefined;
}

/** Every line begins with a number, one more than the line above. */
function hasLineNumbers(lines: Lines, { first, last }: Region): boolean {
  if (first === last) return false;
  let expected: number | undefined;
  for (let line = first; line <= last; line += 1) {
    const [number] = bareRowAt(lines, line)?.groups ?? [];
    const value = Number(number?.digits);
    if (Number.isNaN(value) || (expected !== undefined && value !== expected)) return false;
    expected = value + 1;
  }
  return true;
}
