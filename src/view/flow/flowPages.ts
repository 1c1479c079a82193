import { stateSpellings } from "../../protocols/tcpStates";
import { say, type Words } from "../../text/words";
import type { Flow, StatesShown } from "./flow";
import { flowSvg } from "./flowSvg";
import { notesOf, statesSeen } from "./flowWords";
import { figure, item, paragraph, printedPage, sheetSpans } from "./printedPage";

/** So many even steps fit on a sheet in portrait. */
const sheetSteps = 22;

/** A flow as a page to be printed: a drawing for each sheet, so that no arrow is cut, and the sentences behind the last. */
export function flowPages(flow: Flow, words: Words): string {
  const { stream, client, server } = flow;
  const title = say(words, "flow.title", { stream, client, server });
  return printedPage(words, title, [
    ...sheetsOf(flow).map((sheet) => figure(flowSvg(sheet, words, { isTold: false }))),
    "<ul>",
    ...flow.parts.map(({ kind, text }) => item(say(words, `flow.part.${kind}`, {}), text)),
    ...statesSeen(flow).map((state) => item(`${state} (${stateSpellings[state].netstat})`, say(words, `state.${state}`, {}))),
    "</ul>",
    ...notesOf(flow, words).map(paragraph),
  ]);
}

/** The same flow in pieces, each of which begins with the states in which the one before ended. */
function sheetsOf(flow: Flow): Flow[] {
  const { rows, scale } = flow;
  const topOf = (row: number) => scale?.tops[row] ?? row;
  let initial = flow.initial;
  return sheetSpans(rows.length, topOf, sheetSteps).map(([from, to]) => {
    const sheet: Flow = {
      ...flow,
      initial,
      rows: rows.slice(from, to),
      parts: flow.parts.flatMap((part) => {
        const [first, last] = [Math.max(part.first, from) - from, Math.min(part.last, to - 1) - from];
        return first <= last ? [{ ...part, first, last }] : [];
      }),
      ...(scale && { scale: { ...scale, tops: scale.tops.slice(from, to).map((top) => top - scale.tops[from]) } }),
    };
    for (const row of rows.slice(from, to)) if (row.kind === "segment") initial = row.states.reduce(changed, initial);
    return sheet;
  });
}

const changed = (before: StatesShown, after: StatesShown): StatesShown => ({ ...before, ...after });
