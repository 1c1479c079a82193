import { type ColumnId, columnIds, fieldColumn, fieldOf, isFieldColumn, readColumnId } from "./columnId";

/** How a person has arranged a column of the packet list. */
export interface ListColumn {
  readonly id: ColumnId;
  /** In pixels; missing where the column adapts to what it shows. */
  readonly width?: number;
  readonly isHidden: boolean;
}
export type ListColumns = readonly ListColumn[];

export const freshColumns: ListColumns = columnIds.map((id) => ({ id, isHidden: false }));

const narrowestColumn = 32;
const widestColumn = 4000;

/** Reads what was kept, perhaps by another version: the result has every standard column and no column twice, and at least one is shown. */
export function readColumns(kept: unknown): ListColumns {
  if (!Array.isArray(kept)) return freshColumns;
  const known = kept.map(readColumn).filter((column) => column !== undefined);
  const once = known.filter(({ id }, i) => known.findIndex((other) => other.id === id) === i);
  const missing = freshColumns.filter(({ id }) => !once.some((column) => column.id === id));
  const all = [...once, ...missing];
  return all.every(({ isHidden }) => isHidden) ? freshColumns : all;
}

function readColumn(kept: unknown): ListColumn | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { id, width, isHidden } = kept as Record<keyof ListColumn, unknown>;
  const known = readColumnId(id);
  const isHere = isHidden !== true || (known !== undefined && isFieldColumn(known));
  return known && { id: known, ...(typeof width === "number" && { width: within(width) }), isHidden: !isHere };
}

const within = (width: number): number => Math.round(Math.min(widestColumn, Math.max(narrowestColumn, width)));

export const seenColumns = (columns: ListColumns): ListColumns => columns.filter(({ isHidden }) => !isHidden);

/** Gives a column a width; without one, it adapts to what it shows again. */
export function resized(columns: ListColumns, id: ColumnId, width: number | undefined): ListColumns {
  return columns.map((column) =>
    column.id === id ? { id, isHidden: column.isHidden, ...(width !== undefined && { width: within(width) }) } : column,
  );
}

/** Moves a column to the place of another one, among those that are shown. */
export function moved(columns: ListColumns, id: ColumnId, to: ColumnId): ListColumns {
  const [from, target] = [columns.findIndex((column) => column.id === id), columns.findIndex((column) => column.id === to)];
  if (from < 0 || target < 0) return columns;
  const rest = columns.filter((column) => column.id !== id);
  return [...rest.slice(0, target), columns[from], ...rest.slice(target)];
}

/** Moves a column by one place to the right or to the left, among those that are shown. */
export function movedBy(columns: ListColumns, id: ColumnId, step: 1 | -1): ListColumns {
  const seen = seenColumns(columns);
  const neighbour = seen[seen.findIndex((column) => column.id === id) + step];
  return neighbour ? moved(columns, id, neighbour.id) : columns;
}

/** Adds a column for a field, before Info. */
export function withField(columns: ListColumns, name: string): ListColumns {
  const id = fieldColumn(name);
  if (columns.some((column) => column.id === id)) return columns;
  const info = columns.findIndex((column) => column.id === "info");
  return [...columns.slice(0, info), { id, isHidden: false }, ...columns.slice(info)];
}

/** The fields that have a column. */
export const fieldsOf = (columns: ListColumns): readonly string[] =>
  columns
    .map(({ id }) => id)
    .filter(isFieldColumn)
    .map(fieldOf);

/** Shows or hides a column, but the last one that is shown stays. A column of a field is removed instead of hidden. */
export function toggled(columns: ListColumns, id: ColumnId): ListColumns {
  const changed = isFieldColumn(id)
    ? columns.filter((column) => column.id !== id)
    : columns.map((column) => (column.id === id ? { ...column, isHidden: !column.isHidden } : column));
  return changed.every(({ isHidden }) => isHidden) ? columns : changed;
}
