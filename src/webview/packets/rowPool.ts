import { render } from "lit";
import { type DrawnRow, fillRow, rowCells } from "./rowView";

/** Draws rows of the list. `known` gives all that a row's look depends on: if these are as before, it need not be drawn again. */
export interface RowSource {
  known(place: number): readonly unknown[];
  drawn(place: number): DrawnRow;
}

interface PooledRow {
  readonly element: HTMLElement;
  place: number;
  known: readonly unknown[];
}

/**
 * The rows on screen, from the top down. A row that scrolls away at one end is used again at the other, and only its texts are written
 * anew: making and styling elements would take most of the time of a scroll step.
 */
export class RowPool {
  private rows: PooledRow[] = [];

  constructor(private readonly body: HTMLElement) {}

  /** Shows the rows from one place to another. */
  show(from: number, to: number, source: RowSource): void {
    this.turnTo(from);
    this.resize(to - from);
    for (const [i, row] of this.rows.entries()) this.draw(row, from + i, source);
  }

  /** Moves rows that are no longer visible to the other end, if some rows stay visible. */
  private turnTo(from: number): void {
    const moved = from - (this.rows[0]?.place ?? from);
    if (Math.abs(moved) >= this.rows.length) return;
    for (let i = 0; i < moved; i += 1) this.append(this.rows.shift()!);
    for (let i = 0; i > moved; i -= 1) this.prepend(this.rows.pop()!);
  }

  private append(row: PooledRow): void {
    this.rows.push(row);
    this.body.append(row.element);
  }

  private prepend(row: PooledRow): void {
    this.rows.unshift(row);
    this.body.prepend(row.element);
  }

  private resize(count: number): void {
    while (this.rows.length > count) this.rows.pop()!.element.remove();
    while (this.rows.length < count) {
      const element = document.createElement("div");
      element.setAttribute("role", "row");
      this.append({ element, place: -1, known: [] });
    }
  }

  private draw(row: PooledRow, place: number, source: RowSource): void {
    const known = [place, ...source.known(place)];
    if (known.length === row.known.length && known.every((value, i) => value === row.known[i])) return;
    row.place = place;
    row.known = known;
    const drawn = source.drawn(place);
    fillRow(row.element, drawn);
    render(rowCells(drawn), row.element);
  }
}
