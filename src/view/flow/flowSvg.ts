import { say, type Words } from "../../text/words";
import { widestOf, widthOf } from "../table";
import type { Flow, FlowArrow, FlowPart, FlowRow, FlowRun } from "./flow";
import { arrowText, frameText, partText, silenceText, statesOf, stateText, timeText } from "./flowWords";

const rowHeight = 44;
/** How far an arrow falls on its way: time runs downwards. */
const fall = 16;
const headHeight = 84;
const timesWidth = 150;
const bracketWidth = 40;
const margin = 16;
const characterWidth = 7.2;
const lineHeight = 18;

/** Where things stand, from left to right. */
interface Places {
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

/** A flow as a picture of its own: with its own paper, so that it is read on white and on black alike. */
export function flowSvg(flow: Flow, words: Words): string {
  const places = placesOf(flow, words);
  const told = storyLines(flow, words, places.width);
  const height = headHeight + flow.rows.length * rowHeight + 3 * margin + told.length * lineHeight;
  const { stream, client, server } = flow;
  const title = say(words, "flow.title", { stream, client, server });
  const bottom = headHeight + flow.rows.length * rowHeight + margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${places.width}" height="${height}" viewBox="0 0 ${places.width} ${height}" role="img" aria-labelledby="title" font-family="system-ui, sans-serif" font-size="12">`,
    `<title id="title">${escaped(title)}</title>`,
    `<rect width="100%" height="100%" rx="6" fill="#ffffff" stroke="#8a8a8a"/>`,
    ...head(flow, words, places),
    ...[places.left, places.right].map((x) => line(x, headHeight - 8, x, bottom, "#6e6e6e", "1")),
    ...flow.rows.flatMap((row, index) => drawRow(row, headHeight + index * rowHeight, places, words)),
    ...flow.parts.flatMap((part) => bracket(part, places, words)),
    ...told.map((said, index) => text(margin, bottom + margin + (index + 1) * lineHeight - 4, said, { fill: "#333333" })),
    "</svg>",
  ].join("\n");
}

function placesOf(flow: Flow, words: Words): Places {
  const labels = flow.rows.map((row) => labelOf(row, words));
  const states = flow.rows.flatMap((row) =>
    row.kind === "segment" ? [statesOf(row.states, "client"), statesOf(row.states, "server")] : [],
  );
  const stateWidth = Math.max(90, widestOf(states) * characterWidth + 20);
  const span = Math.max(280, widestOf(labels) * characterWidth + 40);
  const left = timesWidth + stateWidth;
  return { left, right: left + span, width: Math.ceil(left + span + stateWidth + bracketWidth + margin) };
}

const labelOf = (row: FlowRow, words: Words) =>
  row.kind === "silence" ? silenceText(row, words) : row.kind === "run" ? row.label : arrowText(row, words);

function head({ client, server, initial }: Flow, words: Words, { left, right }: Places): string[] {
  return [
    text(left, 24, client, { anchor: "middle", weight: "600" }),
    text(right, 24, server, { anchor: "middle", weight: "600" }),
    text(left, 40, say(words, "ladder.client", {}), { anchor: "middle", fill: "#5a5a5a" }),
    text(right, 40, say(words, "ladder.server", {}), { anchor: "middle", fill: "#5a5a5a" }),
    ...(initial.client ? stateBox(stateText(initial.client), left, 60, "client") : []),
    ...(initial.server ? stateBox(stateText(initial.server), right, 60, "server") : []),
  ];
}

function drawRow(row: FlowRow, top: number, places: Places, words: Words): string[] {
  const { left, right } = places;
  const middle = top + rowHeight / 2;
  const centre = (left + right) / 2;
  if (row.kind === "silence")
    return [
      `<line x1="${left - 20}" y1="${middle}" x2="${right + 20}" y2="${middle}" stroke="#6e6e6e" stroke-dasharray="2 5"/>`,
      text(centre, middle - 6, silenceText(row, words), { anchor: "middle", fill: "#5a5a5a" }),
    ];
  const [from, to] = row.fromClient ? [left, right] : [right, left];
  const states = row.kind === "segment" ? row.states : [];
  const boxes = (["client", "server"] as const).flatMap((end) => {
    const name = statesOf(states, end);
    // the sender changes when it sends, the other when the segment arrives
    const y = (end === "client") === row.fromClient ? middle - 4 : middle - 4 + fall;
    return name ? stateBox(name, end === "client" ? left : right, y, end) : [];
  });
  return [
    text(margin, middle, frameText(row), { weight: "600" }),
    text(timesWidth - 50, middle, timeText(row), { anchor: "end", fill: "#5a5a5a" }),
    arrow(row, from, to, middle),
    text(centre, middle - 3, labelOf(row, words), { anchor: "middle" }),
    ...boxes,
  ];
}

