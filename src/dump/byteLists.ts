import { contentStart } from "./digits";
import { type Bytes, BytesInProgress, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import { longestLine } from "./limits";
import type { Region } from "./region";

/**
 * Numbers of a program's array: `0x45, 0x00`, `[69, 0, 0, 60]`, `(byte) 0x45`, `0x45.toByte()`, `<<16#45,16#00>>`, `x"4500" & x"003c"`,
 * `{"0":69,"1":0}`, with comments and names between; and what debuggers print: rows behind their addresses, numbers behind their index,
 * or with how often they are repeated.
 */

const token =
  /(?<skip>(?:[\s,;|\\]|&(?!h)|_(?=\s*$))+|\[\d{1,4}\]\s?=\s?(?=0x|\d)|["']?\d{1,5}["']?:(?=\s?\d{1,3}\s*[,}])|["'](?=0x[0-9a-f]{1,2}["'])|(?<=0x[0-9a-f]{1,2})["']|\/\*.*?(?:\*\/|$)|\/\/.*$|#(?!x[0-9a-f]).*$|--.*$|\((?:unsigned )?(?:byte|char|u?int8_t|u8)\))|(?<open>'?[[{(]|<<)|(?<close>[\]})]+|>>)|<repeats (?<times>\d{1,4}) times>|(?:0x|16#|8'h|#x|&H|\$(?=(?:[0-9a-f]{2}){1,4}(?!\w)))(?<prefixed>[0-9a-f]{1,16})(?:_?u8|_?u16|_?u32|[ul]{1,2}|uy|#|\.toU?Byte(?:\(\))?)?(?!\w)|0b(?<binary>[01]{1,8})(?!\w)|x"(?<quoted>(?:[0-9a-f]{2}_?)+)"|(?<suffixed>\d[0-9a-f]{0,8}|[0-9a-f]{2})h(?!\w)|(?<decimal>-?\d{1,3})(?:_?u8|uy|\.toU?Byte(?:\(\))?)?(?![\w.:#'])|(?<name>[a-z_]\w{2,40})(?!\w|\s*[(:=.])/iy;

/** How names end that stand for a number in a header: `IPPROTO_TCP`, `PROTO_UDP`. */
const knownEnds: readonly (readonly [string, number])[] = [
  ["_TCP", 6],
  ["_UDP", 17],
  ["_ICMP", 1],
  ["_ICMPV6", 58],
];
const valueOfName = (name: string): number | undefined => knownEnds.find(([end]) => name.endsWith(end))?.[1];

interface Element {
  readonly value: number;
  /** The upper four bytes of a word of eight, which one number would not hold exactly. */
  readonly high: number;
  /** How many bytes it stands for: with more than two digits it is a word. */
  readonly size: number;
  readonly column: number;
  readonly length: number;
}

interface ListRow {
  readonly elements: readonly Element[];
  /** Where the first of them begins, with what marks it as a number. */
  readonly firstAt: number;
  readonly opensHere: boolean;
  readonly closesHere: boolean;
  /** A comma or an ampersand ends it: comments may stand before the next row. */
  readonly goesOn: boolean;
  /** How many bytes each number stands for at least, as an assembler's name for it says. */
  readonly least?: number;
}

/** Data that is no packet may have a number on each of very many lines. */
const mostRows = 1600;
const fewestInText = 4;
/** Where a list may begin within a line. */
const listStart =
  /(?:\((?:unsigned )?(?:byte|char|u?int8_t|u8)\)\s?)?(?:0x|16#|8'h|#x|&H)[0-9a-f]{1,8}(?:_?u8|uy?)?\b|0b[01]{8}\b|\$[0-9a-f]{2}(?=\s*,)|x"[0-9a-f]{2}|(?:[[{(]|<<)\s*(?:"0":\s?)?\d{1,3}[\s,]/gi;
/** A debugger's address before its row. */
const address = /(?:0x)?[0-9a-f]{4,16}(?:\s+<[^<>]*>)?:\s+(?=0x)/iy;
const marked = /(?:0x|0b[01]|x"|16#|8'h|#x|&H|\$[0-9a-f]{2}\b|[0-9a-f]{2,3}h\b)/iy;
/** What begins a row of an assembler, behind a disassembler's address and perhaps a name; or of Basic, behind the number of its line. */
const directive =
  /(?:\.?\w{1,16}:[0-9a-f]{4,16}\s+)?(?:[a-z_][\w$@?]*:?\s+)?(?:\d{1,5}\s+(?=data))?(?:\.?db|\.byte|dc\.b|fcb|data(?=\s+(?:&h|\d))|(?<words>\.word|\.[24]byte|\.h?word|\.half|\.short|\.long|\.int|d[wd]|dc\.[wl]|fdb))\s+/iy;
/** Directives for numbers of two bytes; a word has two or four, depending on the machine. */
const ofHalves = /^(?:\.2byte|\.hword|\.half|\.short|dw|dc\.w|fdb)$/i;
const digitsOfHalfWord = 4;
/** What stands before the comment of such a line. */
const operands = /^[^;@]*/;

export function listRegion(lines: Lines, line: number): Region | undefined {
  const row = listRowAt(lines, line);
  if (!row) return undefined;
  let first = line;
  for (let { opensHere } = row; !opensHere && line - first < mostRows; ) {
    const above = nextRow(lines, first, -1);
    const other = above !== undefined && listRowAt(lines, above);
    if (!other || other.closesHere) break;
    first = above;
    opensHere = other.opensHere;
  }
  let last = line;
  for (let { closesHere } = row; !closesHere && last - line < mostRows; ) {
    const below = nextRow(lines, last, 1);
    const other = below !== undefined && listRowAt(lines, below);
    if (!other || other.opensHere) break;
    last = below;
    closesHere = other.closesHere;
  }
  return { first, last };
}

/** Up to so many lines of comments stand between two rows of a list. */
const mostBetween = 3;
const comment = /^(?:[\s>]|\*\s)*(?:\/\*.*\*\/|\/\/.*|#.*|--.*|;.*|[a-z_]\w*:)?\s*$/i;

/** The row above or below another, perhaps with comments between. */
function nextRow(lines: Lines, from: number, step: -1 | 1): number | undefined {
  for (let line = from + step, steps = 0; line >= 0 && line < lines.count && steps <= mostBetween; line += step, steps += 1) {
    const row = listRowAt(lines, line);
    const upper = step < 0 ? row : listRowAt(lines, from);
    if (row) return steps === 0 || upper?.goesOn ? line : undefined;
    if (!comment.test(lines.at(line))) return undefined;
  }
  return undefined;
}

export function listBytes(lines: Lines, region: Region): Bytes {
  const into = new BytesInProgress();
  const least = leastSize(lines, region);
  for (let line = region.first; line <= region.last; line += 1) {
    for (const { value, high, size, column, length } of listRowAt(lines, line)?.elements ?? []) {
      for (let byte = Math.max(size, least) - 1; byte >= 0; byte -= 1)
        into.add(((byte < bytesOfHalf ? value : high) >>> ((byte % bytesOfHalf) * 8)) & 0xff, line, column, length);
    }
  }
  return into.done();
}

const bytesOfHalf = 4;

/** How many bytes each number stands for. Those of a word may be in either order. */
export function wordSize(lines: Lines, region: Region): number {
  return Math.max(listRowAt(lines, region.first)?.elements[0]?.size ?? 1, leastSize(lines, region));
}

/** All numbers of one list are equally long: as long as the longest has to be. */
function leastSize(lines: Lines, { first, last }: Region): number {
  if (listRowAt(lines, first)?.least === undefined) return 1;
  let least = 1;
  for (let line = first; line <= last; line += 1) least = Math.max(least, listRowAt(lines, line)?.least ?? 1);
  return least;
}

function addressWidth(text: string, at: number): number {
  address.lastIndex = at;
  return address.exec(text)?.[0].length ?? 0;
}

const listRowAt = oncePerLine((lines, line): ListRow | undefined => {
  const text = lines.at(line);
  if (text.length < 2 || text.length > longestLine || !/\d|&H/.test(text)) return undefined;
  const start = contentStart(text);
  directive.lastIndex = start;
  const directed = directive.exec(text);
  if (directed) {
    const row = readList(operands.exec(text)![0], directive.lastIndex);
    const words = directed.groups?.["words"];
    const least = row && words ? { least: ofHalves.test(words) ? 2 : leastOf(words, row.elements) } : {};
    return row && { ...row, ...least, opensHere: false, closesHere: false, goesOn: true };
  }
  const dressed = start + addressWidth(text, start);
  const whole = readList(text, dressed > start ? dressed : text.search(/\S/)) ?? readList(text, start);
  if (whole && (isList(text, whole, 1) || isLastRow(lines, line, whole))) return whole;
  listStart.lastIndex = 0;
  for (let match = listStart.exec(text), tries = 0; match && tries < 8; match = listStart.exec(text), tries += 1) {
    const inside = readList(text, match.index);
    const fewest = inside?.goesOn && isOpened(text, match.index) ? 1 : fewestInText;
    if (inside && isList(text, inside, fewest)) return { ...inside, opensHere: true };
  }
  return text.length >= shortestDotted && manyDots.test(text) ? dottedList(text) : undefined;
});

const leastOf = (words: string, elements: readonly Element[]): number =>
  words.toLowerCase() === ".word" && elements.every(({ size }) => size * 2 <= digitsOfHalfWord) ? 2 : 4;

/** Numbers with dots between, at least as many as a header has: `69.0.0.60.18.52…`. */
const dotted = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){19,1600}(?![\w]|\.\d)/;
const shortestDotted = 39;
/** A quick test: more dots than an address with a port has. */
const manyDots = /\.\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\.\d/;

function dottedList(text: string): ListRow | undefined {
  const match = dotted.exec(text);
  if (!match) return undefined;
  const elements = [...match[0].matchAll(/\d+/g)].map(({ index, 0: digits }) => ({
    value: Number(digits),
    high: 0,
    size: 1,
    column: match.index + index,
    length: digits.length,
  }));
  if (elements.some(({ value }) => value > 0xff)) return undefined;
  return { elements, firstAt: match.index, opensHere: true, closesHere: true, goesOn: false };
}

/** Whether a bracket stands right before: then a line may begin a list with fewer numbers, `new byte[] { 0x45, 0x00,`. */
function isOpened(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) <= 0x20) before -= 1;
  return before >= 0 && "[{(<".includes(text[before]);
}

/** A line of a list that a program printed with one number on each. */
const oneNumber = /^\W*\d{1,3},?\s*$/;

function isList(text: string, { elements, firstAt }: ListRow, fewest: number): boolean {
  if (elements.length < fewest) return false;
  marked.lastIndex = firstAt;
  // decimal numbers make a list with commas only
  return (
    marked.test(text) ||
    (elements.length === 1 && oneNumber.test(text)) ||
    (elements.length >= 4 && elements.every(({ value }) => value < 256) && /\d\s*,|\[\d+\s\d+\s/.test(text))
  );
}

/** The last row of a list in decimal may have only one to three numbers. */
const fewNumbers = /^[\s>*/#+-]*\d{1,3}(?:\s*,\s*\d{1,3}){0,2}\s*,?\s*(?:[\]})]|>>|$)/;

const isLastRow = (lines: Lines, line: number, { elements }: ListRow): boolean =>
  line > 0 &&
  elements.length < fewestInText &&
  fewNumbers.test(lines.at(line)) &&
  endsWithComma.test(lines.at(line - 1)) &&
  (listRowAt(lines, line - 1)?.elements.length ?? 0) >= fewestInText;

function readList(text: string, from: number): ListRow | undefined {
  const elements: Element[] = [];
  let firstAt = from;
  let opensHere = false;
  let closesHere = false;
  for (let at = from; at < text.length; ) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match?.groups) {
      closesHere = true;
      break;
    }
    const { open, close, decimal, name, prefixed, suffixed, binary, quoted, times } = match.groups;
    const hex = prefixed ?? withoutZero(suffixed);
    if (open && elements.length === 0) opensHere = true;
    if (close && elements.length > 0) closesHere = true;
    else if (closesHere && (hex || decimal || name || binary || quoted)) break;
    if (name !== undefined && !/^[A-Z0-9_]+$/.test(name)) {
      closesHere = elements.length > 0;
      if (elements.length === 0) return undefined;
      break;
    }
    if (elements.length === 0) firstAt = at;
    if (times) repeatLast(elements, Number(times), at, match[0].length);
    if (quoted) addPairs(elements, quoted, at + match[0].indexOf(quoted));
    const value = hex
      ? Number.parseInt(hex.slice(-digitsOfHalf), 16)
      : binary
        ? Number.parseInt(binary, 2)
        : decimal
          ? asByte(Number(decimal))
          : name
            ? (valueOfName(name) ?? 0)
            : undefined;
    const high = hex && hex.length > digitsOfHalf ? Number.parseInt(hex.slice(0, -digitsOfHalf), 16) : 0;
    if (value !== undefined) elements.push({ value, high, size: sizeOf(hex), column: at, length: match[0].length });
    at += match[0].length;
  }
  return elements.length > 0 ? { elements, firstAt, opensHere, closesHere, goesOn: endsWithComma.test(text) } : undefined;
}

/** A hex number that begins with a letter has a zero before it, to be told from a name: `0FFh`. */
const withoutZero = (digits: string | undefined): string | undefined =>
  digits && digits.length % 2 === 1 && digits.length > 1 ? digits.replace(/^0/, "") : digits;

/** gdb prints a number that comes more than ten times only once, and how often. */
function repeatLast(elements: Element[], times: number, column: number, length: number): void {
  const last = elements.at(-1);
  for (let i = 1; last && i < times; i += 1) elements.push({ ...last, column, length });
}

/** A string of hex digits in VHDL: its bytes stand in their order, and are no word. */
function addPairs(elements: Element[], digits: string, column: number): void {
  for (const { index, 0: pair } of digits.matchAll(/[0-9a-f]{2}/gi))
    elements.push({ value: Number.parseInt(pair, 16), high: 0, size: 1, column: column + index, length: 2 });
}

const digitsOfHalf = 8;

const endsWithComma = /[,&]\s*_?\s*(?:\/\*.*\*\/|\/\/.*|#.*|--.*)?\s*$/;

/** Java's bytes are signed. A number below -128 is no byte; it becomes 256, which is taken for none either. */
const asByte = (value: number) => (value < -128 ? 256 : value < 0 ? value + 256 : value);

const sizeOf = (hex: string | undefined) => (!hex || hex.length <= 2 ? 1 : hex.length <= 4 ? 2 : hex.length <= 8 ? 4 : 8);
