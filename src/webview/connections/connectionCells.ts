import { html, nothing } from "lit";
import { formatDuration } from "../../text/duration";
import { formatCount } from "../../text/value";
import { say } from "../../text/words";
import type { ConnectionRow } from "../../view/connectionRow";
import { type ConnectionColumn, type ConnectionOrder, connectionColumns } from "../../view/onScreen/connectionOrder";
import { words } from "../language";
import { kindName } from "../trouble/troubleWords";

/** In characters. The two ends have at least so many, enough for most IPv4 addresses with their ports, and more where there is room. */
const widths: Readonly<Record<ConnectionColumn, number>> = {
  stream: 6,
  client: 19,
  server: 19,
  packets: 8,
  toServer: 11,
  toClient: 11,
  start: 11,
  duration: 9,
  roundTrip: 9,
  trouble: 9,
  resent: 9,
};
/** The columns that are left out first where there is too little room. */
const firstToGo: readonly ConnectionColumn[] = ["start", "roundTrip", "resent", "duration", "toServer", "toClient", "packets"];
const widestEnd = 46;
const gap = 1.2;

const isEnd = (column: ConnectionColumn) => column === "client" || column === "server";
/** Amounts are wanted with the largest first; ends, and the order of the capture, from the beginning. */
const risesFirst = (column: ConnectionColumn) => isEnd(column) || column === "stream" || column === "start";

/** The columns for which there is room, in characters. */
export function roomyColumns(room: number): readonly ConnectionColumn[] {
  const needed = (columns: readonly ConnectionColumn[]) => columns.reduce((sum, column) => sum + widths[column] + gap, 0);
  return firstToGo.reduce(
    (columns, gone) => (needed(columns) <= room ? columns : columns.filter((column) => column !== gone)),
    connectionColumns as readonly ConnectionColumn[],
  );
}

/** CSS for a row of these columns. */
export const rowTemplate = (columns: readonly ConnectionColumn[]): string =>
  columns.map((column) => (isEnd(column) ? `minmax(${widths[column]}ch, ${widestEnd}ch)` : `${widths[column]}ch`)).join(" ");

/** The order after a click on a column: the one that is mostly wanted, then the reverse, then that of the capture. */
export function nextOrder({ column, descending }: ConnectionOrder, chosen: ConnectionColumn): ConnectionOrder {
  const isDescendingFirst = !risesFirst(chosen);
  if (column !== chosen) return { column: chosen, descending: isDescendingFirst };
  return descending === isDescendingFirst ? { column, descending: !descending } : { column: "stream", descending: false };
}

/** How many packets have something wrong. A click leads to the first of them; pointing at it tells the kinds. */
function troubleCell(row: ConnectionRow) {
  const { firstTrouble = 0, kinds } = row;
  const first = say(words, "connectionList.trouble.first", { frame: firstTrouble });
  const title = `${kinds.map(kindName).join(words.messages["list.comma"])}\n${first}`;
  return html`<button tabindex="-1" data-frame=${firstTrouble} title=${title}>${cellText(row, "trouble")}</button>`;
}

export function cellText(row: ConnectionRow, column: ConnectionColumn): string {
  const value = row[column];
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (column === "start") return value.toFixed(6);
  if (column === "duration" || column === "roundTrip") return formatDuration(value);
  return column === "stream" ? String(value) : String(formatCount(value));
}

/** A row as text, to be copied. */
export const rowText = (row: ConnectionRow): string => connectionColumns.map((column) => cellText(row, column)).join("\t");

export function rowCells(row: ConnectionRow | undefined, columns: readonly ConnectionColumn[]) {
  return columns.map((column) => {
    const title = row && isEnd(column) ? cellText(row, column) : nothing;
    return html`<span class=${column} role="gridcell" title=${title}>${row && cellContent(row, column)}</span>`;
  });
}

function cellContent(row: ConnectionRow, column: ConnectionColumn) {
  if ((column === "trouble" || column === "resent") && row[column] === 0) return "";
  return column === "trouble" ? troubleCell(row) : cellText(row, column);
}

/** A heading that sorts by its column. */
export function headCell(column: ConnectionColumn, order: ConnectionOrder, isFocusable: boolean, choose: () => void) {
  const isSorted = order.column === column;
  const { messages } = words;
  return html`<span role="columnheader" class=${column} aria-sort=${isSorted ? (order.descending ? "descending" : "ascending") : "none"}
    ><button tabindex=${isFocusable ? 0 : -1} data-column=${column} title=${messages[`connectionList.${column}.about`]} @click=${choose}
      ><span class="label">${messages[`connectionList.${column}`]}</span>${isSorted ? html`<span class="sorted" aria-hidden="true">${order.descending ? "▼" : "▲"}</span>` : nothing}</button
  ></span>`;
}
