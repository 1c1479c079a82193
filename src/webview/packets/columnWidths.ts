import { type ColumnId, fieldColumn, isFieldColumn, type StandardColumn } from "../../view/onScreen/columnId";
import type { ListColumn, ListColumns } from "../../view/onScreen/listColumns";
import type { TimeKind } from "../../view/onScreen/rowLook";
import type { PacketRow } from "../../view/packetRow";
import type { FieldHeads } from "./columnLabel";

/** The width of the gutter, in pixels. */
export const gutterWidth = 28;
const gap = 8;
const padding = 12;

/** The least widths, in characters: room for the column's title, and no more than most addresses and names need. */
const least: Readonly<Record<StandardColumn, number>> = {
  number: 4,
  time: 8,
  source: 9,
  destination: 9,
  protocol: 7,
  length: 7,
  info: 30,
};
const mostAddress = 26;
const leastField = 4;
const mostField = 24;
/** The rest of a longer name is shown when a person points at it. */
const mostLabel = 15;
/** An IPv4 address is never cut: its end is what tells it from others. */
const leastAddress = 15;
const timeWidths: Readonly<Record<TimeKind, number>> = {
  relative: 9,
  previous: 9,
  connection: 9,
  local: 26,
  utc: 26,
  epoch: 17,
};

/** The widths that columns need for all that they have shown so far, in characters: columns grow, and do not jump back. */
export class FittingWidths {
  private readonly characters = new Map<ColumnId, number>();

  /** Takes the texts of some rows into account; tells whether a column has grown. */
  fit(
    rows: readonly PacketRow[],
    count: number,
    time: TimeKind,
    timeText: (row: PacketRow) => string,
    heads: FieldHeads,
  ): boolean {
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
    for (const [name, { short }] of heads) {
      const text = longest(({ fields }) => fields?.[name] ?? "");
      this.grow(fieldColumn(name), Math.max(Math.min(mostLabel, lettersOf(short)), Math.min(mostField, text)));
    }
    return before !== JSON.stringify([...this.characters]);
  }

  /** Forgets what a column has shown, such as times that are written in another way from now on. */
  forget(id: ColumnId): void {
    this.characters.delete(id);
  }

  of(id: ColumnId): number {
    return this.characters.get(id) ?? (isFieldColumn(id) ? leastField : least[id]);
  }

  /** The width to which a column may be narrowed: an address or a name may be cut. */
  leastOf(id: ColumnId): number {
    return isAddress(id) ? Math.min(leastAddress, this.of(id)) : this.of(id);
  }

  private grow(id: ColumnId, characters: number): void {
    this.characters.set(id, Math.max(this.of(id), characters));
  }
}

/** The width of a label in letters: a Chinese character is as wide as two. */
const lettersOf = (label: string): number => label.replace(/[\u2e80-\uffff]/g, "..").length;

/** The columns that are left out first if there is too little room for Info: for most packets, the others say the same. */
const firstToGo: readonly ColumnId[] = ["length", "protocol"];

/** The columns for which there is room, in characters. One to which a person has given a width stays. */
export function roomyColumns(seen: ListColumns, fitting: FittingWidths, room: number): ListColumns {
  if (!seen.some(({ id }) => id === "info")) return seen;
  const needed = (columns: ListColumns) => columns.reduce((sum, { id }) => sum + fitting.leastOf(id) + gapCharacters, 0);
  return firstToGo.reduce(
    (columns, gone) =>
      needed(columns) <= room ? columns : columns.filter(({ id, width }) => id !== gone || width !== undefined),
    seen,
  );
}
/** The width of a gap, about. */
const gapCharacters = 1;

const isAddress = (id: ColumnId) => id === "source" || id === "destination";

interface Track {
  /** In CSS: the least width, and the share of a row. */
  readonly least: string;
  readonly size: string;
}

function trackOf({ id, width }: ListColumn, fitting: FittingWidths): Track {
  const least = width === undefined ? `${fitting.leastOf(id)}ch` : `${width}px`;
  if (id === "info") return { least, size: `minmax(${least}, 1fr)` };
  return { least, size: isAddress(id) && width === undefined ? `minmax(${least}, ${fitting.of(id)}ch)` : least };
}

/** CSS for a row: the gutter and the visible columns. Info takes what is left. */
export function rowTemplate(seen: ListColumns, fitting: FittingWidths): { columns: string; least: string } {
  const tracks = seen.map((column) => trackOf(column, fitting));
  return {
    columns: [`${gutterWidth}px`, ...tracks.map(({ size }) => size)].join(" "),
    least: `calc(${[`${gutterWidth + seen.length * gap + padding}px`, ...tracks.map(({ least }) => least)].join(" + ")})`,
  };
}
