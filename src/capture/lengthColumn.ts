import { RareNumbers } from "./rareNumbers";

/** What a length in the column says that does not fit into it. */
export const elsewhere = 0xffff;

/** Lengths in two bytes each: nearly all of them fit, and the others stand beside the column. */
export class LengthColumn {
  values = new Uint16Array(0);
  private readonly long = new RareNumbers();

  get(index: number): number {
    const value = this.values[index];
    return value === elsewhere ? this.long.get(index)! : value;
  }

  set(index: number, length: number): void {
    if (length >= 0 && length < elsewhere) this.values[index] = length;
    else {
      this.values[index] = elsewhere;
      this.long.set(index, length);
    }
  }
}
