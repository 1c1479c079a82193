import { say, type Words } from "../../text/words";
import { widestOf, widthOf } from "../table";
import type { Flow, FlowArrow, FlowRow, FlowRun } from "./flow";
import { arrowText, frameText, notesOf, partText, silenceText, statesOf, stateText, timeText } from "./flowWords";

const padded = (text: string, width: number) => text + " ".repeat(Math.max(0, width - widthOf(text)));
const centered = (text: string, width: number, filler: string) => {
  const room = Math.max(0, width - widthOf(text));
  return filler.repeat(Math.floor(room / 2)) + text + filler.repeat(Math.ceil(room / 2));
};

/** The texts of a row's columns. */
interface Line {
  readonly frame: string;
  readonly time: string;
  readonly client: string;
  readonly label: string;
  readonly server: string;
  readonly draw: (label: string, width: number) => string;
}

/** A flow as text for a terminal or a note: two lifelines, one arrow on each line, states beside the lifelines, parts as headings. */
export function flowText(flow: Flow, words: Words): string {
  const lines = flow.rows.map((row) => lineOf(row, words));
  const head = headOf(flow);
  const widest = (column: "frame" | "time" | "client" | "server") => widestOf([head, ...lines].map((line) => line[column]));
  const width = widestOf(lines.map(({ label }) => label)) + 8;
  const widths = { frame: widest("frame"), time: widest("time"), client: widest("client") };
  const print = (line: Line) =>
    [
      line.frame.padStart(widths.frame),
      line.time.padStart(widths.time),
      padded(line.client, widths.client),
      line.draw(line.label, width),
      line.server,
    ]
      .join("  ")
      .trimEnd();
  const { stream, client, server } = flow;
  const title = say(words, "flow.title", { stream, client, server });
  const headings = (index: number) =>
    flow.parts.filter(({ first }) => first === index).map((part) => `── ${partText(part, words)}`);
  const body = [...lines.flatMap((line, index) => [...headings(index), print(line)]), ...headings(lines.length)];
  return [
    title,
    "",
    print({ ...empty, label: "", draw: () => names(say(words, "ladder.client", {}), say(words, "ladder.server", {}), width) }),
    print(head),
    ...body,
    "",
    ...notesOf(flow, words),
  ].join("\n");
}

const names = (left: string, right: string, width: number) => padded(left, width + 2 - widthOf(right)) + right;

function headOf({ client, server, initial }: Flow): Line {
  return {
    frame: "",
    time: "",
    client: initial.client ? stateText(initial.client) : "",
    server: initial.server ? stateText(initial.server) : "",
    label: "",
    draw: (_, width) => names(client, server, width),
  };
}

function lineOf(row: FlowRow, words: Words): Line {
  if (row.kind === "silence")
    return { ...empty, label: silenceText(row, words), draw: (label, width) => `:${centered(` ${label} `, width, " ")}:` };
  const states = row.kind === "segment" ? row.states : [];
  return {
    frame: frameText(row),
    time: timeText(row),
    client: statesOf(states, "client"),
    server: statesOf(states, "server"),
    label: row.kind === "run" ? row.label : arrowText(row, words),
    draw: (label, width) => drawn(row, ` ${label} `, width),
  };
}

const empty = { frame: "", time: "", client: "", server: "" };

/** An arrow: of `=` for many segments, of `~` for a segment that is sent again or comes late, with a cross at the end of a reset. */
function drawn(row: FlowArrow | FlowRun, label: string, width: number): string {
  const isAgain = row.kind === "segment" && row.marks.some((mark) => /retransmission|out_of_order/.test(mark));
  const filler = row.kind === "run" ? "=" : isAgain ? "~" : "-";
  const point = row.kind === "segment" && row.flags.includes("RST") ? "x" : row.fromClient ? ">" : "<";
  return row.fromClient ? `|${centered(label, width - 1, filler)}${point}|` : `|${point}${centered(label, width - 1, filler)}|`;
}
