import { say, type Words } from "../../../text/words";
import { figure, item, paragraph, printedPage, sheetSpans } from "../printedPage";
import { fewerLifelines } from "./fewerLifelines";
import type { JointFlow } from "./jointFlow";
import { jointSvg } from "./jointSvg";
import { jointNotes, storyText, titleOf } from "./jointWords";

/** So many even steps fit on a sheet in portrait. */
const sheetSteps = 16;

/** Several connections as a page to be printed: a drawing for each sheet, and behind the last what happened to each connection. */
export function jointPages(flow: JointFlow, words: Words): string {
  return printedPage(words, titleOf(flow, words), [
    ...sheetsOf(flow).map((sheet) => figure(jointSvg(sheet, words, { isTold: false }))),
    "<ul>",
    ...flow.stories.map((story) => item(say(words, "flow.title", story), storyText(story, words))),
    "</ul>",
    ...jointNotes(flow, words, fewerLifelines(flow).hidden).map(paragraph),
  ]);
}

function sheetsOf(flow: JointFlow): JointFlow[] {
  const { rows, tops } = flow;
  return sheetSpans(rows.length, (row) => tops?.[row] ?? row, sheetSteps).map(([from, to]) => ({
    ...flow,
    rows: rows.slice(from, to),
    ...(tops && { tops: tops.slice(from, to).map((top) => top - tops[from]) }),
  }));
}
