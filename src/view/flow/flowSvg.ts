import { say, type Words } from "../../text/words";
import { signBelowMiddle, signsOfName } from "../onScreen/partName";
import { widestOf, widthOf } from "../table";
import type { Flow, FlowPart, FlowRow } from "./flow";
import { frameText, notesOf, partText, remarksOf, silenceText, statesOf, stateText, timeText } from "./flowWords";
import { svgArrow } from "./svgArrow";
import { margin, stepsTo, svgPage, svgSilence } from "./svgPage";
import { characterWidth, ink, svgLine, svgText } from "./svgPieces";
import { stateBox } from "./svgStateBox";

/** Height of an even step. */
const svgStep = 48;
/** From the top of a row to where its arrow begins. */
const arrowAt = 20;
/** How far an arrow falls on its way, in steps: time runs downwards. */
const evenFall = 16 / svgStep;
const svgHead = 84;
const bracketWidth = 40;

/** Where things stand. */
interface Places {
  /** Right edge of the times. */
  readonly times: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** Top of a row, in pixels; for the row behind the last, the bottom of the drawing. */
  top(row: number): number;
  /** How far an arrow falls, in pixels. */
  readonly fall: number;
}

/** A flow as a picture of its own. Sentences below it say what the parts mean, unless that is said elsewhere. */
export function flowSvg(flow: Flow, words: Words, { isTold = true } = {}): string {
  const places = placesOf(flow, words);
  const { width, left, right } = places;
  const bottom = places.top(flow.rows.length) + margin;
  const { stream, client, server } = flow;
  return svgPage({
    title: say(words, "flow.title", { stream, client, server }),
    width,
    bottom,
    drawing: [
      ...head(flow, words, places),
      ...[left, right].map((x) => svgLine(x, svgHead - 8, x, bottom, ink.line)),
      ...flow.rows.flatMap((row, index) => drawRow(row, places.top(index), places, words)),
      ...flow.parts.flatMap((part) => bracket(part, places, words)),
    ],
    sentences: isTold ? [...flow.parts.map((part) => partText(part, words)), ...notesOf(flow, words)] : [],
  });
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
  return {
    times,
    left,
    right: left + span,
    width: Math.ceil(left + span + stateWidth + bracketWidth + margin),
    top: (row) => svgHead + svgStep * stepsTo(row, rows.length, scale?.tops),
    fall: svgStep * (scale?.fall ?? evenFall),
  };
}

const labelOf = (row: FlowRow, words: Words) => (row.kind === "silence" ? silenceText(row, words) : row.label);

function head({ client, server, initial }: Flow, words: Words, { left, right }: Places): string[] {
  return [
    svgText(left, 24, client, { anchor: "middle", weight: "600" }),
    svgText(right, 24, server, { anchor: "middle", weight: "600" }),
    svgText(left, 40, say(words, "ladder.client", {}), { anchor: "middle", fill: ink.beside }),
    svgText(right, 40, say(words, "ladder.server", {}), { anchor: "middle", fill: ink.beside }),
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
      svgSilence(left, right, start),
      svgText(centre, start - 6, silenceText(row, words), { anchor: "middle", fill: ink.beside }),
    ];
  const [from, to] = row.fromClient ? [left, right] : [right, left];
  const states = row.kind === "segment" ? row.states : [];
  const boxes = (["client", "server"] as const).flatMap((end) => {
    const name = statesOf(states, end);
    // the sender changes its state when it sends, the other end when the segment arrives
    const y = (end === "client") === row.fromClient ? start - 4 : start - 4 + fall;
    return name ? (end === "client" ? stateBox(name, left, y, "left") : stateBox(name, right, y, "right")) : [];
  });
  const remarks = remarksOf(row);
  return [
    svgText(margin, start, frameText(row), { weight: "600" }),
    svgText(times, start, timeText(row), { anchor: "end", fill: ink.beside }),
    ...svgArrow(row, [from, to], start, fall),
    svgText(centre, start - 3, row.label, { anchor: "middle" }),
    ...(remarks ? [svgText(centre, start + fall + 8, remarks, { anchor: "middle", size: "11", fill: ink.remark })] : []),
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
    `<path d="M${x - 6} ${from}h6v${to - from}h-6" fill="none" stroke="${ink.line}"/>`,
    ...partName(say(words, `flow.part.${kind}`, {}), x + 12, middle),
  ];
}

function partName(name: string, x: number, middle: number): string[] {
  const look = { anchor: "middle", size: "11", fill: ink.told } as const;
  const signs = signsOfName(name);
  if (!signs) return [svgText(x, middle, name, { ...look, transform: `rotate(90 ${x} ${middle})` })];
  return signs.map((sign, i) => svgText(x + 4, middle + signBelowMiddle(i, signs.length, 11), sign, look));
}
