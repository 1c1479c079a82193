import { say, type Words } from "../../text/words";
import { brokenLines } from "../brokenLines";
import type { Flow, FlowRow } from "./flow";
import { arrowText, frameText, notesOf, partText, silenceText, statesOf, stateText } from "./flowWords";
import { messageArrow, plainMermaid, widestNote } from "./mermaidPieces";

/** A flow as a Mermaid sequence diagram. */
export function flowMermaid(flow: Flow, words: Words): string {
  const { client, server, initial } = flow;
  const notes = (left: string, right: string) => [...noteOver("C", left), ...noteOver("S", right)];
  const headings = (index: number) =>
    flow.parts.filter(({ first }) => first === index).map((part) => noteOverBoth(partText(part, words)));
  return [
    "sequenceDiagram",
    `  participant C as ${plainMermaid(`${client} (${say(words, "ladder.client", {})})`)}`,
    `  participant S as ${plainMermaid(`${server} (${say(words, "ladder.server", {})})`)}`,
    ...notes(initial.client ? stateText(initial.client) : "", initial.server ? stateText(initial.server) : ""),
    ...flow.rows.flatMap((row, index) => [...headings(index), ...linesOf(row, words)]),
    ...headings(flow.rows.length),
    ...notesOf(flow, words).map(noteOverBoth),
  ].join("\n");
}

function linesOf(row: FlowRow, words: Words): string[] {
  if (row.kind === "silence") return [noteOverBoth(silenceText(row, words))];
  const [from, to] = row.fromClient ? ["C", "S"] : ["S", "C"];
  const text = row.kind === "run" ? row.label : arrowText(row, words);
  const states = row.kind === "run" ? [] : row.states;
  return [
    `  ${from}${messageArrow(row)}${to}: ${plainMermaid(`${frameText(row)}. ${text}`)}`,
    ...noteOver("C", statesOf(states, "client")),
    ...noteOver("S", statesOf(states, "server")),
  ];
}

const noteOver = (end: "C" | "S", text: string) =>
  text ? [`  Note ${end === "C" ? "left" : "right"} of ${end}: ${plainMermaid(text)}`] : [];

const noteOverBoth = (text: string) => `  Note over C,S: ${brokenLines(text, widestNote).map(plainMermaid).join("<br/>")}`;
