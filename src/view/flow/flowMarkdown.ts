import { stateSpellings, type TcpState, tcpStates } from "../../protocols/tcpStates";
import { say, type Words } from "../../text/words";
import { escapeMarkdown } from "../markdown";
import type { Flow, FlowRow } from "./flow";
import { arrowText, frameText, silenceText, statesOf, stateText, timeText } from "./flowWords";

/** A flow as a table, which a screen reader reads as well, and what the states mean that it passes. */
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
    ...(flow.hasAssumed ? ["", escapeMarkdown(say(words, "flow.assumed", {}))] : []),
  ].join("\n");
}

/** In the order of the diagram. */
function statesSeen({ initial, rows }: Flow): TcpState[] {
  const shown = [initial, ...rows.flatMap((row) => (row.kind === "segment" ? row.states : []))];
  const seen = new Set(shown.flatMap(({ client, server }) => [client?.state, server?.state]));
  return tcpStates.filter((state) => seen.has(state));
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
