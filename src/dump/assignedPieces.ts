import { contentStart } from "./digits";
import { type Bytes, BytesInProgress, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import { addEscapes } from "./escapedStrings";
import type { Region } from "./region";

/**
 * A packet that statements put together, a string in each: `p += unhexlify("4500…")`, `ip_header += b"\x45\x00"`, `tcp = "c3ca…"`, and
 * `b"".join([bytes.fromhex("4500…"), …`.
 */

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly isEscaped: boolean;
}

/** A value of so many statements at most; comments and empty lines may stand between. */
const mostRows = 64;
const mostBetween = 3;
const longestLine = 4000;
const comment = /^\s*(?:#.*|\/\/.*|--.*|;.*|\/\*.*\*\/\s*)?$/;

/** What is set, or what reads the digits, stands before the string. */
const hexPiece =
  /(?:(?<![!<>=])=\s*|(?:hex\w*|pack|from|decode\w*)[!?]?\s*\(\s*(?:["']H\*["']\s*,\s*)?|\+\s*)(?:[a-z_][\w.:]{0,40}[!(]\(?\s*)?[bru]?(["'`])((?:[0-9a-f]{2}[\s:]*)+)\1/gi;
const escapedPiece = /(?<![!<>=])=\s*\(?\s*[bru]?(["'])((?:\\x[0-9a-f]{2})(?:[^\\"']|\\.){0,1600})\1/gi;

export function piecesRegion(lines: Lines, line: number): Region | undefined {
  if (piecesAt(lines, line).length === 0) return undefined;
  const first = lastInDirection(lines, line, -1);
  const last = lastInDirection(lines, line, 1);
  return first < last || piecesAt(lines, line).length > 1 ? { first, last } : undefined;
}

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

/** The bytes of all pieces, and where each ends: a packet may end with any of them. */
export function assignedBytes(
  lines: Lines,
  { first, last }: Region,
): { readonly whole: Bytes; readonly ends: readonly number[] } {
  const into = new BytesInProgress();
  const ends: number[] = [];
  for (let line = first; line <= last; line += 1) {
    const text = lines.at(line);
    for (const { from, to, isEscaped } of piecesAt(lines, line)) {
      if (isEscaped) addEscapes(text, from, to, line, into);
      else for (let at = from; at < to; at += 1) at += Math.max(0, into.addPairs(text, at, line, to - at) * 2 - 1);
      ends.push(into.length);
    }
  }
  return { whole: into.done(), ends };
}

const piecesAt = oncePerLine((lines, line): readonly Piece[] => {
  const text = lines.at(line);
  if (text.length > longestLine || !mayHavePiece(text)) return [];
  const start = contentStart(text);
  const pattern = text.includes("\\x") ? escapedPiece : hexPiece;
  const found: Piece[] = [];
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const to = match.index + match[0].length - 1;
    found.push({ from: to - match[2].length, to, isEscaped: pattern === escapedPiece });
  }
  return found;
});

/** A quick look: a string, and what takes it. */
const mayHavePiece = (text: string): boolean =>
  (text.includes('"') || text.includes("'")) && (text.includes("=") || text.includes("("));
