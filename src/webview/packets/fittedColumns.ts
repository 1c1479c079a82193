import type { LitElement } from "lit";
import { type ListColumns, seenColumns } from "../../view/onScreen/listColumns";
import type { TimeKind } from "../../view/onScreen/rowLook";
import type { PacketRow } from "../../view/packetRow";
import type { FieldHeads } from "./columnLabel";
import { FittingWidths, gutterWidth, roomyColumns, rowTemplate } from "./columnWidths";
import { timeText } from "./rowView";

/** The width of a character in a monospaced font, as a share of the font's size. */
const characterShare = 0.602;

/** The columns of a list, fitted to what it shows and to the room that it has. */
export class FittedColumns {
  private readonly widths = new FittingWidths();
  private template = "";
  /** How many characters fit beside the gutter. */
  private room = Number.POSITIVE_INFINITY;

  constructor(private readonly list: LitElement) {}

  /** The columns for which there is room. */
  seen(columns: ListColumns): ListColumns {
    return roomyColumns(seenColumns(columns), this.widths, this.room);
  }

  measure(width: number): void {
    const character = Number.parseFloat(getComputedStyle(this.list).fontSize) * characterShare;
    const room = (width - gutterWidth) / character;
    if (room === this.room) return;
    this.room = room;
    this.list.requestUpdate();
  }

  fitRows(rows: readonly PacketRow[], count: number, time: TimeKind, heads: FieldHeads): void {
    this.widths.fit(rows, count, time, (row) => timeText(row, time), heads);
  }

  /** Forgets the widths of times, since these are written in another way from now on. */
  forgetTimes(): void {
    this.widths.forget("time");
  }

  apply(seen: ListColumns): void {
    const { columns, least } = rowTemplate(seen, this.widths);
    // setting them again would make the browser style every row again
    if (columns === this.template) return;
    this.template = columns;
    this.list.style.setProperty("--list-columns", columns);
    this.list.style.setProperty("--list-least", least);
  }
}
