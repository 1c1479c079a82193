/** Hex digits in a line, as people leave them: in groups, with marks around some of them, sometimes in the middle of a group. */

/** Digits that stand together. A mark may stand between two of them: then `columns` tells where each is. */
export interface Group {
  readonly digits: string;
  readonly start: number;
  readonly columns?: readonly number[];
  /** Width of the white space before it. */
  readonly gap: number;
  /** Just behind its last digit. */
  readonly end: number;
}

export const columnOf = ({ start, columns }: Group, digit: number): number => columns?.[digit] ?? start + digit;

/** What people put around bytes to point at them, and what may stand between groups. */
const marks = new Set("【】「」『』《》〈〉〔〕［］｛｝（）()[]{}<>‹›«»*_`~=^\"'“”‘’|│┊,;\u200b\ufeff");
const spaces = new Set(" \t\u00a0\u3000\u2002\u2003\u2009");
/** A tag of HTML, written out or escaped. */
const tag = /<\/?[a-z][^<>]{0,120}>|&lt;\/?[a-z][^<>&]{0,120}&gt;|&(?:lt|gt|quot|amp);/iy;

export const isHex = (code: number) => (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);

/** The value of a hex digit, 0 to 15, in either case. */
export const digitValue = (code: number) => (code & 0xf) + (code >= 65 ? 9 : 0);

/** Where a run of digits ends. */
export function endOfDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length && isHex(text.charCodeAt(at))) at += 1;
  return at;
}

/** Groups of an even number of digits from a column on, until something else than digits, spaces and marks comes. */
export function readGroups(text: string, from: number, separators = ""): Group[] {
  const groups: Group[] = [];
  /** The group that is being read: where it begins, where its digits end so far, and its columns once a mark stands between them. */
  let start = -1;
  let end = -1;
  let columns: number[] | undefined;
  let gap = 0;
  let nextGap = 0;
  for (let at = from; at < text.length; ) {
    const runEnd = endOfDigits(text, at);
    if (runEnd > at) {
      if (start < 0) {
        start = at;
        gap = nextGap;
      } else {
        columns ??= columnsBetween(start, end);
        columns.push(...columnsBetween(at, runEnd));
      }
      nextGap = 0;
      end = runEnd;
      at = runEnd;
      continue;
    }
    const width = widthOfSpace(text, at, separators);
    if (width > 0) {
      if (start >= 0 && !addGroup(groups, text, start, end, columns, gap)) return groups;
      start = -1;
      columns = undefined;
      nextGap += text[at] === "\t" || text[at] === "<" ? 2 : 1;
      at += width;
      continue;
    }
    if (isBase(text, at)) break;
    const skipped = widthOfMark(text, at);
    // a sign right behind digits says that these are no bytes but part of a word, unless words cannot go on with it
    if (skipped === 0) {
      if (start >= 0 && (at > end || endsSentencePart(text, at))) addGroup(groups, text, start, end, columns, gap);
      else if (columns) addUntilComma(groups, text, start, gap);
      return groups;
    }
    at += skipped;
  }
  if (start >= 0) addGroup(groups, text, start, end, columns, gap);
  return groups;
}

const base = /\)(?:<sub>)?(?:16|₁₆)(?![0-9a-z])/iy;

/** Textbooks write the base behind the digits: `(0532 0017)16`. */
function isBase(text: string, at: number): boolean {
  base.lastIndex = at;
  return text[at] === ")" && base.test(text);
}

const firstEastAsian = 0x2e80;
const afterWord = /[.!?…—–→]\p{P}*$|…|\.{3}(?=[)）])/uy;

/**
 * Whether a sign right behind digits cannot go on with a word. Chinese, Japanese and Korean write words there without a space; a full
 * stop or the like may end the line; and dots stand for what is left out.
 */
function endsSentencePart(text: string, at: number): boolean {
  afterWord.lastIndex = at;
  return text.charCodeAt(at) >= firstEastAsian || afterWord.test(text);
}

/** How many bytes there are up to the end of each group. */
export function boundaries(groups: readonly Group[]): number[] {
  let sum = 0;
  return groups.map(({ digits }) => {
    sum += digits.length / 2;
    return sum;
  });
}

