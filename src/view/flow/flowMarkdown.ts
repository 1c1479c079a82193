import { stateSpellings } from "../../protocols/tcpStates";
import { say, type Words } from "../../text/words";
import { escapeMarkdown } from "../markdown";
import type { Flow, FlowRow } from "./flow";
import { arrowText, frameText, notesOf, silenceText, statesOf, statesSeen, stateText, timeText } from "./flowWords";

/** A flow as a table, which screen readers can read too, and what the states in it mean. */
export function flowMarkdown(flow: Flow, words: Words): string {
  const { stream, client, server, initial } = flow;
  const heads = [
    say(words, "flow.frame", {}),
    say(words, "flow.time", {}),
    `${say(words, "ladder.client", {})} ${client}`,
    say(words, "flow.segment", {}),
    `${say(words, "ladder.server", {})} ${server}`,
  ].map(cell);
  const before = ["", "", initial.client ? stateText(initial.client) : "", "", initial.server ? stateText(initial.server) : ""];
  return [
    `### ${cell(say(words, "flow.title", { stream, client, server }))}`,
    "",
    tableRow(heads),
    "| ---: | ---: | --- | --- | --- |",
    ...[before, ...flow.rows.map((row) => cellsOf(row, words))].map((cells) => tableRow(cells.map(cell))),
    "",
    ...flow.parts.map(({ kind, text }) => `- **${say(words, `flow.part.${kind}`, {})}**: ${escapeMarkdown(text)}`),
    ...statesSeen(flow).map(
      (state) =>
        `- **${cell(state)}** (\`${stateSpellings[state].netstat}\`): ${escapeMarkdown(say(words, `state.${state}`, {}))}`,
    ),
    "",
    ...notesOf(flow, words).map(escapeMarkdown),
  ].join("\n");
}

const tableRow = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const cell = (text: string) => escapeMarkdown(text);

function cellsOf(row: FlowRow, words: Words): string[] {
  if (row.kind === "silence") return ["", "", "", `… ${silenceText(row, words)} …`, ""];
  const text = row.kind === "run" ? row.label : arrowText(row, words);
  const states = row.kind === "run" ? [] : row.states;
  const arrow = row.fromClient ? `${text} →` : `← ${text}`;
  return [frameText(row), timeText(row), statesOf(states, "client"), arrow, statesOf(states, "server")];
}
