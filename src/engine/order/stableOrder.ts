const digits = 1 << 16;
const lastDigit = digits - 1;

/**
 * Rows that are put in order digit by digit, the least significant first: each pass keeps among equals what the ones before have
 * made, and so the whole is stable. Eight bytes a row, and time in proportion to their number.
 */
export class StableOrder {
  private other: Uint32Array;
  private readonly counts = new Uint32Array(digits);

  /** `rows` are used as room. */
  constructor(public rows: Uint32Array) {
    this.other = new Uint32Array(rows.length);
  }

  /** By numbers of 32 bits, each at the place that its row says. */
  by(keys: Uint32Array, isDescending = false): void {
    this.byDigit(keys, 0, isDescending);
    this.byDigit(keys, 16, isDescending);
  }

  private byDigit(keys: Uint32Array, shift: 0 | 16, isDescending: boolean): void {
    const { rows, other, counts } = this;
    const turn = isDescending ? lastDigit : 0;
    counts.fill(0);
    for (let i = 0; i < rows.length; i += 1) counts[((keys[rows[i]] >>> shift) & lastDigit) ^ turn] += 1;
    // all the same: nothing moves
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
