import type { ChartArea } from "../onScreen/chartArea";

/** What is kept for a column of pixels: its first, least, largest and last value. */
const Kept = { first: 0, least: 1, largest: 2, last: 3 } as const;
const kept = Object.values(Kept);

/**
 * A line that keeps each value until the next one. Of the values in one column of pixels only the first, the least, the largest and the
 * last are drawn, which gives the same picture. No object is made for a value, since there may be millions.
 */
export class DrawnSteps {
  readonly times: number[] = [];
  readonly lows: number[] = [];
  private column = -1;
  private readonly keptTimes = new Float64Array(kept.length);
  private readonly keptValues = new Float64Array(kept.length);
  /** The value in force where the area begins. */
  private before: number | undefined;

  constructor(private readonly area: ChartArea) {}

  add(time: number, value: number): void {
    const { area, keptValues } = this;
    const { from, to } = area.span;
    if (time > to) return;
    if (time < from) {
      this.before = value;
      return;
    }
    // this value replaces it right where the area begins
    if (time === from) this.before = undefined;
    const column = Math.floor(area.x(time));
    if (column !== this.column) {
      this.drawColumn();
      this.column = column;
      for (const which of kept) this.keep(which, time, value);
      return;
    }
    if (value < keptValues[Kept.least]) this.keep(Kept.least, time, value);
    if (value > keptValues[Kept.largest]) this.keep(Kept.largest, time, value);
    this.keep(Kept.last, time, value);
  }

  /** Ends the line: the last value holds until `end`. */
  finish(end: number): void {
    if (end < this.area.span.from) return;
    this.drawColumn();
    const value = this.lows.at(-1);
    if (value !== undefined && end > this.times.at(-1)!) this.draw(end, value);
  }

  private keep(which: number, time: number, value: number): void {
    this.keptTimes[which] = time;
    this.keptValues[which] = value;
  }

  /** Draws what was kept of a column, the least and the largest in the order in which they came. */
  private drawColumn(): void {
    const { keptTimes, keptValues, before } = this;
    if (this.times.length === 0 && before !== undefined) this.draw(this.area.span.from, before);
    if (this.column < 0) return;
    const between = keptTimes[Kept.least] <= keptTimes[Kept.largest] ? [Kept.least, Kept.largest] : [Kept.largest, Kept.least];
    this.draw(keptTimes[Kept.first], keptValues[Kept.first]);
    for (const which of [...between, Kept.last])
      if (keptTimes[which] !== this.times.at(-1) || keptValues[which] !== this.lows.at(-1))
        this.draw(keptTimes[which], keptValues[which]);
  }

  private draw(time: number, value: number): void {
    this.times.push(time);
    this.lows.push(value);
  }
}