const columnsBetween = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/** The digits before a comma, which may stand behind a string's end, as the last group: `36 C5,2210037,"alert`, `36c5","frame":`. */
function addUntilComma(groups: Group[], text: string, start: number, gap: number): void {
  const end = endOfDigits(text, start);
  const isParted = text[end] === "," || (text[end] === '"' && text[end + 1] === ",");
  if (isParted && (end - start) % 2 === 0) groups.push({ digits: text.slice(start, end), start, gap, end });
}

/** Adds a group; false where it has an odd number of digits and so cannot be one. */
function addGroup(
  groups: Group[],
  text: string,
  start: number,
  end: number,
  columns: readonly number[] | undefined,
  gap: number,
): boolean {
  if ((columns?.length ?? end - start) % 2 !== 0) {
    if (columns) addUntilComma(groups, text, start, gap);
    return false;
  }
  if (columns) groups.push({ digits: columns.map((column) => text[column]).join(""), start, columns, gap, end });
  else groups.push({ digits: text.slice(start, end), start, gap, end });
  return true;
}

const noBreakSpace = "&nbsp;";
/** The end of a cell in a table of HTML, which is a gap between bytes. */
const cellEnd = /<\/t[dh]>/iy;

function widthOfSpace(text: string, at: number, separators: string): number {
  if (text[at] === " ") return 1;
  if (text[at] === "\\" && isWrittenSpace(text, at)) return 2;
  if (text[at] === "<") return widthOfCellEnd(text, at);
  if (text[at] === "&") return text.startsWith(noBreakSpace, at) ? noBreakSpace.length : 0;
  // three dots stand for what was left out, two hyphens for a byte that is not there
  if ((text[at] === "." && text.startsWith("...", at)) || (text[at] === "-" && text[at + 1] === "-")) return 0;
  return spaces.has(text[at]) || separators.includes(text[at]) ? 1 : 0;
}

function widthOfCellEnd(text: string, at: number): number {
  if (text[at + 1] !== "/") return 0;
  cellEnd.lastIndex = at;
  return cellEnd.test(text) ? cellEnd.lastIndex - at : 0;
}

/** Whether a line break or tab is written as two signs here, as in a string of a program or of JSON. */
export const isWrittenSpace = (text: string, at: number): boolean =>
  text[at] === "\\" && (text[at + 1] === "n" || text[at + 1] === "t" || text[at + 1] === "r");

function widthOfMark(text: string, at: number): number {
  if (text[at] === "<" || text[at] === "&") {
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (found) return found[0].length;
  }
  return marks.has(text[at]) ? 1 : 0;
}

/** The first column of a line that is not its dressing: quotes, list marks, comment signs, a prompt of a diff. */
const dressing =
  /(?:[\s\u3000\u00a0]|<\/?[a-z][^<>]{0,120}>|>|\/\*.*?\*\/|\/\/+|\/?\*+\/?|#+|--|;+|%+|[-•·]\s|\+|\\|\|0 {3}(?=\|)|\|\s|"(?=\s)|REM\s)*/iy;

export function contentStart(text: string): number {
  dressing.lastIndex = 0;
  dressing.test(text);
  return dressing.lastIndex;
}

/** The first sign of a line. If it is a letter or a digit, nothing dresses the line, which is quickly known. */
export function firstSign(text: string): string {
  let at = 0;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return text[at] ?? "";
}

const markSigns = [...marks].map((sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`).join("");
const markRun = `(?:</?[a-z][^<>]{0,120}>|&lt;/?[a-z][^<>&]{0,120}&gt;|&(?:lt|gt|quot|amp);|[${markSigns}])+`;
const markBefore = new RegExp(`${markRun}$`, "iu");
const markBehind = new RegExp(`^${markRun}`, "iu");

/** How wide the marks are at the end of a text, and at its beginning. */
export const marksBefore = (text: string): number => markBefore.exec(text)?.[0].length ?? 0;
export const marksBehind = (text: string): number => markBehind.exec(text)?.[0].length ?? 0;
