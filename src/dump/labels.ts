import { contentStart, endOfDigits, isHex, isWrittenSpace } from "./digits";
import { labelsBehind } from "./labelsRunTogether";

/** From the style that nothing but labels has, so that it is found anywhere in a line, to one that any number may have. */
export const labelStyles = ["prefixed", "colon", "plain"] as const;
export type LabelStyle = (typeof labelStyles)[number];

/** An offset or address that begins a row of bytes: `0x0010:`, `00000010`, `[0x800022B4]:`. */
export interface Label {
  readonly digits: string;
  /** What it means as a hexadecimal number, as nearly all are. */
  readonly value: number;
  readonly isZero: boolean;
  readonly column: number;
  /** Where the row's bytes may begin. */
  readonly end: number;
  /** Where they end, if a quotation mark says so. */
  readonly limit?: number;
  readonly style: LabelStyle;
}

const space = "[\\s\\u3000\\u00a0]";
const bracketed = new RegExp(`\\[0x([0-9a-f]{4,16})\\]:?${space}*`, "iy");
const prefixed = new RegExp(
  `0x([0-9a-f]{2} [0-9a-f]{2}(?=[:：\\t]|  )|[0-9a-f]{2,16}|[0-9a-f](?=[:：]))(?:${space}?[:：]${space}*|${space}+)(?:[|│]${space}*)?`,
  "iy",
);
const beforeColon = /[0-9a-f]{4,16}$/i;
/** jNetPcap writes a star before the first byte of each header. */
const behindColon = new RegExp(`(?::(?:${space}+|(?=\\*[0-9a-f]{2})|$)|：${space}*)`, "iy");
/**
 * Digits alone. Behind them may stand a bar or the next cell of a table, a hyphen, an equals sign, the end of a mark, or an h for
 * hexadecimal; debuggers split a long address in two.
 */
const plain = new RegExp(
  `([0-9a-f]{3,16}(?:\`[0-9a-f]{8})?)(?:(?:h:|</(?:span|b|code)>|[*\`]{1,2})?${space}+(?:[|│]${space}*|[-:=]${space}+)?|:?</t[dh]>${space}*<t[dh][^<>]{0,60}>${space}*)`,
  "iy",
);
/** Digits in the frame of a table, or in brackets. */
const framed = new RegExp(`[|│[(<]${space}?([0-9a-f]{4,16})${space}?[|│\\])>]:?${space}*`, "iy");
/** A decimal number in brackets, filled up with spaces. */
const framedDecimal = new RegExp(`[[(]${space}{1,5}(\\d{1,5})[\\])]:?${space}*`, "iy");
/** Etherwatch has the text before its row, and each row's bytes in brackets: `[E..<]-    0-[45 00`. */
const beforeBracket = new RegExp(`(\\d{1,5})-\\[${space}*`, "iy");
/** R counts its values from one. */
const ofValues = new RegExp(`\\[(\\d{1,5})\\]${space}+`, "iy");
/** Verilog's `$readmemh` writes a hexadecimal address behind an at sign. */
const behindAt = new RegExp(`@([0-9a-f]{1,16})${space}+`, "iy");
/** A short number, mostly decimal, with a colon: only at a line's beginning. */
const short = new RegExp(`(\\d{1,3})[:：]${space}+`, "iy");
/** Each row may be a string of a program or of JSON. */
const quote = /["'`]\s*/y;
const opening = "{[(";
/** Or each part of a row may be one: `{ "0010", "45 00", "E." }`. */
const listed = new RegExp(`[{[(]${space}*["']([0-9a-f]{4,16})["']${space}*[,:]${space}*(?=["'])`, "iy");
/** The row's first digits, perhaps behind marks: without them the label is no label. */
const bytesFollow = /[^\s0-9a-z]{0,12}(?:<[^<>]*>|&lt;[^<>&]*&gt;)?[^\s0-9a-z]{0,12}[0-9a-f]{2}/iy;
/** hexdump and od end with a line that has the length alone. */
const lengthAlone = /([0-9a-f]{6,8})\s*(?:<\/[a-z]+>)*\s*$/iy;
const lineNumber = /[1-9]\d{0,4}[.):|]?\s+/y;

