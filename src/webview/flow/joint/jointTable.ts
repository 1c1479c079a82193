import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { formatDuration } from "../../../text/duration";
import { say } from "../../../text/words";
import type { JointArrow, JointRow, JointRun, Lifeline, PlacedJointRow } from "../../../view/flow/joint/jointFlow";
import { words } from "../../language";
import { framesOf, saidOf } from "../ladderRow";
import { stateName } from "../stateChip";

const heads = ["flow.frame", "flow.time", "joint.connection", "joint.from", "joint.to", "flow.segment", "joint.changes"] as const;

/** The flow of several connections as rows and cells, for screen readers. */
export function jointTable(
  rows: readonly PlacedJointRow[],
  lifelines: readonly Lifeline[],
  isSelected: (row: JointRow) => boolean,
) {
  return html`<table role="presentation">
      <tr role="row">${heads.map((id) => html`<th role="columnheader">${words.messages[id]}</th>`)}</tr>
      ${repeat(
        rows,
        ({ top }) => top,
        ({ row }) => guard([row, isSelected(row)], () => tableRow(row, lifelines, isSelected(row))),
      )}
    </table>`;
}

function tableRow(row: JointRow, lifelines: readonly Lifeline[], isSelected: boolean) {
  const isNamed = row.kind !== "silence" && !(row.kind === "run" && row.isOpen);
  return html`<tr
    role="row"
    id=${isNamed ? `row-${row.frame}` : nothing}
    aria-selected=${isNamed ? isSelected : nothing}
    aria-expanded=${row.kind === "run" ? row.isOpen : nothing}
  >
    ${cellsOf(row, lifelines).map((cell) => html`<td role="gridcell">${cell}</td>`)}
  </tr>`;
}

function cellsOf(row: JointRow, lifelines: readonly Lifeline[]): readonly string[] {
  if (row.kind === "silence") return ["", "", "", "", "", say(words, "flow.silence", { span: formatDuration(row.seconds) }), ""];
  const ends = [row.from, row.to].map((end) => lifelines[end]?.name ?? "");
  const said = [`${row.ports.join(" → ")} ${row.label}`, ...saidOf(row)].join(", ");
  return [framesOf(row), row.time.toFixed(6), String(row.stream), ...ends, said, changesOf(row).join(", ")];
}

function changesOf(row: JointArrow | JointRun): readonly string[] {
  if (row.kind === "run") return row.told;
  const states = (["client", "server"] as const).flatMap((end) => {
    const own = row.states.flatMap((each) => (each[end] ? [stateName(each[end])] : []));
    return own.length > 0 ? [`${words.messages[`ladder.${end}`]} ${own.join(" → ")}`] : [];
  });
  return [...states, ...row.told];
}

/** A row as text with tabs between its cells; empty for a silence. */
export const jointRowText = (row: JointRow, lifelines: readonly Lifeline[]): string =>
  row.kind === "silence" ? "" : cellsOf(row, lifelines).join("\t");
