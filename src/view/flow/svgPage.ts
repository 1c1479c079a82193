import { brokenLines } from "../brokenLines";
import { characterWidth, escapeXml, ink, svgLine, svgText } from "./svgPieces";

/** The space between the edges of the paper and what is drawn or written. */
export const margin = 16;
const lineHeight = 18;

export interface SvgPage {
  readonly title: string;
  readonly width: number;
  /** The bottom of the drawing. */
  readonly bottom: number;
  readonly drawing: readonly string[];
  /** The sentences below the drawing. */
  readonly sentences: readonly string[];
}

/** A drawing with a white background of its own, so that it can be read on any page, and sentences below it, broken into lines. */
export function svgPage({ title, width, bottom, drawing, sentences }: SvgPage): string {
  const most = Math.floor((width - 2 * margin) / characterWidth);
  const told = sentences.flatMap((sentence) => brokenLines(sentence, most));
  const height = Math.ceil(bottom + 2 * margin + told.length * lineHeight);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" font-family="system-ui, sans-serif" font-size="12">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<rect x="0" y="0" width="${width}" height="${height}" rx="6" fill="#ffffff" stroke="#8a8a8a"/>`,
    ...drawing,
    ...told.map((line, i) => svgText(margin, bottom + margin + (i + 1) * lineHeight - 4, line, { fill: ink.told })),
    "</svg>",
  ].join("\n");
}

/** How many steps below the first row another row begins; for the row behind the last, where that ends. `tops` are given if time is to scale. */
export function stepsTo(row: number, rows: number, tops: readonly number[] | undefined): number {
  if (!tops) return row;
  return row < rows ? tops[row] : (tops[rows - 1] ?? -1) + 1;
}

/** A time in which nothing was sent. */
export const svgSilence = (left: number, right: number, y: number): string =>
  svgLine(left - 20, y, right + 20, y, ink.line, ' stroke-dasharray="2 5"');