/** The labels of a line: several where a text was run together. */
export function labelsIn(text: string): Label[] {
  if (text.length < 6) return [];
  const found = prefixedIn(text);
  if (found.length > 0) return found;
  const withColon = withColonIn(text);
  if (withColon.length > 0) return withColon;
  const start = contentStart(text);
  const single =
    labelAt(text, start, plain) ??
    labelAt(text, start, short) ??
    framedLabel(text, start) ??
    (text[start] === "@" ? labelAt(text, start, behindAt) : undefined) ??
    labelBeforeBracket(text) ??
    lengthAt(text, start) ??
    quotedLabel(text, start) ??
    firstInString(text);
  const others = labelsInString(text, single?.end ?? start);
  if (!single || others.length > 0) return single ? [single, ...others] : others;
  return [single, ...labelsBehind(text, single)];
}

const frames = "|│[(<";

function framedLabel(text: string, start: number): Label | undefined {
  if (start >= text.length || !frames.includes(text[start])) return undefined;
  return labelAt(text, start, framed) ?? labelAt(text, start, framedDecimal) ?? countedFromOne(labelAt(text, start, ofValues));
}

/** R's first value has the number one and the offset zero. */
function countedFromOne(label: Label | undefined): Label | undefined {
  const before = Number(label?.digits) - 1;
  return label && before >= 0 ? labelOf(String(before), label.column, label.end, label.style) : undefined;
}

function labelBeforeBracket(text: string): Label | undefined {
  const bracket = text.indexOf("-[");
  if (bracket < 1) return undefined;
  let column = bracket;
  while (column > 0 && isDecimal(text.charCodeAt(column - 1))) column -= 1;
  return labelAt(text, column, beforeBracket);
}

const isDecimal = (code: number) => code >= 0x30 && code <= 0x39;

/** Labels of further rows in a string whose line breaks are written as two signs. */
function labelsInString(text: string, from: number): Label[] {
  const found: Label[] = [];
  let column = from;
  for (let at = text.indexOf("\\n", from); at >= 0; at = text.indexOf("\\n", column)) {
    column = at + 2;
    while (text[column] === " " || isWrittenSpace(text, column)) column += text[column] === " " ? 1 : 2;
    const label = labelAt(text, column, plain) ?? labelAt(text, column, framed);
    if (label) found.push(label);
  }
  return found;
}

/**
 * What stands before a first row that does not begin its line: the quote of a program's string, the tag of a page's block, or the words
 * of a sentence.
 */
