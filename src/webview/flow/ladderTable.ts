import { html, nothing } from "lit";
import { formatDuration } from "../../text/duration";
import { say } from "../../text/words";
import type { FlowArrow, FlowRow } from "../../view/flow/flow";
import { words } from "../language";
import { stateName } from "./stateChip";

/** A row of the ladder in words, for a screen reader: frame, time, the client's state, the segment, the server's state. */
export function tableRow(row: FlowRow, isSelected: boolean) {
  if (row.kind === "silence") {
    const text = say(words, "flow.silence", { span: formatDuration(row.seconds) });
    return html`<tr role="row">${["", "", "", text, ""].map((cell) => html`<td role="gridcell">${cell}</td>`)}</tr>`;
  }
  const from = words.messages[row.fromClient ? "ladder.client" : "ladder.server"];
  const isHeading = row.kind === "run" && row.isOpen;
  const cells =
    row.kind === "run"
      ? [`${row.frame}–${row.lastFrame}`, row.time.toFixed(6), "", `${from}: ${row.label}`, ""]
      : [
          String(row.frame),
          row.time.toFixed(6),
          statesOf(row, "client"),
          `${from}: ${[row.label, ...row.remarks].join(", ")}`,
          statesOf(row, "server"),
        ];
  return html`<tr
    role="row"
    id=${isHeading ? nothing : `row-${row.frame}`}
    aria-selected=${isSelected}
    aria-expanded=${row.kind === "run" ? row.isOpen : nothing}
  >
    ${cells.map((cell) => html`<td role="gridcell">${cell}</td>`)}
  </tr>`;
}

const statesOf = ({ states }: FlowArrow, end: "client" | "server"): string =>
  states.flatMap((each) => (each[end] ? [stateName(each[end])] : [])).join(" → ");
