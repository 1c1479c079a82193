import { say, type Words } from "../../text/words";
import { brokenLines } from "../brokenLines";
import { lookOf } from "../onScreen/markLooks";
import { signBelowMiddle, signsOfName } from "../onScreen/partName";
import { widestOf, widthOf } from "../table";
import type { Flow, FlowPart, FlowRow } from "./flow";
import { frameText, notesOf, partText, silenceText, statesOf, stateText, timeText } from "./flowWords";
import { svgArrow } from "./svgArrow";
import { characterWidth, escapeXml, svgLine, svgText } from "./svgPieces";
import { stateBox } from "./svgStateBox";

/** Height of an even step. */
const svgStep = 48;
/** From the top of a row to where its arrow begins. */
const arrowAt = 20;
/** How far an arrow falls on its way: time runs downwards. */
const evenFall = 16 / svgStep;
const svgHead = 84;
const bracketWidth = 40;
const margin = 16;
const lineHeight = 18;

/** Where things stand. */
interface Places {
  /** Right edge of the times. */
  readonly times: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** Top of a row, in pixels; of the row behind the last the bottom of all. */
  top(row: number): number;
  /** In pixels. */
  readonly fall: number;
}

/**
 * A flow as a picture of its own: with its own paper, so that it is read on white and on black alike; and below it in sentences what
 * the brackets mean, unless that is said elsewhere.
 */
export function flowSvg(flow: Flow, words: Words, { isTold = true } = {}): string {
  const places = placesOf(flow, words);
  const { width, left, right } = places;
  const bottom = places.top(flow.rows.length) + margin;
  const told = isTold ? storyLines(flow, words, width) : [];
  const height = Math.ceil(bottom + 2 * margin + told.length * lineHeight);
  const { stream, client, server } = flow;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" font-family="system-ui, sans-serif" font-size="12">`,
    `<title id="title">${escapeXml(say(words, "flow.title", { stream, client, server }))}</title>`,
    `<rect x="0" y="0" width="${width}" height="${height}" rx="6" fill="#ffffff" stroke="#8a8a8a"/>`,
    ...head(flow, words, places),
    ...[left, right].map((x) => svgLine(x, svgHead - 8, x, bottom, "#6e6e6e")),
    ...flow.rows.flatMap((row, index) => drawRow(row, places.top(index), places, words)),
    ...flow.parts.flatMap((part) => bracket(part, places, words)),
    ...told.map((said, index) => svgText(margin, bottom + margin + (index + 1) * lineHeight - 4, said, { fill: "#333333" })),
    "</svg>",
  ].join("\n");
}

function placesOf(flow: Flow, words: Words): Places {
  const { rows, initial, scale, client, server } = flow;
  const remarks = rows.map(remarksOf);
  const states = rows.flatMap((row) =>
    row.kind === "segment" ? [statesOf(row.states, "client"), statesOf(row.states, "server")] : [],
  );
  const initials = [initial.client, initial.server].flatMap((shown) => (shown ? [stateText(shown)] : []));
  const stateWidth = Math.max(90, widestOf([...states, ...initials]) * characterWidth + 20);
  const widestLabel = widestOf([...rows.map((row) => labelOf(row, words)), ...remarks]);
  // room for both names at the top
  const span = Math.max(280, widestLabel * characterWidth + 40, ((widthOf(client) + widthOf(server)) / 2) * characterWidth + 30);
  const widestTimes = [frameText, timeText].map((text) => widestOf(rows.map((row) => (row.kind === "silence" ? "" : text(row)))));
  const times = margin + (widestTimes[0] + widestTimes[1] + 2) * characterWidth;
  const left = times + stateWidth + 8;
  const last = rows.length - 1;
  const tops = scale?.tops;
  return {
    times,
    left,
    right: left + span,
    width: Math.ceil(left + span + stateWidth + bracketWidth + margin),
    top: (row) => svgHead + svgStep * (!tops ? row : row <= last ? tops[row] : (tops[last] ?? -1) + 1),
    fall: svgStep * (scale?.fall ?? evenFall),
  };
}

