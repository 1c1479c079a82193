/** Hex digits in a line, as people leave them: in groups, with marks around some, sometimes in the middle of one. */

/** Digits that stand together; every digit with its column, since a mark may stand between two. */
export interface Group {
  readonly digits: string;
  readonly columns: readonly number[];
  /** Width of the white space before it. */
  readonly gap: number;
  /** Just behind its last digit. */
  readonly end: number;
}

/** What people put around bytes to point at them, and what may stand between groups. */
const marks = new Set("【】「」『』《》〈〉〔〕［］｛｝（）()[]{}<>‹›«»*_`~=^\"'“”‘’|,;\u200b\ufeff");
const spaces = new Set(" \t\u00a0\u3000\u2002\u2003\u2009");
const tag = /<\/?[a-z][^<>]{0,120}>|&nbsp;/iy;

const isHex = (code: number) => (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
const isWord = (code: number) => isHex(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;

/** Groups of an even number of digits from a column on, until something else than digits, spaces and marks comes. */
export function readGroups(text: string, from: number, separators = ""): Group[] {
  const groups: Group[] = [];
  let digits = "";
  let columns: number[] = [];
  let gap = 0;
  let nextGap = 0;
  /** Ends the group; false when it cannot be one. */
  const close = (): boolean => {
    if (digits === "") return true;
    if (digits.length % 2 !== 0) return false;
    groups.push({ digits, columns, gap, end: columns[columns.length - 1] + 1 });
    digits = "";
    columns = [];
    return true;
  };
  for (let at = from; at < text.length; ) {
    const char = text[at];
    if (isHex(text.charCodeAt(at))) {
      if (digits === "") gap = nextGap;
      nextGap = 0;
      digits += char;
      columns.push(at);
      at += 1;
      continue;
    }
    if (spaces.has(char) || separators.includes(char)) {
      if (!close()) break;
      nextGap += spaces.has(char) ? (char === "\t" ? 2 : 1) : 1;
      at += 1;
      continue;
    }
    const skipped = widthOfMark(text, at);
    // letters and other signs right behind digits say that these were no bytes
    if (skipped === 0) return groups;
    if (text.startsWith("&nbsp;", at)) {
      if (!close()) break;
      nextGap += 1;
    }
    at += skipped;
  }
  close();
  return groups;
}

function widthOfMark(text: string, at: number): number {
  if (text[at] === "<" || text[at] === "&") {
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (found) return found[0].length;
  }
  return marks.has(text[at]) ? 1 : 0;
}

/** The first column of a line that is not its dressing: quotes, list marks, comment signs, a prompt of a diff. */
const dressing = /^(?:[\s\u3000\u00a0]|>|\/\*.*?\*\/|\/\/+|\/?\*+\/?|#+|--|;+|%+|[-+•·]\s|\\|\|\s|"(?=\s)|REM\s)*/i;

export function contentStart(text: string): number {
  return dressing.exec(text)![0].length;
}

export { isHex, isWord };
