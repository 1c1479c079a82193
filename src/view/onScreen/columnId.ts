/** The columns that every packet list has, in Wireshark's order. */
export const columnIds = ["number", "time", "source", "destination", "protocol", "length", "info"] as const;
export type StandardColumn = (typeof columnIds)[number];

const prefix = "field:";
/** A column that a person has added for a field, by the field's name in filters. */
export type FieldColumn = `${typeof prefix}${string}`;

export type ColumnId = StandardColumn | FieldColumn;

export const fieldColumn = (name: string): FieldColumn => `${prefix}${name}`;
export const isFieldColumn = (id: ColumnId): id is FieldColumn => id.startsWith(prefix);
export const fieldOf = (id: FieldColumn): string => id.slice(prefix.length);

const fieldId = /^field:[a-z][\w.-]*$/i;

/** Reads what was kept or passed on. */
export function readColumnId(kept: unknown): ColumnId | undefined {
  return typeof kept === "string" && fieldId.test(kept) ? (kept as FieldColumn) : columnIds.find((id) => id === kept);
}
