import { alphabetOf, BitsInProgress, longestLine, mostRows, saysAbove } from "./bitsOfSigns";
import { contentStart } from "./digits";
import { type Bytes, BytesInProgress, type Lines } from "./dump";
import { oncePerLine } from "./eachLine";
import type { Region } from "./region";

/** A packet in base32, where the text says that it is (RFC 4648 §6). */

const fiveBits = alphabetOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
const wholeLine = /^["'`]?([A-Z2-7]{2,}={0,6})["'`]?[\s,;\\+]*$/;
/** At least as many signs as the headers of IP and TCP take. */
const inLine = /(?<![A-Za-z0-9])[A-Z2-7]{64,}={0,6}(?![A-Za-z0-9])/;
const says = /base-?32|b32/i;
/** A line of fewer signs is a word, or the end of the lines above. */
const fewestInFull = 40;

interface Run {
  readonly column: number;
  readonly text: string;
  readonly isWhole: boolean;
}

export function base32Region(lines: Lines, line: number): Region | undefined {
  const run = runAt(lines, line);
  if (!run) return undefined;
  if (!run.isWhole) return saysAbove(says, lines, line) ? { first: line, last: line } : undefined;
  if (!isFull(lines, line) && !isFull(lines, line - 1)) return undefined;
  let first = line;
  while (line - first < mostRows && isFull(lines, first - 1)) first -= 1;
  if (!saysAbove(says, lines, first)) return undefined;
  let last = line;
  while (last - line < mostRows && isFull(lines, last) && runAt(lines, last + 1)?.isWhole) last += 1;
  return { first, last };
}

export function base32Bytes(lines: Lines, { first, last }: Region): Bytes {
  const into = new BytesInProgress();
  const bits = new BitsInProgress(into, fiveBits, 5);
  for (let line = first; line <= last; line += 1) {
    const { text, column } = runAt(lines, line)!;
    bits.add(text, column, line);
  }
  return into.done();
}

/** Whether another line may follow: only the last one may be short or filled up with `=`. */
function isFull(lines: Lines, line: number): boolean {
  const run = runAt(lines, line);
  return run?.isWhole === true && run.text.length >= fewestInFull && !run.text.endsWith("=");
}

const signs = /[A-Z2-7]/;

const runAt = oncePerLine((lines, line): Run | undefined => {
  if (line < 0 || line >= lines.count) return undefined;
  const text = lines.at(line);
  if (text.length < 2 || text.length > longestLine) return undefined;
  const start = signs.test(text[text.length >> 1]) ? contentStart(text) : -1;
  const whole = start < 0 ? null : wholeLine.exec(text.slice(start));
  if (whole) return { column: text.indexOf(whole[1], start), text: whole[1], isWhole: true };
  const within = text.length >= 64 && says.test(text) ? inLine.exec(text) : null;
  return within ? { column: within.index, text: within[0], isWhole: false } : undefined;
});
