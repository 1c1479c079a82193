import { formatDuration } from "../../text/duration";
import { say, type Words } from "../../text/words";
import type { FlowArrow, FlowPart, FlowRun, FlowSilence, ShownState, StatesShown } from "./flow";

/** A state's name; a question mark where the capture cannot know it. */
export const stateText = ({ state, assumed }: ShownState): string => (assumed ? `${state}?` : state);

/** An arrow's label and what is remarkable about it. */
export const arrowText = ({ label, remarks }: FlowArrow, words: Words): string =>
  remarks.length === 0
    ? label
    : `${label} ${words.language === "zh-cn" ? `（${remarks.join("、")}）` : `(${remarks.join(", ")})`}`;

export const frameText = (row: FlowArrow | FlowRun): string =>
  row.kind === "run" ? `${row.frame}–${row.lastFrame}` : `${row.frame}`;

/** Since the first segment, to the microsecond. */
export const timeText = ({ time }: FlowArrow | FlowRun): string => time.toFixed(6);

export const silenceText = ({ seconds }: FlowSilence, words: Words): string =>
  say(words, "flow.silence", { span: formatDuration(seconds) });

/** A bracket's name and what it says. */
export const partText = ({ kind, text }: FlowPart, words: Words): string =>
  say(words, "flow.said", { part: say(words, `flow.part.${kind}`, {}), text });

/** The states that one end goes through with one segment, oldest first. */
export const statesOf = (states: readonly StatesShown[], end: "client" | "server"): string =>
  states.flatMap((each) => (each[end] ? [stateText(each[end])] : [])).join(" → ");
