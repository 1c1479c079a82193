import type { TimeSpan } from "../charts/chart";

/** Which part of a chart is seen, and on how many pixels. */
export class ChartArea {
  constructor(
    readonly span: TimeSpan,
    readonly bottom: number,
    readonly top: number,
    readonly width: number,
    readonly height: number,
  ) {}

  /** Pixels from the left. */
  x(time: number): number {
    return ((time - this.span.from) / (this.span.to - this.span.from)) * this.width;
  }

  /** Pixels from the top. */
  y(value: number): number {
    return ((this.top - value) / (this.top - this.bottom)) * this.height;
  }

  timeAt(x: number): number {
    return this.span.from + (x / this.width) * (this.span.to - this.span.from);
  }

  valueAt(y: number): number {
    return this.top - (y / this.height) * (this.top - this.bottom);
  }
}
