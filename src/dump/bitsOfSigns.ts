import type { BytesInProgress, Lines } from "./dump";

/** Bytes written in signs that stand for fewer bits than a byte has (RFC 4648). */

export type Alphabet = ReadonlyMap<string, number>;

/** Each sign of an alphabet with its place there. */
export const alphabetOf = (signs: string): Map<string, number> => new Map([...signs].map((sign, value) => [sign, value]));

/** More lines than these, or longer ones, are no packet. */
export const mostRows = 2000;
export const longestLine = 200_000;

const linesAbove = 3;

/** Whether the text says which alphabet it is, beside a line or just above. */
export function saysAbove(says: RegExp, lines: Lines, first: number): boolean {
  for (let line = first; line >= 0 && line >= first - linesAbove; line -= 1) if (says.test(lines.at(line))) return true;
  return false;
}

export class BitsInProgress {
  private bits = 0;
  private count = 0;

  constructor(
    private readonly into: BytesInProgress,
    private readonly alphabet: Alphabet,
    private readonly bitsOfSign: 5 | 6,
  ) {}

  /** Skips what is not in the alphabet: it parts the signs, or fills up the end. */
  add(text: string, column: number, line: number): void {
    for (let i = 0; i < text.length; i += 1) {
      const value = this.alphabet.get(text[i]);
      if (value === undefined) continue;
      this.bits = ((this.bits << this.bitsOfSign) | value) & 0xfff;
      this.count += this.bitsOfSign;
      if (this.count < bitsOfByte) continue;
      this.count -= bitsOfByte;
      // a byte is spelled by two or three signs, the outer ones in part
      const before = Math.min(i, Math.ceil((bitsOfByte - this.bitsOfSign + this.count) / this.bitsOfSign));
      this.into.add((this.bits >> this.count) & 0xff, line, column + i - before, before + 1);
    }
  }
}

const bitsOfByte = 8;
