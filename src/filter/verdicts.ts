/**
 * What is known of a row: two bits, that it fits and that it may fit. So `&`, `|` and `~` over many rows at once are the logic of what
 * is only partly known: where one side alone decides, it does not matter that the other is open.
 */
export enum Verdict {
  no = 0,
  /** Only its bytes can tell. */
  open = 2,
  yes = 3,
}

/** The same bits in each byte of a word. */
enum Word {
  must = 0x0101_0101,
  may = 0x0202_0202,
}

/** Verdicts on some rows in a row, a byte each; `words` shows the same, four at once. */
export class Verdicts {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;

  constructor(rows: number, buffer?: ArrayBuffer, first = 0) {
    this.words = new Int32Array(buffer ?? new ArrayBuffer(((rows + 3) >> 2) << 2), first, (rows + 3) >> 2);
    this.bytes = new Uint8Array(this.words.buffer, first, rows);
  }

  /** Those on the rows `from`, a multiple of four, to `to`: the same bytes, no copy. */
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

/** What must not fit may not, and what may not must not. */
const inverse = (word: number): number => ((~word & Word.must) << 1) | ((~word & Word.may) >>> 1);

export const inverted = (one: Verdict): Verdict => inverse(one) & Verdict.yes;

/** Whether there is one that is not `no`. */
export function areNone({ words }: Verdicts): boolean {
  for (let i = 0; i < words.length; i += 1) if (words[i] !== 0) return false;
  return true;
}

/** How many fit, and of how many only bytes can tell. */
export function countVerdicts({ bytes, words }: Verdicts): { yes: number; open: number } {
  const rest = bytes.length & 3;
  const whole = rest === 0 ? words.length : words.length - 1;
  let [must, may] = [0, 0];
  for (let i = 0; i < whole; i += 1) {
    const word = words[i];
    // the bytes of a product add up in its highest one
    must += Math.imul(word & Word.must, Word.must) >>> 24;
    may += Math.imul((word & Word.may) >>> 1, Word.must) >>> 24;
  }
  for (let i = bytes.length - rest; i < bytes.length; i += 1) {
    must += bytes[i] & 1;
    may += bytes[i] >>> 1;
  }
  return { yes: must, open: may - must };
}

/** The rows that fit; those that are still open do not count. Each is written once. */
export function rowsThatFit(verdicts: Verdicts): Uint32Array {
  const { bytes, words } = verdicts;
  const { yes } = countVerdicts(verdicts);
  // always writes and moves on by what fits: a branch for each would be guessed wrong too often; what is behind the last is lost
  const rows = new Uint32Array(yes + 1);
  let count = 0;
  for (let i = 0; i < words.length; i += 1) {
    if ((words[i] & Word.must) === 0) continue;
    const last = Math.min(i * 4 + 4, bytes.length);
    for (let row = i * 4; row < last; row += 1) {
      rows[count] = row;
      count += bytes[row] & 1;
    }
  }
  return rows.subarray(0, yes);
}
