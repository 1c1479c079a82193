import { contentStart } from "./digits";
import { BytesInProgress, type BytesInRows, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import { addEscapes } from "./escapedStrings";
import type { Region } from "./region";

/**
 * A packet that a program puts together, with a string or a list in each statement: `p += unhexlify("4500…")`, `ip_header += b"\x45\x00"`,
 * `tcp = "c3ca…"`, `b"".join([bytes.fromhex("4500…"), …`, `v.extend_from_slice(&[0x45, 0x00])`, `pkt.push_back(0x45)`.
 */

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly kind: "hex" | "escaped" | "list";
  /** The line is only a string, which belongs to the statement above. */
  readonly isContinued?: true;
}

/** So many statements at most make a value, with so many comments and empty lines between two of them. */
const mostRows = 64;
const mostBetween = 3;
const longestLine = 4000;
const comment = /^\s*(?:#.*|\/\/.*|--.*|;.*|\/\*.*\*\/\s*)?$/;

const pairs = "((?:[0-9a-f]{2}[\\s:]*)+)";
/** A string of hex digits, behind the name that is set or the call that reads the digits. */
const hexPiece = new RegExp(
  `(?:(?<![!<>=])=\\s*|(?:hex\\w*|pack|from|decode\\w*)[!?]?\\s*\\(\\s*(?:["']H\\*["']\\s*,\\s*)?|\\+\\s*)(?:[a-z_][\\w.:]{0,40}[!(]\\(?\\s*)?[bru]?(["'\`])${pairs}\\1`,
  "gi",
);
const continuedPiece = new RegExp(`[bru]?(["'])${pairs}\\1(?=\\s*(?:[+.&\\\\,;)]|//|#|/\\*|$))`, "iy");
const escapedPiece = /(?<![!<>=])=\s*\(?\s*[bru]?(["'])((?:\\x[0-9a-f]{2})(?:[^\\"']|\\.){0,1600})\1/gi;
/** A string of bytes without escapes that is added. */
const plainPiece = /\+=\s*b(["'])([^"'\\]{1,1600})\1/g;
/** A list of numbers, behind the name of what adds them. */
const listPiece =
  /(?:\+=\s*|(?:append|extend\w*|insert|push\w*|add\w*|put\w*|write\w*|concat|bytes|copy)\s*\([^[{()"']{0,40}(?:\(\)\s*,\s*)?)(?:\(?[[{]\s*((?:(?:0x[0-9a-f]{1,2}|\d{1,3})(?:u8)?\s*,?\s*){2,400})[\]}]|(?<=\(\s*)(0x[0-9a-f]{1,2})\s*\))/gi;
const numberInList = /0x[0-9a-f]{1,2}|\d{1,3}/gi;
/** A line of a string that is no piece: next to one, the whole is read in another form. */
const otherString = /^[\s>*/#]*[bru]?["'][0-9a-f]{2}/i;

export function piecesRegion(lines: Lines, line: number): Region | undefined {
  if (piecesAt(lines, line).length === 0) return undefined;
  const last = lastInDirection(lines, line, 1);
  let first = lastInDirection(lines, line, -1);
  while (first < last && !beginsStatement(lines, first)) first += 1;
  if (line < first || !beginsStatement(lines, first) || isOther(lines, first - 1) || isOther(lines, last + 1)) return undefined;
  return first < last || piecesAt(lines, line).length > 1 ? { first, last } : undefined;
}

const beginsStatement = (lines: Lines, line: number): boolean => piecesAt(lines, line).some(({ isContinued }) => !isContinued);

const isOther = (lines: Lines, line: number): boolean =>
  line >= 0 && line < lines.count && piecesAt(lines, line).length === 0 && otherString.test(lines.at(line));

function lastInDirection(lines: Lines, from: number, step: -1 | 1): number {
  let last = from;
  for (let line = from + step, between = 0; line >= 0 && line < lines.count; line += step) {
    if (piecesAt(lines, line).length > 0) {
      last = line;
      between = 0;
      if (Math.abs(last - from) >= mostRows) break;
    } else if (++between > mostBetween || !comment.test(lines.at(line))) break;
  }
  return last;
}

/** The bytes of all pieces, each as a row. */
export function assignedBytes(lines: Lines, { first, last }: Region): BytesInRows {
  const into = new BytesInProgress();
  const ends: number[] = [];
  for (let line = first; line <= last; line += 1) {
    for (const piece of piecesAt(lines, line)) {
      addPiece(lines.at(line), line, piece, into);
      ends.push(into.length);
    }
  }
  return { whole: into.done(), ends };
}

function addPiece(text: string, line: number, { from, to, kind }: Piece, into: BytesInProgress): void {
  if (kind === "escaped") addEscapes(text, from, to, line, into);
  else if (kind === "hex")
    for (let at = from; at < to; at += 1) at += Math.max(0, into.addPairs(text, at, line, to - at) * 2 - 1);
  else
    for (const { index, 0: number } of text.slice(from, to).matchAll(numberInList))
      into.add(Number(number), line, from + index, number.length);
}

const piecesAt = oncePerLine((lines, line): readonly Piece[] => {
  const text = lines.at(line);
  if (text.length > longestLine) return [];
  if (!text.includes('"') && !text.includes("'")) return text.includes("(") || text.includes("+=") ? listsIn(text) : [];
  const start = contentStart(text);
  if (text.includes("\\x")) return piecesIn(text, start, escapedPiece, "escaped");
  if (text.includes("=") || text.includes("(") || text.includes("+")) {
    const found = piecesIn(text, start, hexPiece, "hex");
    if (found.length > 0) return found;
  }
  const plain = text.includes("+=") ? piecesIn(text, start, plainPiece, "escaped") : [];
  return plain.length > 0 ? plain : continuedAt(text, text.search(/\S/));
});

function piecesIn(text: string, start: number, pattern: RegExp, kind: Piece["kind"]): Piece[] {
  const found: Piece[] = [];
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const to = match.index + match[0].length - 1;
    found.push({ from: to - match[2].length, to, kind });
  }
  return found;
}

function continuedAt(text: string, start: number): readonly Piece[] {
  continuedPiece.lastIndex = start;
  const match = continuedPiece.exec(text);
  if (!match) return [];
  const to = continuedPiece.lastIndex - 1;
  return [{ from: to - match[2].length, to, kind: "hex", isContinued: true }];
}

function listsIn(text: string): Piece[] {
  return [...text.matchAll(listPiece)].flatMap(({ index, 0: whole, 1: list, 2: single }) => {
    const numbers = list ?? single;
    const from = index + whole.lastIndexOf(numbers);
    const isOfBytes = [...numbers.matchAll(numberInList)].every(([number]) => Number(number) < 0x100);
    return isOfBytes ? [{ from, to: from + numbers.length, kind: "list" as const }] : [];
  });
}
