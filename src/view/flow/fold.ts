import { say, type Words } from "../../text/words";
import type { FlowArrow, FlowRun } from "./flow";

/** So many segments of data make a run. */
const fewest = 4;

/** Draws together what is alike: data of one length from one side, with nothing remarkable, and the acknowledgments between. */
export function foldRuns(arrows: readonly FlowArrow[], words: Words): (FlowArrow | FlowRun)[] {
  const rows: (FlowArrow | FlowRun)[] = [];
  for (let at = 0; at < arrows.length; ) {
    const end = runFrom(arrows, at);
    const run = end > at ? runOf(arrows.slice(at, end), words) : undefined;
    if (run) {
      rows.push(run);
      at = end;
    } else {
      rows.push(arrows[at]);
      at += 1;
    }
  }
  return rows;
}

const isPlain = ({ marks, remarks, states, flags }: FlowArrow) =>
  marks.length + remarks.length + states.length === 0 && flags.every((flag) => flag === "ACK" || flag === "PSH");

/** The index behind the run that begins with the data at `start`; `start` itself where none does. */
function runFrom(arrows: readonly FlowArrow[], start: number): number {
  const { length, fromClient } = arrows[start];
  if (length === 0 || !isPlain(arrows[start])) return start;
  let end = start;
  while (end < arrows.length) {
    const arrow = arrows[end];
    const belongs = arrow.fromClient === fromClient ? arrow.length === length : arrow.length === 0;
    if (!belongs || !isPlain(arrow)) break;
    end += 1;
  }
  return end;
}

function runOf(arrows: readonly FlowArrow[], words: Words): FlowRun | undefined {
  const [first] = arrows;
  const count = arrows.filter(({ fromClient }) => fromClient === first.fromClient).length;
  if (count < fewest) return undefined;
  const acknowledgments = arrows.length - count;
  return {
    kind: "run",
    frame: first.frame,
    lastFrame: arrows[arrows.length - 1].frame,
    time: first.time,
    lastTime: arrows[arrows.length - 1].time,
    fromClient: first.fromClient,
    count,
    acknowledgments,
    bytes: count * first.length,
    label: say(words, "flow.run", { count, length: first.length, acknowledgments }),
  };
}
