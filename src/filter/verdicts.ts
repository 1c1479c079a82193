/**
 * What is known about a row, in two bits: that it fits, and that it may fit. With these, `&` and `|` over many rows at once are logic
 * with three values: where one side alone decides, it does not matter that the other is open.
 */
export enum Verdict {
  no = 0,
  /** Only its bytes can tell. */
  open = 2,
  yes = 3,
}

/** A verdict's bits in each byte of a word. */
enum Word {
  must = 0x0101_0101,
  may = 0x0202_0202,
}

/** Verdicts on successive rows, a byte each; `words` is a view of the same bytes, four at a time. */
export class Verdicts {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;

  constructor(rows: number, buffer?: ArrayBuffer, first = 0) {
    this.words = new Int32Array(buffer ?? new ArrayBuffer(((rows + 3) >> 2) << 2), first, (rows + 3) >> 2);
    this.bytes = new Uint8Array(this.words.buffer, first, rows);
  }

  /** The verdicts on the rows `from` (a multiple of four) to `to`: the same bytes, no copy. */
  part(from: number, to: number): Verdicts {
    return new Verdicts(to - from, this.words.buffer as ArrayBuffer, from);
  }
}

export function narrow({ words: into }: Verdicts, { words: by }: Verdicts): void {
  for (let i = 0; i < into.length; i += 1) into[i] &= by[i];
}

export function widen({ words: into }: Verdicts, { words: by }: Verdicts): void {
  for (let i = 0; i < into.length; i += 1) into[i] |= by[i];
}

export function differ({ words: into }: Verdicts, { words: other }: Verdicts): void {
  for (let i = 0; i < into.length; i += 1) {
    const [a, b] = [into[i], other[i]];
    into[i] = (a & inverse(b)) | (inverse(a) & b);
  }
}

export function turn({ words: into }: Verdicts): void {
  for (let i = 0; i < into.length; i += 1) into[i] = inverse(into[i]);
}

/** The bit for "may fit" becomes that for "does not fit", and the other way round. */
const inverse = (word: number): number => ((~word & Word.must) << 1) | ((~word & Word.may) >>> 1);

export const inverted = (one: Verdict): Verdict => inverse(one) & Verdict.yes;

/** Whether all of them are `no`. */
export function areNone({ words }: Verdicts): boolean {
  for (let i = 0; i < words.length; i += 1) if (words[i] !== 0) return false;
  return true;
}

/** How many words can be added up before a byte of the sum overflows. */
const mostAddends = 255;

/** How many rows fit, and how many are still open. */
export function countVerdicts({ bytes, words }: Verdicts): { yes: number; open: number } {
  const whole = bytes.length >> 2;
  let yes = 0;
  let possible = 0;
  for (let from = 0; from < whole; from += mostAddends) {
    const to = Math.min(whole, from + mostAddends);
    yes += countBits(words, 0, from, to);
    possible += countBits(words, 1, from, to);
  }
  for (let row = whole * 4; row < bytes.length; row += 1) {
    yes += bytes[row] & 1;
    possible += bytes[row] >>> 1;
  }
  return { yes, open: possible - yes };
}

/** In how many bytes of the words, which are `mostAddends` at most, one bit is set. */
function countBits(words: Int32Array, bit: number, from: number, to: number): number {
  let sums = 0;
  for (let i = from; i < to; i += 1) sums = (sums + ((words[i] >>> bit) & Word.must)) | 0;
  return sumOfBytes(sums);
}

const sumOfBytes = (word: number): number => (word & 0xff) + ((word >>> 8) & 0xff) + ((word >>> 16) & 0xff) + (word >>> 24);

/** The rows that fit, without those that are still open. */
export function rowsThatFit(verdicts: Verdicts): Uint32Array {
  const { bytes, words } = verdicts;
  const { yes } = countVerdicts(verdicts);
  const rows = new Uint32Array(yes + 1);
  const whole = bytes.length >> 2;
  let count = 0;
  for (let i = 0; i < whole; i += 1) {
    const must = words[i] & Word.must;
    if (must === 0) continue;
    const row = i * 4;
    if (must === Word.must) {
      rows[count] = row;
      rows[count + 1] = row + 1;
      rows[count + 2] = row + 2;
      rows[count + 3] = row + 3;
      count += 4;
    } else count = addEach(bytes, row, row + 4, rows, count);
  }
  addEach(bytes, whole * 4, bytes.length, rows, count);
  return rows.subarray(0, yes);
}

/** Writes every row, but moves on only past those that fit: a processor would predict a branch wrongly too often. */
function addEach(bytes: Uint8Array, from: number, to: number, rows: Uint32Array, first: number): number {
  let count = first;
  for (let row = from; row < to; row += 1) {
    rows[count] = row;
    count += bytes[row] & 1;
  }
  return count;
}
