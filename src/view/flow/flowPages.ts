import { stateSpellings } from "../../protocols/tcpStates";
import { say, type Words } from "../../text/words";
import type { Flow, StatesShown } from "./flow";
import { flowSvg } from "./flowSvg";
import { notesOf, statesSeen } from "./flowWords";
import { escapeXml } from "./svgPieces";

/** So many even steps fit on a sheet that is higher than wide. */
const sheetSteps = 22;

const style = `body { margin: 1.5rem; font: 12px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #ffffff; }
figure { margin: 0 0 1rem; break-inside: avoid; }
svg { display: block; max-width: 100%; height: auto; max-height: 24cm; }
@page { margin: 12mm; }
@media print { body { margin: 0; } }`;

/** A flow as a page to be printed: a drawing for each sheet, so that no arrow is cut, and what is to be said behind the last. */
export function flowPages(flow: Flow, words: Words): string {
  const { stream, client, server } = flow;
  const title = escapeXml(say(words, "flow.title", { stream, client, server }));
  const item = (name: string, text: string) => `<li><b>${escapeXml(name)}</b> ${escapeXml(text)}</li>`;
  return [
    "<!DOCTYPE html>",
    `<html lang="${words.language}">`,
    `<head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head>`,
    `<body><h1>${title}</h1>`,
    ...sheetsOf(flow).map((sheet) => `<figure>${flowSvg(sheet, words, { isTold: false })}</figure>`),
    "<ul>",
    ...flow.parts.map(({ kind, text }) => item(say(words, `flow.part.${kind}`, {}), text)),
    ...statesSeen(flow).map((state) => item(`${state} (${stateSpellings[state].netstat})`, say(words, `state.${state}`, {}))),
    "</ul>",
    ...notesOf(flow, words).map((text) => `<p>${escapeXml(text)}</p>`),
    "</body></html>",
  ].join("\n");
}

/** The same flow in pieces, each of which begins with the states that the one before came to. */
function sheetsOf(flow: Flow): Flow[] {
  const { rows, scale } = flow;
  const topOf = (row: number) => scale?.tops[row] ?? row;
  const sheets: Flow[] = [];
  let initial = flow.initial;
  for (let from = 0; from < rows.length || from === 0; ) {
    let to = from + 1;
    while (to < rows.length && topOf(to) - topOf(from) < sheetSteps) to += 1;
    sheets.push({
      ...flow,
      initial,
      rows: rows.slice(from, to),
      parts: flow.parts.flatMap((part) => {
        const [first, last] = [Math.max(part.first, from) - from, Math.min(part.last, to - 1) - from];
        return first <= last ? [{ ...part, first, last }] : [];
      }),
      ...(scale && { scale: { ...scale, tops: scale.tops.slice(from, to).map((top) => top - scale.tops[from]) } }),
    });
    for (const row of rows.slice(from, to)) if (row.kind === "segment") initial = row.states.reduce(changed, initial);
    from = to;
  }
  return sheets;
}

const changed = (before: StatesShown, after: StatesShown): StatesShown => ({ ...before, ...after });
