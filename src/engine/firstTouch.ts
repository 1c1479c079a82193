import type { PacketColumns } from "../capture/columns";

/** No block that is scanned has more packets: it has half a megabyte (`bytes/blocks.ts`), and a record at least 16 bytes. */
const mostInBlock = 1 << 15;
/** Rows that are written in one go, which takes the other thread some milliseconds. */
const step = 1 << 15;
/** So far behind the packets that have been read. */
const lead = 2 * mostInBlock;
/** No further than this: who stops reading has not taken memory for what was still to come. */
const farthest = 4 * lead;

/**
 * Memory is there only once it has been written: the system gives it a page at a time, at the first touch of each, and takes as long
 * for that as we do for all that is said in it. Another thread does it for rows that are to come, by writing the zeros that they
 * have already.
 */
export class FirstTouch {
  private from = 0;
  private end = 0;
  private underWay: Promise<void> | undefined;

  constructor(
    private readonly columns: PacketColumns,
    private readonly clear: (parts: readonly Uint8Array[]) => Promise<void>,
  ) {}

  /** To be called between blocks, with how many packets there may be: waits where the next block could have rows that are being written. */
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