/** Told apart by line and head, not by colour alone. */
function arrow(row: FlowArrow | FlowRun, from: number, to: number, y: number): string {
  const isReset = row.kind === "segment" && row.flags.includes("RST");
  const end = y + fall;
  const direction = to > from ? 1 : -1;
  const angle = (Math.atan2(fall, to - from) * 180) / Math.PI;
  const colour = colourOf(row);
  const shaft = `<line x1="${from}" y1="${y}" x2="${to - direction * 2}" y2="${end}" stroke="${colour}" stroke-width="${row.kind === "run" ? 4 : 1.5}"${dashes(row)}/>`;
  const point = isReset
    ? `<path d="M${to - direction * 12} ${end - 7}l10 10m-10 0l10 -10" stroke="${colour}" stroke-width="2" fill="none"/>`
    : `<path d="M0 0l-10 -4v8z" transform="translate(${to} ${end}) rotate(${angle.toFixed(2)})" fill="${colour}"/>`;
  return shaft + point;
}

function colourOf(row: FlowArrow | FlowRun): string {
  if (row.kind === "run") return "#4a4a4a";
  if (row.flags.includes("RST")) return "#b3261e";
  if (row.flags.includes("SYN")) return "#0b61a4";
  if (row.flags.includes("FIN")) return "#6f3fa0";
  return row.marks.length > 0 ? "#8a4b00" : "#333333";
}

function dashes(row: FlowArrow | FlowRun): string {
  if (row.kind === "run") return "";
  if (row.marks.some((mark) => /retransmission|out_of_order/.test(mark))) return ` stroke-dasharray="7 4"`;
  return row.marks.some((mark) => /keep_alive|probe/.test(mark)) ? ` stroke-dasharray="2 3"` : "";
}

function stateBox(name: string, x: number, y: number, end: "client" | "server"): string[] {
  const width = widthOf(name) * characterWidth + 10;
  const left = end === "client" ? x - width - 6 : x + 6;
  return [
    `<rect x="${left}" y="${y - 10}" width="${width}" height="16" rx="3" fill="#eef2f6" stroke="#8a97a5"/>`,
    text(left + width / 2, y + 2, name, { anchor: "middle", size: "11" }),
  ];
}

function bracket({ kind, first, last }: FlowPart, { width }: Places, words: Words): string[] {
  if (first > last) return [];
  const x = width - margin - 14;
  const top = headHeight + first * rowHeight + 8;
  const bottom = headHeight + (last + 1) * rowHeight - 4;
  const middle = (top + bottom) / 2;
  return [
    `<path d="M${x - 6} ${top}h6v${bottom - top}h-6" fill="none" stroke="#6e6e6e"/>`,
    `<text x="${x + 12}" y="${middle}" transform="rotate(90 ${x + 12} ${middle})" text-anchor="middle" font-size="11" fill="#333333">${escaped(say(words, `flow.part.${kind}`, {}))}</text>`,
  ];
}

/** What the brackets mean, in sentences, broken into lines that fit. */
function storyLines(flow: Flow, words: Words, width: number): string[] {
  const said = [...flow.parts.map((part) => partText(part, words)), ...(flow.hasAssumed ? [say(words, "flow.assumed", {})] : [])];
  const most = Math.floor((width - 2 * margin) / characterWidth);
  return said.flatMap((sentence) => brokenLines(sentence, most));
}

/** A line may end at a space, and behind every Chinese character. */
function brokenLines(sentence: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [piece] of sentence.matchAll(/[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef]\s*/g)) {
    if (line && widthOf(line + piece.trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width: string) =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="${width}"/>`;

interface TextStyle {
  readonly anchor?: "middle" | "end";
  readonly weight?: string;
  readonly size?: string;
  readonly fill?: string;
}

function text(x: number, y: number, content: string, { anchor, weight, size, fill = "#1b1b1b" }: TextStyle = {}): string {
  const more = [anchor && `text-anchor="${anchor}"`, weight && `font-weight="${weight}"`, size && `font-size="${size}"`];
  return `<text x="${x}" y="${y}" fill="${fill}"${more.flatMap((each) => (each ? ` ${each}` : [])).join("")}>${escaped(content)}</text>`;
}

const escaped = (content: string) =>
  content.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