const labelOf = (row: FlowRow, words: Words) => (row.kind === "silence" ? silenceText(row, words) : row.label);

/** What is remarkable, each with its sign. */
export function remarksOf(row: FlowRow): string {
  if (row.kind !== "segment") return "";
  // words of marks stand first, in the same order
  return row.remarks.map((remark, i) => `${row.marks[i] ? lookOf(row.marks[i]).icon : "≡"} ${remark}`).join("  ");
}

function head({ client, server, initial }: Flow, words: Words, { left, right }: Places): string[] {
  return [
    svgText(left, 24, client, { anchor: "middle", weight: "600" }),
    svgText(right, 24, server, { anchor: "middle", weight: "600" }),
    svgText(left, 40, say(words, "ladder.client", {}), { anchor: "middle", fill: "#5a5a5a" }),
    svgText(right, 40, say(words, "ladder.server", {}), { anchor: "middle", fill: "#5a5a5a" }),
    ...(initial.client ? stateBox(stateText(initial.client), left, 60, "left") : []),
    ...(initial.server ? stateBox(stateText(initial.server), right, 60, "right") : []),
  ];
}

function drawRow(row: FlowRow, top: number, places: Places, words: Words): string[] {
  const { times, left, right, fall } = places;
  const start = top + arrowAt;
  const centre = (left + right) / 2;
  if (row.kind === "silence")
    return [
      svgLine(left - 20, start, right + 20, start, "#6e6e6e", ' stroke-dasharray="2 5"'),
      svgText(centre, start - 6, silenceText(row, words), { anchor: "middle", fill: "#5a5a5a" }),
    ];
  const [from, to] = row.fromClient ? [left, right] : [right, left];
  const states = row.kind === "segment" ? row.states : [];
  const boxes = (["client", "server"] as const).flatMap((end) => {
    const name = statesOf(states, end);
    // the sender changes when it sends, the other when the segment arrives
    const y = (end === "client") === row.fromClient ? start - 4 : start - 4 + fall;
    return name ? (end === "client" ? stateBox(name, left, y, "left") : stateBox(name, right, y, "right")) : [];
  });
  const remarks = remarksOf(row);
  return [
    svgText(margin, start, frameText(row), { weight: "600" }),
    svgText(times, start, timeText(row), { anchor: "end", fill: "#5a5a5a" }),
    ...svgArrow(row, [from, to], start, fall),
    svgText(centre, start - 3, row.label, { anchor: "middle" }),
    ...(remarks ? [svgText(centre, start + fall + 8, remarks, { anchor: "middle", size: "11", fill: "#5c3200" })] : []),
    ...boxes,
  ];
}

function bracket({ kind, first, last }: FlowPart, { width, top }: Places, words: Words): string[] {
  if (first > last) return [];
  const x = width - margin - 14;
  const from = top(first) + 8;
  const to = top(last + 1) - 4;
  const middle = (from + to) / 2;
  return [
    `<path d="M${x - 6} ${from}h6v${to - from}h-6" fill="none" stroke="#6e6e6e"/>`,
    ...partName(say(words, `flow.part.${kind}`, {}), x + 12, middle),
  ];
}

function partName(name: string, x: number, middle: number): string[] {
  const look = { anchor: "middle", size: "11", fill: "#333333" } as const;
  const signs = signsOfName(name);
  if (!signs) return [svgText(x, middle, name, { ...look, transform: `rotate(90 ${x} ${middle})` })];
  return signs.map((sign, i) => svgText(x + 4, middle + signBelowMiddle(i, signs.length, 11), sign, look));
}

/** What the brackets mean, in sentences, broken into lines that fit. */
function storyLines(flow: Flow, words: Words, width: number): string[] {
  const said = [...flow.parts.map((part) => partText(part, words)), ...notesOf(flow, words)];
  const most = Math.floor((width - 2 * margin) / characterWidth);
  return said.flatMap((sentence) => brokenLines(sentence, most));
}