const stringBegins = /(?:["'`\s:：（(\u4e00-\u9fff]|<(?:pre|code)(?:\s[^<>]{0,60})?>)(?=0{4,8}\s{1,4}(?:[0-9a-f]{2}\s{1,4}){7})/i;

function firstInString(text: string): Label | undefined {
  // a quick look
  const begins = text.includes("0000") ? stringBegins.exec(text) : null;
  return begins ? labelAt(text, begins.index + begins[0].length, plain) : undefined;
}

function quotedLabel(text: string, start: number): Label | undefined {
  if (opening.includes(text[start] ?? " ")) {
    const label = labelAt(text, start, listed);
    return label && { ...label, limit: text.indexOf(text[label.end], label.end + 1) };
  }
  quote.lastIndex = start;
  const width = quote.exec(text)?.[0].length ?? 0;
  return width > 0 ? labelAt(text, start + width, plain) : undefined;
}

function prefixedIn(text: string): Label[] {
  const found: Label[] = [];
  for (let at = nextPrefix(text, 0); at >= 0; at = nextPrefix(text, at + 2)) {
    const isBracketed = text[at - 1] === "[";
    if (!isBracketed && !mayBegin(text, at)) continue;
    const label = isBracketed ? labelAt(text, at - 1, bracketed, "prefixed") : labelAt(text, at, prefixed, "prefixed");
    if (label) found.push(label);
  }
  return found;
}

function nextPrefix(text: string, from: number): number {
  const small = zeroBefore(text, "x", from);
  return small >= 0 ? small : zeroBefore(text, "X", from);
}

const zero = 0x30;

/** Where a zero stands before a letter. JavaScript searches for single letters fastest, and most lines have none. */
function zeroBefore(text: string, letter: string, from: number): number {
  let at = text.indexOf(letter, from + 1);
  while (at >= 0 && text.charCodeAt(at - 1) !== zero) at = text.indexOf(letter, at + 1);
  return at - 1;
}

/** Whether a label may begin here: it is no part of another word. An escaped tab or line break may stand before it. */
function mayBegin(text: string, at: number): boolean {
  if (at === 0 || !/[0-9a-z_.:]/i.test(text[at - 1])) return true;
  return text[at - 2] === "\\" && (text[at - 1] === "t" || text[at - 1] === "n");
}

function withColonIn(text: string): Label[] {
  const found: Label[] = [];
  for (let at = nextColon(text, 0); at >= 0; at = nextColon(text, at + 1)) {
    // most colons stand behind words
    const to = text[at - 1] === "]" ? at - 1 : at;
    if (!isHex(text.charCodeAt(to - 1))) continue;
    behindColon.lastIndex = at;
    const behind = behindColon.exec(text);
    const last = behind && beforeColon.exec(text.slice(Math.max(0, to - longestLabel), to))?.[0];
    if (!behind || !last) continue;
    const column = beginOfSpan(text, to - last.length, last.length);
    const digits = text.slice(column, column + last.length);
    if (to < at ? text[column - 1] !== "[" : !mayBegin(text, column)) continue;
    const end = at + behind[0].length;
    if (haveBytes(text, end) || isWrapped(text, digits, column, to)) found.push(labelOf(digits, column, end, "colon"));
  }
  return found;
}

const longestLabel = 17;

/** Where a label begins that names the row's first and last byte: `0010-001F:`. */
function beginOfSpan(text: string, column: number, length: number): number {
  if (text[column - 1] !== "-") return column;
  const first = column - 1 - length;
  const begins = first >= 0 && (first === 0 || text[first - 1] === " ");
  return begins && endOfDigits(text, first) === column - 1 ? first : column;
}

/** Whether a mail was wrapped right behind the offset in a kernel's log: `skb frag:     00000000:`. */
const isWrapped = (text: string, digits: string, column: number, end: number): boolean =>
  digits.length === 8 && end + 1 >= text.trimEnd().length && text.slice(0, column).trimEnd().endsWith(":");

function nextColon(text: string, from: number): number {
  const colon = text.indexOf(":", from);
  return colon >= 0 ? colon : text.indexOf("：", from);
}

function haveBytes(text: string, at: number): boolean {
  bytesFollow.lastIndex = at;
  return bytesFollow.test(text);
}

/** A plain label behind the number of a line, or the length alone. */
export function labelBehindNumber(text: string): Label | undefined {
  const start = contentStart(text);
  lineNumber.lastIndex = start;
  const number = lineNumber.exec(text);
  const column = start + (number?.[0].length ?? 0);
  return number ? (labelAt(text, column, plain) ?? lengthAt(text, column)) : undefined;
}

export const endOfLineNumber = (text: string): number => {
  lineNumber.lastIndex = contentStart(text);
  return lineNumber.exec(text) ? lineNumber.lastIndex : contentStart(text);
};

export function lineNumberOf(text: string): number | undefined {
  lineNumber.lastIndex = contentStart(text);
  const match = lineNumber.exec(text);
  return match ? Number.parseInt(match[0], 10) : undefined;
}

/** A label that a pattern finds at a column, with bytes behind it. */
function labelAt(text: string, column: number, pattern: RegExp, style: LabelStyle = "plain"): Label | undefined {
  pattern.lastIndex = column;
  const match = pattern.exec(text);
  if (!match) return undefined;
  let end = column + match[0].length;
  if (text.charCodeAt(end) === ampersand) end = behindSpacesOfPage(text, end);
  if (!haveBytes(text, end)) return undefined;
  return labelOf(isParted.test(match[1]) ? match[1].replace(isParted, "") : match[1], column, end, style);
}

/** The length that stands below the last row. */
function lengthAt(text: string, column: number): Label | undefined {
  lengthAlone.lastIndex = column;
  const match = lengthAlone.exec(text);
  return match ? labelOf(match[1], column, column + match[0].length, "plain") : undefined;
}

/** The sign that splits a long address of a debugger, or the two bytes of an offset. */
const isParted = /[` ]/;
const ampersand = 0x26;
const spacesOfPage = /(?:&nbsp;|\s)*/y;

function behindSpacesOfPage(text: string, from: number): number {
  spacesOfPage.lastIndex = from;
  return from + spacesOfPage.exec(text)![0].length;
}

function labelOf(digits: string, column: number, end: number, style: LabelStyle): Label {
  const value = numberOf(digits, 16);
  return { digits, value, isZero: value === 0 && /^0+$/.test(digits), column, end, style };
}

/** The last so many digits of an address are enough to tell it from its neighbours, and fit a number exactly. */
const mostDigits = 12;

const numberOf = (digits: string, base: number) =>
  Number.parseInt(digits.length > mostDigits ? digits.slice(-mostDigits) : digits, base);

/** The offset that a label means: od counts in octal unless told otherwise, and some tools in decimal. */
export const labelValue = ({ digits, value }: Label, base: number): number => (base === 16 ? value : numberOf(digits, base));

export const isSurer = (one: LabelStyle, other: LabelStyle): boolean => labelStyles.indexOf(one) < labelStyles.indexOf(other);
