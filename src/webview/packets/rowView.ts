import { html, nothing } from "lit";
import type { PacketNote } from "../../engine/pageContract";
import { flagNames } from "../../protocols/tcp";
import { formatDate, formatElapsed } from "../../text/moment";
import { say } from "../../text/words";
import { type ColumnId, fieldOf, isFieldColumn } from "../../view/onScreen/columnId";
import type { ListColumns } from "../../view/onScreen/listColumns";
import { lookOf } from "../../view/onScreen/markLooks";
import type { TimeKind } from "../../view/onScreen/rowLook";
import type { PacketRow } from "../../view/packetRow";
import { words } from "../language";
import { meaningOf } from "../meaning";
import type { NotesByPacket } from "../packetNotes";
import { columnClass, type FieldHeads } from "./columnLabel";
import { type Bonds, gutterCell } from "./gutter";

export function timeText({ time, isReference }: PacketRow, kind: TimeKind): string {
  if (isReference) return words.messages["list.time.reference"];
  if (!time) return "";
  return kind === "local" || kind === "utc" ? formatDate(time, kind) : formatElapsed(time);
}

export interface RowLooks {
  readonly seen: ListColumns;
  readonly time: TimeKind;
  readonly heads: FieldHeads;
  readonly bonds: Bonds;
  readonly notes: NotesByPacket;
}

/** A row at a place of the list, which counts from 0. */
export interface DrawnRow {
  readonly place: number;
  /** Missing until it is loaded. */
  readonly row: PacketRow | undefined;
  /** The packet's number, if it is known before the row is. */
  readonly number: number | undefined;
  readonly looks: RowLooks;
}

export const rowId = (number: number): string => `packet-${number}`;

/** Sets what belongs to a row as a whole. For screen readers, the headings count as the first row. */
export function fillRow(element: HTMLElement, { place, row, looks }: DrawnRow): void {
  const isTrouble = row?.marks?.some((mark) => lookOf(mark).isTrouble) ?? false;
  element.className = row
    ? `row ${meaningOf(row.flags)}${isTrouble ? " trouble" : ""}${row.isMarked ? " marked" : ""}`
    : "row waiting";
  if (row) element.id = rowId(row.number);
  else element.removeAttribute("id");
  element.dataset["place"] = String(place);
  element.setAttribute("aria-rowindex", String(place + 2));
  element.setAttribute("aria-selected", String(row !== undefined && row.number === looks.bonds.selected));
  element.setAttribute("aria-busy", String(!row));
}

/** The cells of a row; they are the same for every row, so that an element can be used for another row. */
export function rowCells(drawn: DrawnRow) {
  const { row, looks } = drawn;
  return html`${gutterCell(row, looks.bonds)}${looks.seen.map(
    ({ id }) =>
      html`<span class=${columnClass(id, looks.heads)} data-column=${isFieldColumn(id) ? id : nothing} role="gridcell">${cell(id, drawn)}</span>`,
  )}`;
}

function cell(id: ColumnId, { row, number, looks: { time, notes } }: DrawnRow) {
  if (id === "info") return infoCell(row, notes.get(row?.number ?? 0));
  if (!row) return id === "number" ? (number ?? "") : "";
  if (id === "number" && row.isMarked) return html`<span class="stamp">${row.number}</span>`;
  if (id === "time" && row.isReference)
    return html`<abbr title=${words.messages["list.time.reference.told"]}>${timeText(row, time)}</abbr>`;
  return plainText(row, id, time);
}

/** What a cell says without its signs. */
function plainText(row: PacketRow, id: ColumnId, time: TimeKind): string | number {
  if (isFieldColumn(id)) return row.fields?.[fieldOf(id)] ?? "";
  return id === "time" ? timeText(row, time) : row[id];
}

/** The cell of Info: marks, comments and flags stand out to be found at a glance; the words around them are Wireshark's. */
function infoCell(row: PacketRow | undefined, notes: readonly PacketNote[] = []) {
  const { info = "", flags = 0, comments = [] } = row ?? {};
  const written = [...comments, ...notes.map(({ name, text }) => `${name}: ${text}`)];
  const badge = `[${flagNames(flags).join(", ")}]`;
  const at = flags ? info.indexOf(badge) : -1;
  const [before, flagged, after] =
    at < 0 ? [info, "", ""] : [info.slice(0, at), badge.slice(1, -1), info.slice(at + badge.length)];
  return html`${row?.isMarked ? sign("⚑", words.messages["list.marked"]) : nothing}${written.length > 0 ? comment(written) : nothing}${row ? marksOf(row) : nothing}${before}<span class="badge">${flagged}</span>${after}`;
}

function marksOf({ marks = [] }: PacketRow) {
  // besides a fast or a spurious retransmission, the plain mark says nothing new
  const isSpecial = marks.includes("fast_retransmission") || marks.includes("spurious_retransmission");
  return marks
    .filter((mark) => !(isSpecial && mark === "retransmission"))
    .map((mark) => sign(lookOf(mark).icon, words.messages[`markName.${mark}`]));
}

const sign = (icon: string, name: string) => html`<span class="mark" role="img" aria-label=${name} title=${name}>${icon}</span>`;

function comment(comments: readonly string[]) {
  const text = say(words, "list.comment", { text: comments.join("\n") });
  return html`<span class="mark comment" role="img" aria-label=${text} title=${comments.join("\n")}>✎</span>`;
}

/** A row as text, with tabs between its columns. */
export const rowText = (row: PacketRow, seen: ListColumns, time: TimeKind): string =>
  seen.map(({ id }) => plainText(row, id, time)).join("\t");

/** The place of the row on which an event happened; none if it was on no row. */
export function placeOf(event: Event): number | undefined {
  const row = (event.composedPath() as Element[]).find((element) => element instanceof HTMLElement && element.dataset["place"]);
  return row instanceof HTMLElement ? Number(row.dataset["place"]) : undefined;
}

/** Shows the whole text of a cell that is cut off, as its tooltip. */
export function tellWhole(event: MouseEvent): void {
  const cell = (event.target as Element).closest<HTMLElement>(".row > [role=gridcell]");
  if (!cell || cell.classList.contains("gutter")) return;
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent ?? "";
  else cell.removeAttribute("title");
}
