import type { PacketRow } from "../../view/packetRow";

/** Rows asked for beyond the visible ones, so that slow scrolling shows no gaps. */
const margin = 40;

export type AskRows = (first: number, count: number) => Promise<readonly PacketRow[]>;

/**
 * The rows around what is on screen. One question is on its way at a time: whoever scrolls on meanwhile gets the rows of where they
 * have come to then, not of every place between.
 */
export class RowWindow {
  private rows: readonly PacketRow[] = [];
  private first = 0;
  private from = 0;
  private to = 0;
  private isAsking = false;
  private isStale = false;
  /** Answers to what was asked before the last `forget` are not wanted any more. */
  private turn = 0;

  constructor(
    private readonly ask: AskRows,
    private readonly onRows: (rows: readonly PacketRow[]) => void,
  ) {}

  at(place: number): PacketRow | undefined {
    return this.rows[place - this.first];
  }

  get loaded(): readonly PacketRow[] {
    return this.rows;
  }

  /** Where a packet stands, if it is among the rows that are here. */
  placeOf(number: number): number {
    const at = this.rows.findIndex((row) => row.number === number);
    return at < 0 ? -1 : this.first + at;
  }

  /** All rows are others now. What is here is shown until they come. */
  forget(): void {
    this.turn += 1;
    this.isAsking = false;
    this.isStale = true;
  }

  /** Rows from one place to another are on screen. */
  want(from: number, to: number): void {
    this.from = from;
    this.to = to;
    if (!this.isAsking && !this.isHere) void this.load();
  }

  private get isHere(): boolean {
    return !this.isStale && this.from >= this.first && this.to <= this.first + this.rows.length;
  }

  private async load(): Promise<void> {
    this.isAsking = true;
    const { turn } = this;
    const first = Math.max(0, this.from - margin);
    const rows = await this.ask(first, this.to - first + margin).catch(() => []);
    if (turn !== this.turn) return;
    this.isAsking = false;
    this.isStale = false;
    this.rows = rows;
    this.first = first;
    this.onRows(rows);
    const isElsewhere = this.from < first || this.from >= first + rows.length;
    if (rows.length > 0 && isElsewhere && this.to > this.from) void this.load();
  }
}
