import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { formatDuration } from "../../text/duration";
import { say } from "../../text/words";
import type { FlowArrow, FlowRow, FlowRun } from "../../view/flow/flow";
import type { PlacedRow } from "../../view/flow/flowWindow";
import { words } from "../language";
import { framesOf, saidOf } from "./ladderRow";
import { stateName } from "./stateChip";

/** The ladder as rows and cells, for screen readers. */
export function ladderTable(rows: readonly PlacedRow[], isSelected: (row: FlowRow) => boolean) {
  const heads = ["flow.frame", "flow.time", "ladder.client", "flow.segment", "ladder.server"] as const;
  return html`<table role="presentation">
      <tr role="row">${heads.map((id) => html`<th role="columnheader">${words.messages[id]}</th>`)}</tr>
      ${repeat(
        rows,
        ({ top }) => top,
        ({ row }) => guard([row, isSelected(row)], () => tableRow(row, isSelected(row))),
      )}
    </table>`;
}

function tableRow(row: FlowRow, isSelected: boolean) {
  if (row.kind === "silence") {
    const text = say(words, "flow.silence", { span: formatDuration(row.seconds) });
    return html`<tr role="row">${["", "", "", text, ""].map((cell) => html`<td role="gridcell">${cell}</td>`)}</tr>`;
  }
  const isHeading = row.kind === "run" && row.isOpen;
  const cells = cellsOf(row);
  return html`<tr
    role="row"
    id=${isHeading ? nothing : `row-${row.frame}`}
    aria-selected=${isSelected}
    aria-expanded=${row.kind === "run" ? row.isOpen : nothing}
  >
    ${cells.map((cell) => html`<td role="gridcell">${cell}</td>`)}
  </tr>`;
}

/** The cells of a row: frame, time, the client's state, the segment, the server's state. */
function cellsOf(row: FlowArrow | FlowRun): readonly string[] {
  const from = words.messages[row.fromClient ? "ladder.client" : "ladder.server"];
  const said = [row.label, ...saidOf(row)].join(", ");
  return [framesOf(row), row.time.toFixed(6), statesOf(row, "client"), `${from}: ${said}`, statesOf(row, "server")];
}

/** A row as text with tabs between its cells; empty for a silence. */
export const rowText = (row: FlowRow): string => (row.kind === "silence" ? "" : cellsOf(row).join("\t"));

const statesOf = (row: FlowArrow | FlowRun, end: "client" | "server"): string =>
  row.kind === "run" ? "" : row.states.flatMap((each) => (each[end] ? [stateName(each[end])] : [])).join(" → ");
