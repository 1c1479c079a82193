import type { Words } from "../../../text/words";
import { brokenLines } from "../../brokenLines";
import { frameText, silenceText, stateText } from "../flowWords";
import { messageArrow, plainMermaid, widestNote } from "../mermaidPieces";
import { fewerLifelines } from "./fewerLifelines";
import type { JointFlow, JointRow } from "./jointFlow";
import { jointNotes, roleText, segmentText, titleOf } from "./jointWords";

/** Several connections as a Mermaid sequence diagram: a participant for each lifeline, the connection's number in front of each message. */
export function jointMermaid(flow: JointFlow, words: Words): string {
  const { drawn, hidden } = fewerLifelines(flow);
  const last = drawn.lifelines.length - 1;
  const noteOverAll = (text: string) =>
    `  Note over ${last > 0 ? `H0,H${last}` : "H0"}: ${brokenLines(text, widestNote).map(plainMermaid).join("<br/>")}`;
  return [
    "sequenceDiagram",
    ...drawn.lifelines.map((line, i) => `  participant H${i} as ${plainMermaid(`${line.name} (${roleText(line, words)})`)}`),
    noteOverAll(titleOf(flow, words)),
    ...drawn.rows.flatMap((row) => (row.kind === "silence" ? [noteOverAll(silenceText(row, words))] : linesOf(row, words))),
    ...jointNotes(flow, words, hidden).map(noteOverAll),
  ].join("\n");
}

function linesOf(row: Exclude<JointRow, { kind: "silence" }>, words: Words): string[] {
  const note = (end: "client" | "server") => {
    const own = row.kind === "run" ? [] : row.states.flatMap((each) => (each[end] ? [stateText(each[end])] : []));
    const at = (end === "client") === row.fromClient ? row.from : row.to;
    return own.length > 0 ? [`  Note over H${at}: ${plainMermaid(`${row.stream}: ${own.join(" → ")}`)}`] : [];
  };
  const [left, right] = [Math.min(row.from, row.to), Math.max(row.from, row.to)];
  return [
    `  H${row.from}${messageArrow(row)}H${row.to}: ${plainMermaid(`${frameText(row)}. (${row.stream}) ${segmentText(row, words)}`)}`,
    ...note("client"),
    ...note("server"),
    ...row.told.map((text) => `  Note over H${left},H${right}: ${plainMermaid(`${row.stream}: ${text}`)}`),
  ];
}
