import { grown } from "./grown";

/** Ranges of a file, in its order; one that touches the one before is a part of it. */
export class ByteRanges {
  count = 0;
  private starts = new Float64Array(0);
  private ends = new Float64Array(0);

  /** `apart` makes it a range of its own, even where it touches the one before. */
  add(start: number, end: number, apart: boolean): void {
    const last = this.count - 1;
    if (!apart && last >= 0 && this.ends[last] === start) {
      this.ends[last] = end;
      return;
    }
    if (this.count === this.starts.length) {
      const room = Math.max(16, this.count * 2);
      this.starts = grown(this.starts, room);
      this.ends = grown(this.ends, room);
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
  }

  startOf(index: number): number {
    return this.starts[index];
  }

  endOf(index: number): number {
    return this.ends[index];
  }
}
