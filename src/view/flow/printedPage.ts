import type { Words } from "../../text/words";
import { escapeXml } from "./svgPieces";

const style = `body { margin: 1.5rem; font: 12px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #ffffff; }
figure { margin: 0 0 1rem; break-inside: avoid; }
svg { display: block; max-width: 100%; height: auto; max-height: 24cm; }
@page { margin: 12mm; }
@media print { body { margin: 0; } }`;

/** A page for a browser to print; its body is made of the pieces below. */
export const printedPage = ({ language }: Words, title: string, body: readonly string[]): string =>
  [
    "<!DOCTYPE html>",
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><title>${escapeXml(title)}</title><style>${style}</style></head>`,
    `<body><h1>${escapeXml(title)}</h1>`,
    ...body,
    "</body></html>",
  ].join("\n");

export const figure = (svg: string): string => `<figure>${svg}</figure>`;
export const item = (name: string, text: string): string => `<li><b>${escapeXml(name)}</b> ${escapeXml(text)}</li>`;
export const paragraph = (text: string): string => `<p>${escapeXml(text)}</p>`;

/** The rows of each sheet, if `steps` even steps fit on one: the first, and the one behind the last. There is one sheet at least. */
export function sheetSpans(rows: number, topOf: (row: number) => number, steps: number): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  for (let from = 0; from < rows || from === 0; ) {
    let to = from + 1;
    while (to < rows && topOf(to) - topOf(from) < steps) to += 1;
    spans.push([from, to]);
    from = to;
  }
  return spans;
}
