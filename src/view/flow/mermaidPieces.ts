import type { FlowArrow, FlowRun } from "./flow";

/** Mermaid makes a note as wide as its longest line, so lines get no longer than this. */
export const widestNote = 72;

/** The arrow of a message: with a cross for a reset, dotted for a segment that is sent again or comes late. */
export function messageArrow(row: FlowArrow | FlowRun): string {
  if (row.kind === "run") return "->>";
  if (row.flags.includes("RST")) return "-x";
  return isAgain(row) ? "-->>" : "->>";
}

const isAgain = ({ marks }: FlowArrow) => marks.some((mark) => /retransmission|out_of_order/.test(mark));

/** Mermaid ends a text at `;`, and takes `#` for the beginning of a character's code and `<` for markup. */
export const plainMermaid = (text: string) =>
  text
    .replace(/;/g, ",")
    .replace(/#/g, "No. ")
    .replace(/</g, "(")
    .replace(/>/g, ")")
    .replace(/[\r\n]+/g, " ");
