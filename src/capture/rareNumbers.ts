import { grown } from "../bytes/grown";

/**
 * Numbers of rows whose own do not fit into a column, in the order of the rows. Mostly there are a few; where every row of a damaged
 * capture has one, they are more than a `Map` can hold.
 */
export class RareNumbers {
  private rows = new Uint32Array(0);
  private numbers = new Float64Array(0);
  private count = 0;

  get(row: number): number | undefined {
    if (this.count === 0) return undefined;
    const at = this.placeOf(row);
    return this.isAt(at, row) ? this.numbers[at] : undefined;
  }

  set(row: number, number: number): void {
    const { count } = this;
    // rows are written one after another
    const at = count === 0 || row > this.rows[count - 1] ? count : this.placeOf(row);
    if (!this.isAt(at, row)) this.makeRoomAt(at);
    this.rows[at] = row;
    this.numbers[at] = number;
  }

  private isAt(at: number, row: number): boolean {
    return at < this.count && this.rows[at] === row;
  }

  private makeRoomAt(at: number): void {
    if (this.count === this.rows.length) {
      const room = Math.max(16, this.count * 2);
      this.rows = grown(this.rows, room);
      this.numbers = grown(this.numbers, room);
    }
    this.rows.copyWithin(at + 1, at, this.count);
    this.numbers.copyWithin(at + 1, at, this.count);
    this.count += 1;
  }

  /** Of the first row that is not before this one. */
  private placeOf(row: number): number {
    let [first, end] = [0, this.count];
    while (first < end) {
      const middle = (first + end) >>> 1;
      if (this.rows[middle] < row) first = middle + 1;
      else end = middle;
    }
    return first;
  }
}
