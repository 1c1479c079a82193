import { html, nothing } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { flagNames } from "../../protocols/tcp";
import { formatDate, formatElapsed } from "../../text/moment";
import { say } from "../../text/words";
import type { ListColumns } from "../../view/onScreen/listColumns";
import type { ColumnId } from "../../view/onScreen/listOrder";
import { lookOf } from "../../view/onScreen/markLooks";
import type { TimeKind } from "../../view/onScreen/rowLook";
import type { PacketRow } from "../../view/packetRow";
import { words } from "../language";
import { meaningOf } from "../meaning";
import { type Bonds, gutterCell } from "./gutter";

export function timeText({ time }: PacketRow, kind: TimeKind): string {
  if (!time) return "";
  return kind === "local" || kind === "utc" ? formatDate(time, kind) : formatElapsed(time);
}

export interface RowLooks {
  readonly seen: ListColumns;
  readonly time: TimeKind;
  readonly bonds: Bonds;
}

export const rowId = (number: number): string => `packet-${number}`;

/** The row at a place of the list, which counts from 0; the heads are its first. */
export function drawRow(row: PacketRow, place: number, { seen, time, bonds }: RowLooks) {
  const isTrouble = row.marks?.some((mark) => lookOf(mark).isTrouble) ?? false;
  const classes = { row: true, trouble: isTrouble, [meaningOf(row.flags)]: true };
  return html`<div
    class=${classMap(classes)}
    role="row"
    id=${rowId(row.number)}
    data-place=${place}
    aria-rowindex=${place + 2}
    aria-selected=${row.number === bonds.selected}
    >${gutterCell(row, bonds)}${seen.map(({ id }) => html`<span class=${id} role="gridcell">${cell(row, id, time)}</span>`)}</div
  >`;
}

/** What is not here yet has its height and its place. */
export function drawWaitingRow(place: number, number: number | undefined, seen: ListColumns) {
  return html`<div class="row waiting" role="row" data-place=${place} aria-rowindex=${place + 2} aria-busy="true"
    ><span class="gutter" role="gridcell"></span>${seen.map(
      ({ id }) => html`<span class=${id} role="gridcell">${id === "number" && number !== undefined ? number : nothing}</span>`,
    )}</div
  >`;
}

function cell(row: PacketRow, id: ColumnId, time: TimeKind) {
  switch (id) {
    case "time":
      return timeText(row, time);
    case "info":
      return infoCell(row);
    default:
      return row[id];
  }
}

/** Marks, comments and flags stand out, so that they are found at a glance; the words around them are Wireshark's. */
function infoCell(row: PacketRow) {
  const badge = `[${flagNames(row.flags ?? 0).join(", ")}]`;
  const at = row.flags ? row.info.indexOf(badge) : -1;
  const text =
    at < 0
      ? row.info
      : html`${row.info.slice(0, at)}<span class="badge">${badge.slice(1, -1)}</span>${row.info.slice(at + badge.length)}`;
  return html`${row.comments ? comment(row.comments) : nothing}${marksOf(row)}${text}`;
}

function marksOf({ marks = [] }: PacketRow) {
  // of a fast or a spurious retransmission the plain one says nothing new
  const isSpecial = marks.includes("fast_retransmission") || marks.includes("spurious_retransmission");
  return marks
    .filter((mark) => !(isSpecial && mark === "retransmission"))
    .map((mark) => {
      const name = words.messages[`markName.${mark}`];
      return html`<span class="mark" role="img" aria-label=${name} title=${name}>${lookOf(mark).icon}</span>`;
    });
}

function comment(comments: readonly string[]) {
  const text = say(words, "list.comment", { text: comments.join("\n") });
  return html`<span class="mark comment" role="img" aria-label=${text} title=${comments.join("\n")}>✎</span>`;
}
