import type { ListColumn, ListColumns } from "../../view/onScreen/listColumns";
import type { ColumnId } from "../../view/onScreen/listOrder";
import type { TimeKind } from "../../view/onScreen/rowLook";
import type { PacketRow } from "../../view/packetRow";

/** In pixels. */
export const rowHeight = 22;
export const gutterWidth = 34;
const gap = 8;
const padding = 12;

/** In characters: room for the column's title, and no more than most addresses and names need. */
const least: Readonly<Record<ColumnId, number>> = {
  number: 5,
  time: 9,
  source: 11,
  destination: 11,
  protocol: 9,
  length: 8,
  info: 24,
};
const mostAddress = 26;
const timeWidths: Readonly<Record<TimeKind, number>> = {
  relative: 10,
  previous: 10,
  connection: 10,
  local: 26,
  utc: 26,
  epoch: 17,
};

/** What the columns need for what they have shown so far, in characters: they grow, and do not jump back. */
export class FittingWidths {
  private readonly characters = new Map<ColumnId, number>();

  /** Takes the texts of some rows into account; whether something has grown. */
  fit(rows: readonly PacketRow[], count: number, time: TimeKind, timeText: (row: PacketRow) => string): boolean {
    const before = JSON.stringify([...this.characters]);
    const longest = (text: (row: PacketRow) => string) => rows.reduce((most, row) => Math.max(most, text(row).length), 0);
    this.grow("number", String(count).length);
    this.grow("time", Math.max(timeWidths[time], longest(timeText)));
    this.grow(
      "source",
      Math.min(
        mostAddress,
        longest(({ source }) => source),
      ),
    );
    this.grow(
      "destination",
      Math.min(
        mostAddress,
        longest(({ destination }) => destination),
      ),
    );
    this.grow(
      "protocol",
      longest(({ protocol }) => protocol),
    );
    this.grow(
      "length",
      longest(({ length }) => String(length)),
    );
    return before !== JSON.stringify([...this.characters]);
  }

  /** Times are spelled in another way from now on. */
  forget(id: ColumnId): void {
    this.characters.delete(id);
  }

  of(id: ColumnId): number {
    return this.characters.get(id) ?? least[id];
  }

  private grow(id: ColumnId, characters: number): void {
    this.characters.set(id, Math.max(this.of(id), characters));
  }
}

const width = ({ id, width }: ListColumn, fitting: FittingWidths): string =>
  width === undefined ? `${fitting.of(id)}ch` : `${width}px`;

/** CSS for a row: the gutter and the columns that are seen. Info takes what is left. */
export function rowTemplate(seen: ListColumns, fitting: FittingWidths): { columns: string; least: string } {
  const widths = seen.map((column) => width(column, fitting));
  const tracks = seen.map((column, i) => (column.id === "info" ? `minmax(${widths[i]}, 1fr)` : widths[i]));
  return {
    columns: [`${gutterWidth}px`, ...tracks].join(" "),
    least: `calc(${[`${gutterWidth + seen.length * gap + padding}px`, ...widths].join(" + ")})`,
  };
}
