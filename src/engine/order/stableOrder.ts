const digits = 1 << 16;
const lastDigit = digits - 1;

/**
 * Sorts rows digit by digit, the least significant digit first (radix sort): each pass keeps the order of the passes before among equal
 * rows, so that the whole is stable. Takes eight bytes a row, and time in proportion to their number.
 */
export class StableOrder {
  private other: Uint32Array;
  private readonly counts = new Uint32Array(digits);

  /** `rows` itself is reordered, and serves as room to work in. */
  constructor(public rows: Uint32Array) {
    this.other = new Uint32Array(rows.length);
  }

  /** Sorts by 32-bit numbers, one for each row at its index. */
  by(keys: Uint32Array, isDescending = false): void {
    this.byDigit(keys, 0, isDescending);
    this.byDigit(keys, 16, isDescending);
  }

  private byDigit(keys: Uint32Array, shift: 0 | 16, isDescending: boolean): void {
    const { rows, other, counts } = this;
    const turn = isDescending ? lastDigit : 0;
    counts.fill(0);
    for (let i = 0; i < rows.length; i += 1) counts[((keys[rows[i]] >>> shift) & lastDigit) ^ turn] += 1;
    // all have the same digit, so nothing moves
    if (rows.length === 0 || counts[((keys[rows[0]] >>> shift) & lastDigit) ^ turn] === rows.length) return;
    let place = 0;
    for (let digit = 0; digit < digits; digit += 1) {
      const count = counts[digit];
      counts[digit] = place;
      place += count;
    }
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i];
      const digit = ((keys[row] >>> shift) & lastDigit) ^ turn;
      other[counts[digit]] = row;
      counts[digit] += 1;
    }
    this.rows = other;
    this.other = rows;
  }
}
