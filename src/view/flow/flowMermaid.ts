import { say, type Words } from "../../text/words";
import { brokenLines } from "../brokenLines";
import type { Flow, FlowArrow, FlowRow } from "./flow";
import { arrowText, frameText, notesOf, partText, silenceText, statesOf, stateText } from "./flowWords";

/** In places of a line. */
const widestNote = 72;

/** A flow as a Mermaid sequence diagram. */
export function flowMermaid(flow: Flow, words: Words): string {
  const { client, server, initial } = flow;
  const notes = (left: string, right: string) => [...noteOver("C", left), ...noteOver("S", right)];
  const headings = (index: number) =>
    flow.parts.filter(({ first }) => first === index).map((part) => noteOverBoth(partText(part, words)));
  return [
    "sequenceDiagram",
    `  participant C as ${plain(`${client} (${say(words, "ladder.client", {})})`)}`,
    `  participant S as ${plain(`${server} (${say(words, "ladder.server", {})})`)}`,
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
    `  ${from}${arrowOf(row)}${to}: ${plain(`${frameText(row)}. ${text}`)}`,
    ...noteOver("C", statesOf(states, "client")),
    ...noteOver("S", statesOf(states, "server")),
  ];
}

/** A cross for a reset, dotted for what is sent again or comes late. */
function arrowOf(row: Exclude<FlowRow, { kind: "silence" }>): string {
  if (row.kind === "run") return "->>";
  if (row.flags.includes("RST")) return "-x";
  return isAgain(row) ? "-->>" : "->>";
}

const isAgain = ({ marks }: FlowArrow) => marks.some((mark) => /retransmission|out_of_order/.test(mark));

const noteOver = (end: "C" | "S", text: string) =>
  text ? [`  Note ${end === "C" ? "left" : "right"} of ${end}: ${plain(text)}`] : [];

/** Mermaid makes a note as wide as its longest line. */
const noteOverBoth = (text: string) => `  Note over C,S: ${brokenLines(text, widestNote).map(plain).join("<br/>")}`;

/** Mermaid ends a text at `;` and takes `#` for the begin of a character's code and `<` for markup. */
const plain = (text: string) =>
  text
    .replace(/;/g, ",")
    .replace(/#/g, "No. ")
    .replace(/</g, "(")
    .replace(/>/g, ")")
    .replace(/[\r\n]+/g, " ");
