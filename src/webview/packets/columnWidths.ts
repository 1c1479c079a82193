import { type ColumnId, fieldColumn, isFieldColumn, type StandardColumn } from "../../view/onScreen/columnId";
import type { ListColumn, ListColumns } from "../../view/onScreen/listColumns";
import type { TimeKind } from "../../view/onScreen/rowLook";
import type { PacketRow } from "../../view/packetRow";
import type { FieldHeads } from "./columnLabel";

/** In pixels. */
export const gutterWidth = 28;
const gap = 8;
const padding = 12;

/** In characters: room for the column's title, and no more than most addresses and names need. */
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
/** Of a longer name the rest is told where it is pointed at. */
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

/** What the columns need for what they have shown so far, in characters: they grow, and do not jump back. */
export class FittingWidths {
  private readonly characters = new Map<ColumnId, number>();

  /** Takes the texts of some rows into account; whether something has grown. */
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

  /** Times are spelled in another way from now on. */
  forget(id: ColumnId): void {
    this.characters.delete(id);
  }

  of(id: ColumnId): number {
    return this.characters.get(id) ?? (isFieldColumn(id) ? leastField : least[id]);
  }

  /** What it may be narrowed to: an address or a name may be cut. */
  leastOf(id: ColumnId): number {
    return isAddress(id) ? Math.min(leastAddress, this.of(id)) : this.of(id);
  }

  private grow(id: ColumnId, characters: number): void {
    this.characters.set(id, Math.max(this.of(id), characters));
  }
}

/** Chinese characters are as wide as two others. */
const lettersOf = (label: string): number => label.replace(/[\u2e80-\uffff]/g, "..").length;

/** What stands aside where there is too little room for Info: of most packets the others tell as much. */
const firstToGo: readonly ColumnId[] = ["length", "protocol"];

/** The columns that there is room for, in characters. One that a person has given a width stays. */
export function roomyColumns(seen: ListColumns, fitting: FittingWidths, room: number): ListColumns {
  if (!seen.some(({ id }) => id === "info")) return seen;
  const needed = (columns: ListColumns) => columns.reduce((sum, { id }) => sum + fitting.leastOf(id) + gapCharacters, 0);
  return firstToGo.reduce(
    (columns, gone) =>
      needed(columns) <= room ? columns : columns.filter(({ id, width }) => id !== gone || width !== undefined),
    seen,
  );
}
/** About as wide as a gap. */
const gapCharacters = 1;

const isAddress = (id: ColumnId) => id === "source" || id === "destination";

interface Track {
  /** In CSS: as narrow as it may become, and what it takes of a row. */
  readonly least: string;
  readonly size: string;
}

function trackOf({ id, width }: ListColumn, fitting: FittingWidths): Track {
  const least = width === undefined ? `${fitting.leastOf(id)}ch` : `${width}px`;
  if (id === "info") return { least, size: `minmax(${least}, 1fr)` };
  return { least, size: isAddress(id) && width === undefined ? `minmax(${least}, ${fitting.of(id)}ch)` : least };
}

/** CSS for a row: the gutter and the columns that are seen. Info takes what is left. */
export function rowTemplate(seen: ListColumns, fitting: FittingWidths): { columns: string; least: string } {
  const tracks = seen.map((column) => trackOf(column, fitting));
  return {
    columns: [`${gutterWidth}px`, ...tracks.map(({ size }) => size)].join(" "),
    least: `calc(${[`${gutterWidth + seen.length * gap + padding}px`, ...tracks.map(({ least }) => least)].join(" + ")})`,
  };
}
