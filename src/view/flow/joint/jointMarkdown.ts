import { say, type Words } from "../../../text/words";
import { escapeMarkdown } from "../../markdown";
import { frameText, silenceText, timeText } from "../flowWords";
import type { JointFlow, JointRow } from "./jointFlow";
import { changesText, jointNotes, segmentText, storyText, titleOf } from "./jointWords";

/** Several connections as a table, which screen readers can read too. */
export function jointMarkdown(flow: JointFlow, words: Words): string {
  const heads = [
    "flow.frame",
    "flow.time",
    "joint.connection",
    "joint.from",
    "joint.to",
    "flow.segment",
    "joint.changes",
  ] as const;
  return [
    `### ${escapeMarkdown(titleOf(flow, words))}`,
    "",
    tableRow(heads.map((id) => words.messages[id])),
    "| ---: | ---: | ---: | --- | --- | --- | --- |",
    ...flow.rows.map((row) => tableRow(cellsOf(row, flow, words))),
    "",
    ...flow.stories.map(
      (story) => `- **${escapeMarkdown(say(words, "flow.title", story))}**: ${escapeMarkdown(storyText(story, words))}`,
    ),
    "",
    ...jointNotes(flow, words).map(escapeMarkdown),
  ].join("\n");
}

const tableRow = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;

function cellsOf(row: JointRow, { lifelines }: JointFlow, words: Words): string[] {
  if (row.kind === "silence") return ["", "", "", "", "", `… ${silenceText(row, words)} …`, ""];
  const ends = [row.from, row.to].map((end) => lifelines[end].name);
  return [frameText(row), timeText(row), String(row.stream), ...ends, segmentText(row, words), changesText(row, words)];
}
