import { html } from "lit";
import { formatCount } from "../../text/value";
import { say } from "../../text/words";
import { iconOfTrouble, troubleFilter } from "../../view/onScreen/troubleKinds";
import type { TroubleRow } from "../../view/troubleRow";
import { words } from "../language";
import { kindName } from "./troubleWords";

export const troubleColumns = ["kind", "packets", "connections", "first", "most"] as const;
type TroubleColumn = (typeof troubleColumns)[number];

export function headCells() {
  const { messages } = words;
  return troubleColumns.map(
    (column) =>
      html`<span role="columnheader" class=${column} title=${messages[`troubleList.${column}.about`]}>${messages[`troubleList.${column}`]}</span>`,
  );
}

/** A row as text, to be copied. */
export const rowText = (row: TroubleRow): string => troubleColumns.map((column) => cellText(row, column)).join("\t");

function cellText({ kind, packets, connections, first, most }: TroubleRow, column: TroubleColumn): string {
  switch (column) {
    case "kind":
      return kindName(kind);
    case "packets":
      return String(formatCount(packets));
    case "connections":
      return String(formatCount(connections));
    case "first":
      return String(first);
    case "most":
      return say(words, "troubleList.most.value", { stream: most.stream, packets: formatCount(most.packets) });
  }
}

export function rowCells(row: TroubleRow) {
  const own = troubleFilter(row.kind);
  return troubleColumns.map((column) => html`<span class=${column} role="gridcell">${cellContent(row, column, own)}</span>`);
}

function cellContent(row: TroubleRow, column: TroubleColumn, own: string) {
  const text = cellText(row, column);
  if (column === "kind")
    return html`<span class="icon" aria-hidden="true">${iconOfTrouble(row.kind)}</span><span class="name">${text}</span>`;
  if (column === "packets") return listButton(text, own);
  return column === "most" ? listButton(text, `tcp.stream == ${row.most.stream} && ${own}`) : text;
}

/** A count, with a click on which its packets are listed. */
const listButton = (text: string, filter: string) =>
  html`<button tabindex="-1" data-filter=${filter} title=${say(words, "troubleList.packets.list", { filter })}>${text}</button>`;
