import { contentStart } from "./digits";
import { type Bytes, BytesInProgress, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import { longestLine, mostRows } from "./limits";
import type { Region } from "./region";

/**
 * Bytes as programs write them in strings: `"\x45\x00\x00<"`, `"\x{45}\u{0}"`, `'\105\000'`, over one line or several; and as Lua, OCaml
 * and Haskell do, whose numbers are decimal (`"\069\000"`, `"E\NUL\ACK"`).
 */

/** What stands behind the backslash of a hexadecimal escape; with braces in Perl, Rust and Swift. */
const inSixteen = "x[0-9a-f]{2}|[xu]\\{[0-9a-f]{1,2}\\}|u00[0-9a-f]{2}";
const someEscapes = new RegExp(`(?:\\\\(?:${inSixteen}|\\d{1,3}|NUL).*?){4}`, "i");
/** An escape without quotes around it, and one in a string. */
const loneEscape = new RegExp(`\\\\(?:${inSixteen}|[0-3][0-7]{2})`, "i");
const oneEscape = new RegExp(`\\\\(?:${inSixteen}|[0-3][0-7]{2}|[12]?\\d{1,2}(?!\\d)|NUL)`, "i");
/** Haskell's names of control characters, in ASCII's order. */
const controls =
  "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US".split(" ");
const decimalPiece = new RegExp(
  `\\\\(\\d{1,3})|\\\\(${controls.toSorted((a, b) => b.length - a.length).join("|")}|DEL|SP)|\\\\(&)|\\\\([abfnrtv\\\\'"])|([^\\\\])`,
  "y",
);
const piece = /\\(?:x|u00)([0-9a-f]{2})|\\[xu]\{([0-9a-f]{1,2})\}|\\([0-7]{1,3})|\\([abfnrtv\\'"e])|([^\\])/iy;
/** A string within a string, as a notebook keeps what Python printed: `"b'E\\\\x00\\\\x00'\\n"`. */
const doubledPiece = /\\\\x([0-9a-f]{2})|\\\\u00([0-9a-f]{2})|\\\\([0-7]{1,3})|\\{2,3}([abfnrtv'"e]|\\{2})|\\?([^\\])/iy;
/** What C and its kin write behind a backslash. */
export const valueOfEscape: Readonly<Record<string, number>> = {
  "0": 0,
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  e: 27,
  "\\": 92,
  "'": 39,
  '"': 34,
};
/** What may stand before a string that goes on from the line above. */
const goesOn = /^[\s.+&\\^~<>]*(?:b|rb|br|u|L)?["'`]?$/i;
/** What may stand behind a string that goes on below. */
const isUnfinished = /^["'`]?[\s\\+.&^~<>]*(?:(?<=["'`][\s\\+.&^~]*)(?:#|\/\/|\/\*|--\s).*)?$/;
/** A long string that a page has wrapped, as no language would: it takes so many lines, each of so many signs, at most. */
const mostWrapped = 40;
const longestWrapped = 300;

interface StringRow {
  readonly from: number;
  readonly to: number;
  readonly beginsHere: boolean;
  readonly endsHere: boolean;
}

export function stringRegion(lines: Lines, line: number): Region | undefined {
  const row = stringRowAt(lines, line);
  if (!row) return undefined;
  let first = line;
  for (let { beginsHere } = row; !beginsHere && line - first < mostRows && first > 0; first -= 1) {
    const above = stringRowAt(lines, first - 1);
    if (!above || above.endsHere) break;
    beginsHere = above.beginsHere;
  }
  let last = line;
  for (let { endsHere } = row; !endsHere && last - line < mostRows && last + 1 < lines.count; last += 1) {
    const below = stringRowAt(lines, last + 1);
    if (!below || below.beginsHere) break;
    endsHere = below.endsHere;
  }
  return { first, last };
}

export function stringBytes(lines: Lines, { first, last }: Region): Bytes {
  const into = new BytesInProgress();
  for (let line = first; line <= last; line += 1) {
    const { from, to } = stringRowAt(lines, line)!;
    addEscapes(lines.at(line), from, to, line, into);
  }
  return into.done();
}

/** Adds what a part of a line spells, sign by sign. */
export function addEscapes(whole: string, from: number, to: number, line: number, into: BytesInProgress): void {
  const text = whole.slice(0, to);
  const next = isDoubled(text, text.indexOf("\\x", from)) ? doubledPiece : piece;
  for (let at = from; at < to; ) {
    next.lastIndex = at;
    const match = next.exec(text);
    if (!match) break;
    const [all, hex, otherHex, octal, name, plain] = match;
    const value =
      (hex ?? otherHex)
        ? Number.parseInt(hex ?? otherHex, 16)
        : octal
          ? Number.parseInt(octal, 8)
          : name
            ? valueOfEscape[name[0]]
            : plain.charCodeAt(0);
    into.add(value & 0xff, line, at, all.length);
    at += all.length;
  }
}

/** Whether just one more backslash stands before that of an escape. */
const isDoubled = (text: string, at: number): boolean => text[at - 1] === "\\" && text[at - 2] !== "\\";

/** The bytes of a string with decimal escapes; nothing where something in it is no such escape. */
export function decimalStringBytes(lines: Lines, { first, last }: Region): Bytes | undefined {
  const into = new BytesInProgress();
  for (let line = first; line <= last; line += 1) {
    const { from, to } = stringRowAt(lines, line)!;
    const text = lines.at(line).slice(0, to);
    for (let at = from; at < to; at = decimalPiece.lastIndex) {
      decimalPiece.lastIndex = at;
      const match = decimalPiece.exec(text);
      const value = match ? decimalValue(match) : undefined;
      if (!match || value === undefined || value > 0xff) return undefined;
      if (value >= 0) into.add(value, line, at, match[0].length);
    }
  }
  return into.done();
}

/** -1 for Haskell's `\&`, which is no byte: it only parts a number from a digit behind it. */
function decimalValue([, decimal, control, nothing, name, plain]: RegExpExecArray): number | undefined {
  if (decimal) return Number(decimal);
  if (nothing) return -1;
  if (control) return control === "DEL" ? 0x7f : control === "SP" ? 0x20 : controls.indexOf(control);
  return name ? valueOfEscape[name] : plain.charCodeAt(0);
}

/** The part of a line between quotes, or from the first escape to the last where there are none. */
const stringRowAt = oncePerLine((lines, line): StringRow | undefined => {
  const text = lines.at(line);
  if (text.length < 4 || text.length > longestLine) return undefined;
  const found = oneEscape.exec(text);
  const start = contentStart(text);
  const isCarriedOver =
    line > 0 &&
    lines
      .at(line - 1)
      .trimEnd()
      .endsWith("\\");
  if (!found) return isCarriedOver && text.includes('"') ? continuedRow(text) : plainPart(text, start);
  const quoteAt = quoteBefore(text, found.index, isDoubled(text, found.index) ? innerQuote(text, start) : start);
  const isWrapped = quoteAt === undefined && !isCarriedOver ? quoteOpenAbove(lines, line) : undefined;
  if (quoteAt === undefined && (isCarriedOver || isWrapped)) return continuedRow(text, isWrapped);
  const lone = quoteAt === undefined ? loneEscape.exec(text) : found;
  if (!lone) return undefined;
  const from = quoteAt === undefined ? lone.index - lettersBefore(text, start, lone.index) : quoteAt + 1;
  const to = quoteAt === undefined ? endOfEscapes(text, lone.index) : endOfQuote(text, from, text[quoteAt]);
  const beginsHere = !goesOn.test(text.slice(Math.min(start, from), from));
  const endsHere = !isUnfinished.test(text.slice(to));
  // a string that goes on above or below may have few escapes in this line
  if (beginsHere && endsHere && !someEscapes.test(text.slice(from, to))) return undefined;
  return { from, to, beginsHere, endsHere };
});

/** The quote with which a string begins above, if it does not end there or in the lines between. */
function quoteOpenAbove(lines: Lines, line: number): string | undefined {
  for (let above = line - 1; above >= Math.max(0, line - mostWrapped); above -= 1) {
    const text = lines.at(above);
    const found = text.length <= longestWrapped ? oneEscape.exec(text) : undefined;
    if (!found) return undefined;
    const quoteAt = quoteBefore(text, found.index, contentStart(text));
    if (quoteAt === undefined) continue;
    for (let between = above; between < line; between += 1) {
      const from = between === above ? quoteAt + 1 : 0;
      if (endOfQuote(lines.at(between), from, text[quoteAt]) < lines.at(between).length) return undefined;
    }
    return text[quoteAt];
  }
  return undefined;
}

/** A row of a string that goes on from the line above: it has no quote where it begins, and may have letters between its escapes. */
function continuedRow(text: string, wrapped?: string): StringRow {
  const start = contentStart(text);
  // here a backslash is the string's first sign, and not part of what dresses the line
  const from = text[start - 1] === "\\" ? start - 1 : start;
  const length = text.trimEnd().length;
  const end = text[length - 1] === "\\" ? length - 1 : length;
  const to = Math.min(end, endOfQuote(text, from, wrapped ?? '"'));
  return { from, to, beginsHere: false, endsHere: to < end || (end === length && !wrapped) };
}

/** A string without escapes, alone on its line, which may be part of a longer one. */
const wholeString = /^[\s.+&\\]*(?:b|rb|br)?(["'])([^"'\\]{1,80})\1[\s\\+.)]*$/;

function plainPart(text: string, start: number): StringRow | undefined {
  const match = wholeString.exec(text.slice(start));
  if (!match) return undefined;
  const from = text.indexOf(match[1], start) + 1;
  return { from, to: from + match[2].length, beginsHere: false, endsHere: /\)\s*$/.test(text) };
}

/** Where the string within a program's string begins, as Python prints it. */
const innerQuote = (text: string, from: number): number => Math.max(from, text.indexOf("'", from));

function quoteBefore(text: string, before: number, from: number): number | undefined {
  for (let at = from; at < before; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (`"'\``.includes(text[at]) && endOfQuote(text, at + 1, text[at]) > before)
      return at === from && isFirstByte(text, at) ? undefined : at;
  }
  return undefined;
}

function endOfQuote(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === quote) return at;
  }
  return text.length;
}

/** Where letters follow the escapes directly, as bpftrace prints a buffer (`E\x00\x00<\x12`), the string takes the rest of the line. */
function endOfEscapes(text: string, from: number): number {
  const end = from + escapes.exec(text.slice(from))![0].trimEnd().length;
  return goesOnInLetters.test(text.slice(end, end + longestBetween)) ? text.trimEnd().length : end;
}

const escapes = new RegExp(`^(?:\\\\(?:${inSixteen}|[0-3][0-7]{2})\\s*)+`, "i");
/** Signs with which a string goes on behind its escapes. One that may close what stands around the bytes counts only before more escapes. */
const goesOnInLetters = /^(?:[\w!#$%&*+/<=?@^|~-]|[!-~]{1,3}\\x[0-9a-f]{2})/i;
const longestBetween = 8;
/** The first bytes of a packet as letters before its first escape (IPv4 begins with an E); more letters are a word. */
const fewLetters = /(?:^|[\s=:([{<,])([A-Za-z0-9@]{1,3}|`)$/;

const lettersBefore = (text: string, start: number, end: number): number =>
  fewLetters.exec(text.slice(Math.max(start, end - longestBefore), end))?.[1].length ?? 0;
const longestBefore = 4;

/** Whether a backtick is the first byte of a packet of IPv6, and no quote: then no other closes it. */
const isFirstByte = (text: string, at: number): boolean =>
  text.startsWith("`\\x", at) && endOfQuote(text, at + 1, "`") === text.length;
