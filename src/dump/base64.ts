import { alphabetOf, BitsInProgress, longestLine, mostRows, saysAbove } from "./bitsOfSigns";
import { contentStart } from "./digits";
import { type Bytes, BytesInProgress, type Lines } from "./dump";
import type { Region } from "./region";

/** A packet in base64: whole lines, or within a line that says what it is (RFC 4648 §4, §5). */

const sixBits = alphabetOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").set("-", 62).set("_", 63);
const wholeLine = /^["'`]?([A-Za-z0-9+/_-]{2,}={0,2})["'`]?(?:[\s,;\\+]|<\/[a-z]+>)*$/;
const inLine = /[A-Za-z0-9+/_-]{28,}={0,2}/g;
/** A line in which spaces part the signs; it counts only where the text says that this is base64. */
const spacedLine = /^((?:[A-Za-z0-9+/_-]{4,76} ){1,400}[A-Za-z0-9+/_-]{2,76}={0,2})\s*$/;
/** Between quotes, as in JSON, which mostly does not say that it is base64. At least two headers: hashes are shorter. */
const inString = /"([A-Za-z0-9+/_-]{53,}={0,2})"/g;
const says = /base-?64|b64/i;
/** Signs of twenty bytes. A shorter line is the end of one above, or no base64. */
const fewestAlone = 28;

interface Run {
  readonly column: number;
  readonly text: string;
}

export function base64Region(lines: Lines, line: number): Region | undefined {
  if (!runAt(lines, line)) return undefined;
  if (!wholeRun(lines, line)) return { first: line, last: line };
  if (!isFull(lines, line) && (line === 0 || !isFull(lines, line - 1)) && lines.at(line).length < fewestAlone) return undefined;
  let first = line;
  while (first > 0 && line - first < mostRows && isFull(lines, first - 1)) first -= 1;
  let last = line;
  while (last + 1 < lines.count && last - line < mostRows && isFull(lines, last) && wholeRun(lines, last + 1)) last += 1;
  return { first, last };
}

/** Whether another line may follow: only the last one may be short or end with `=`. */
function isFull(lines: Lines, line: number): boolean {
  const run = wholeRun(lines, line);
  return run !== undefined && run.text.length >= 40 && !run.text.endsWith("=");
}

/** The text says that this is base64, beside it or just above. */
export const isLabelled = (lines: Lines, { first }: Region): boolean => saysAbove(says, lines, first);

export function base64Bytes(lines: Lines, { first, last }: Region): Bytes {
  const into = new BytesInProgress();
  const bits = new BitsInProgress(into, sixBits, 6);
  for (let line = first; line <= last; line += 1) {
    const { text, column } = runAt(lines, line)!;
    bits.add(text, column, line);
  }
  return into.done();
}

function runAt(lines: Lines, line: number): Run | undefined {
  const text = lines.at(line);
  if (text.length < 2 || text.length > longestLine) return undefined;
  return (
    wholeRun(lines, line) ??
    (says.test(text) ? longestRun(text, inLine) : text.includes('"') ? longestRun(text, inString) : undefined)
  );
}

function wholeRun(lines: Lines, line: number): Run | undefined {
  const text = lines.at(line);
  if (text.length < 2 || text.length > longestLine) return undefined;
  const start = contentStart(text);
  const own = text.slice(start);
  const match = wholeLine.exec(own) ?? (own.includes(" ") && saysAbove(says, lines, line) ? spacedLine.exec(own) : null);
  return match ? { column: start + own.indexOf(match[1]), text: match[1] } : undefined;
}

function longestRun(text: string, pattern: RegExp): Run | undefined {
  let best: Run | undefined;
  for (const match of text.matchAll(pattern)) {
    const run = match[1] ?? match[0];
    if (run.length > (best?.text.length ?? 0)) best = { column: match.index + match[0].indexOf(run), text: run };
  }
  return best;
}
