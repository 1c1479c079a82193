import { type TcpState, tcpStates } from "../../protocols/tcpStates";
import { formatDuration } from "../../text/duration";
import { say, type Words } from "../../text/words";
import { lookOf } from "../onScreen/markLooks";
import type { Flow, FlowArrow, FlowPart, FlowRow, FlowRun, FlowSilence, ShownState, StatesShown } from "./flow";
import type { PathTime } from "./pathTime";

/** A state's name; a question mark where the capture cannot know it. */
export const stateText = ({ state, assumed }: ShownState): string => (assumed ? `${state}?` : state);

/** An arrow's label and what is remarkable about it. */
export const arrowText = ({ label, remarks }: FlowArrow, words: Words): string =>
  remarks.length === 0
    ? label
    : `${label} ${words.language === "zh-cn" ? `（${remarks.join("、")}）` : `(${remarks.join(", ")})`}`;

export const frameText = (row: FlowArrow | FlowRun): string =>
  row.kind === "run" ? `${row.frame}–${row.lastFrame}` : `${row.frame}`;

/** The time since the first segment, to the microsecond. */
export const timeText = ({ time }: FlowArrow | FlowRun): string => time.toFixed(6);

export const silenceText = ({ seconds }: FlowSilence, words: Words): string =>
  say(words, "flow.silence", { span: formatDuration(seconds) });

/** A bracket's name and what it says. */
export const partText = ({ kind, text }: FlowPart, words: Words): string =>
  say(words, "flow.said", { part: say(words, `flow.part.${kind}`, {}), text });

/** How long segments travel, and where the capture was taken, as far as is known. */
function pathText({ oneWay, captured }: PathTime, words: Words): string {
  const delay =
    oneWay === undefined ? say(words, "ladder.delay.unknown", {}) : say(words, "ladder.delay", { span: formatDuration(oneWay) });
  return `${delay}${words.language === "zh-cn" ? "" : " "}${say(words, `ladder.captured.${captured ?? "unknown"}`, {})}`;
}

/** All states that occur in a flow, in the order of the state diagram. */
export function statesSeen({ initial, rows }: Pick<Flow, "initial" | "rows">): TcpState[] {
  const shown = [initial, ...rows.flatMap((row) => (row.kind === "segment" ? row.states : []))];
  const seen = new Set(shown.flatMap(({ client, server }) => [client?.state, server?.state]));
  return tcpStates.filter((state) => seen.has(state));
}

/** The sentences below the rows. */
export const notesOf = ({ path, hasAssumed, left }: Flow, words: Words): string[] => [
  ...(left === undefined ? [] : [say(words, "flow.left", { rows: left })]),
  pathText(path, words),
  ...(hasAssumed ? [say(words, "flow.assumed", {})] : []),
];

/** The states that one end goes through with one segment, oldest first. */
export const statesOf = (states: readonly StatesShown[], end: "client" | "server"): string =>
  states.flatMap((each) => (each[end] ? [stateText(each[end])] : [])).join(" → ");

/** What is remarkable about a segment, each thing with its sign. */
export function remarksOf(row: FlowRow): string {
  if (row.kind !== "segment") return "";
  // the remarks begin with those for the marks, in the same order
  return row.remarks.map((remark, i) => `${row.marks[i] ? lookOf(row.marks[i]).icon : "≡"} ${remark}`).join("  ");
}
