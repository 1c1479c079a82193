import type { ChartArea } from "../onScreen/chartArea";

/** The size of a dot in pixels: others that fall on it cannot be seen. */
const dotSize = 3;

/** Strokes or dots. Those that fall on what is drawn already are left out, so that of a million no more are drawn than fit on the area. */
export class DrawnStrokes {
  readonly times: number[] = [];
  readonly lows: number[] = [];
  readonly highs: number[] = [];
  private readonly cell: number;
  private readonly rows: number;
  private readonly covered: Uint8Array;

  constructor(
    private readonly area: ChartArea,
    shape: "strokes" | "dots",
  ) {
    this.cell = shape === "dots" ? dotSize : 1;
    this.rows = Math.ceil(area.height / this.cell) + 1;
    this.covered = new Uint8Array((Math.ceil(area.width / this.cell) + 1) * this.rows);
  }

  add(time: number, low: number, high: number): void {
    const { area, cell, rows, covered } = this;
    if (time < area.span.from || time > area.span.to || high < area.bottom || low > area.top) return;
    const column = Math.floor(area.x(time) / cell) * rows;
    const upper = Math.max(0, Math.floor(area.y(Math.min(high, area.top)) / cell));
    const lower = Math.min(rows - 1, Math.floor(area.y(Math.max(low, area.bottom)) / cell));
    let isNew = false;
    for (let row = upper; row <= lower; row += 1) {
      if (covered[column + row] === 0) isNew = true;
      covered[column + row] = 1;
    }
    if (!isNew) return;
    this.times.push(time);
    this.lows.push(low);
    this.highs.push(high);
  }
}
