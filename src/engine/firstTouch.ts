import type { PacketColumns } from "../capture/columns";

/** No block that is scanned has more packets: it has half a megabyte (`bytes/blocks.ts`), and a record at least 16 bytes. */
const mostInBlock = 1 << 15;
/** Rows that are written in one go, which takes the other thread some milliseconds. */
const step = 1 << 15;
/** The first rows to write are so far ahead of those that have been read. */
const lead = 2 * mostInBlock;
/** The writing gets no further ahead than this: whoever stops the reading has not taken memory for all that was still to come. */
const farthest = 4 * lead;

/**
 * The system provides memory only when it is first written, a page at a time, and takes as long for that as we take to fill the page.
 * Another thread does this beforehand for rows that are to come, by writing the zeros that they contain already.
 */
export class FirstTouch {
  private from = 0;
  private end = 0;
  private underWay: Promise<void> | undefined;

  constructor(
    private readonly columns: PacketColumns,
    private readonly clear: (parts: readonly Uint8Array[]) => Promise<void>,
  ) {}

  /** To be called between blocks, with how many packets there may be. Waits if the next block could fill rows that are being written. */
  async goOn(expected: number): Promise<void> {
    const { columns } = this;
    const { count } = columns;
    if (this.underWay && count + mostInBlock > this.from) await this.underWay;
    if (this.underWay) return;
    const from = Math.max(this.end, count + lead);
    const end = Math.min(from + step, expected, columns.capacity);
    if (end <= from || end > count + farthest) return;
    this.from = from;
    this.end = end;
    this.underWay = this.clear(columns.partsOf(from, end)).then(() => {
      this.underWay = undefined;
    });
  }
}
