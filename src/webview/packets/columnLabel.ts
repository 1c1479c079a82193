import type { FieldHead } from "../../view/fieldCell";
import { type ColumnId, fieldOf, isFieldColumn } from "../../view/onScreen/columnId";
import type { TimeKind } from "../../view/onScreen/rowLook";
import { words } from "../language";

/** Headings of the columns that show fields, by the fields' names. */
export type FieldHeads = ReadonlyMap<string, FieldHead>;

/** The heading of a column. */
export function columnLabel(id: ColumnId, time: TimeKind, heads: FieldHeads): string {
  if (id === "time") return words.messages[`list.time.${time}.head`];
  return isFieldColumn(id) ? (heads.get(fieldOf(id))?.short ?? fieldOf(id)) : words.messages[`editor.columns.${id}`];
}

/** The heading in full; for a field, also its name in filters. */
export function columnTitle(id: ColumnId, time: TimeKind, heads: FieldHeads): string {
  if (!isFieldColumn(id)) return columnLabel(id, time, heads);
  const name = fieldOf(id);
  return `${heads.get(name)?.label ?? ""} (${name})`.trim();
}

export const isNumeric = (id: ColumnId, heads: FieldHeads): boolean =>
  isFieldColumn(id) && (heads.get(fieldOf(id))?.isNumber ?? false);

/** The CSS class for the cells of a column and its heading. */
export const columnClass = (id: ColumnId, heads: FieldHeads): string =>
  isFieldColumn(id) ? (isNumeric(id, heads) ? "field numeric" : "field") : id;
