import { say, type Words } from "../../../text/words";
import { widestOf, widthOf } from "../../table";
import { frameText, silenceText, timeText } from "../flowWords";
import type { JointArrow, JointFlow, JointRow, JointRun } from "./jointFlow";
import { changesText, jointNotes, segmentText, titleOf } from "./jointWords";

/** More lifelines than these do not fit beside one another in a terminal; then each line says who sends to whom. */
const mostLifelines = 8;
const narrowest = 12;

/** Several connections as text for a terminal or a note: lifelines, one arrow on each line, and behind it the connection and the segment. */
export function jointText(flow: JointFlow, words: Words): string {
  const { lifelines, rows, stories } = flow;
  const names = lifelines.map(({ name }) => name);
  const width = Math.max(narrowest, widestOf(names) + 2);
  const hasLines = lifelines.length <= mostLifelines;
  const between = ({ from, to }: JointArrow | JointRun) => `${names[from]} → ${names[to]}`;
  const widestEnds = hasLines ? 0 : widestOf(rows.map((row) => (row.kind === "silence" ? "" : between(row))));
  const lines = (row: JointRow) => {
    if (hasLines) return drawn(row, names.length, width);
    return row.kind === "silence" ? " ".repeat(widestEnds) : padded(between(row), widestEnds);
  };
  const columns = rows.map((row) =>
    row.kind === "silence" ? ["", "", ""] : [frameText(row), timeText(row), String(row.stream)],
  );
  const heads = [words.messages["flow.frame"], words.messages["flow.time"], words.messages["joint.connection"]];
  const widths = heads.map((head, i) => widestOf([head, ...columns.map((each) => each[i])]));
  const print = ([frame, time, stream]: readonly string[], picture: string, said: string) =>
    [leftPadded(frame, widths[0]), leftPadded(time, widths[1]), picture, padded(stream, widths[2]), said].join("  ").trimEnd();
  return [
    titleOf(flow, words),
    "",
    print(
      heads,
      hasLines ? names.map((name) => centered(name, width)).join("") : " ".repeat(widestEnds),
      words.messages["flow.segment"],
    ),
    ...rows.map((row, i) => print(columns[i], lines(row), saidOf(row, words))),
    "",
    ...stories.flatMap(({ opening, closing, ...ends }) => [
      say(words, "flow.title", ends),
      ...(
        [
          ["opening", opening],
          ["closing", closing],
        ] as const
      ).map(([kind, text]) => `  ${say(words, "flow.said", { part: words.messages[`flow.part.${kind}`], text })}`),
    ]),
    ...jointNotes(flow, words),
  ].join("\n");
}

function saidOf(row: JointRow, words: Words): string {
  if (row.kind === "silence") return silenceText(row, words);
  const changes = changesText(row, words);
  return changes ? `${segmentText(row, words)} · ${changes}` : segmentText(row, words);
}

const padded = (text: string, width: number) => text + " ".repeat(Math.max(0, width - widthOf(text)));
const leftPadded = (text: string, width: number) => " ".repeat(Math.max(0, width - widthOf(text))) + text;
const centered = (text: string, width: number) => {
  const room = Math.max(0, width - widthOf(text));
  return " ".repeat(Math.floor(room / 2)) + text + " ".repeat(Math.ceil(room / 2));
};

/** The lifelines with an arrow between two: of `=` for many segments, of `~` for one that is sent again or late, with a cross for a reset. */
function drawn(row: JointRow, count: number, width: number): string {
  const characters: string[] = Array.from({ length: count * width }, () => " ");
  const at = (lifeline: number) => lifeline * width + Math.floor(width / 2);
  for (let i = 0; i < count; i += 1) characters[at(i)] = row.kind === "silence" ? ":" : "|";
  if (row.kind !== "silence") {
    const [left, right] = [Math.min(at(row.from), at(row.to)), Math.max(at(row.from), at(row.to))];
    characters.fill(fillerOf(row), left + 1, right);
    const isReset = row.kind === "segment" && row.flags.includes("RST");
    const isForth = row.to > row.from;
    characters[isForth ? right - 1 : left + 1] = isReset ? "x" : isForth ? ">" : "<";
  }
  return characters.join("");
}

function fillerOf(row: JointArrow | JointRun): string {
  if (row.kind === "run") return "=";
  return row.marks.some((mark) => /retransmission|out_of_order/.test(mark)) ? "~" : "-";
}
