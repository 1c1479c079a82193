import { say, type Words } from "../../../text/words";
import { connectionLook } from "../../onScreen/connectionLooks";
import { widestOf, widthOf } from "../../table";
import { frameText, remarksOf, silenceText, stateText, timeText } from "../flowWords";
import { svgArrow } from "../svgArrow";
import { margin, stepsTo, svgPage, svgSilence } from "../svgPage";
import { characterWidth, ink, rounded, svgLine, svgText } from "../svgPieces";
import { stateBox } from "../svgStateBox";
import { fewerLifelines } from "./fewerLifelines";
import type { JointArrow, JointFlow, JointRow, JointRun } from "./jointFlow";
import { jointNotes, portsText, roleText, storyText, titleOf } from "./jointWords";

/** Height of an even step. */
const step = 66;
/** From the top of a row to where its arrow begins, and to what is written over it. */
const arrowAt = 28;
const labelAt = 14;
const fall = 16;
const head = 56;
/** A few lifelines are spread over so much, so that texts cross few of them. */
const usualWidth = 640;

/** Where things stand. */
interface Places {
  /** Right edge of the times. */
  readonly times: number;
  readonly lifelines: readonly number[];
  readonly width: number;
  /** Top of a row, in pixels; for the row behind the last, the bottom of the drawing. */
  top(row: number): number;
}

/** Several connections as a picture of its own. Sentences below it say what happened, unless that is said elsewhere. */
export function jointSvg(flow: JointFlow, words: Words, { isTold = true } = {}): string {
  const { drawn, hidden } = fewerLifelines(flow);
  const places = placesOf(drawn);
  const { width } = places;
  const bottom = places.top(drawn.rows.length) + margin;
  return svgPage({
    title: titleOf(flow, words),
    width,
    bottom,
    drawing: [
      ...drawn.lifelines.flatMap((line, i) => [
        svgText(places.lifelines[i], 24, line.name, { anchor: "middle", weight: "600" }),
        svgText(places.lifelines[i], 40, roleText(line, words), { anchor: "middle", fill: ink.beside }),
        svgLine(places.lifelines[i], head - 8, places.lifelines[i], bottom, ink.line),
      ]),
      ...drawn.rows.flatMap((row, i) => drawRow(row, places.top(i), places, words)),
    ],
    sentences: isTold ? sentencesOf(drawn, hidden, words) : [],
  });
}

function placesOf({ rows, lifelines, tops }: JointFlow): Places {
  const arrows = rows.filter((row) => row.kind !== "silence");
  const states = arrows.flatMap((row) =>
    row.kind === "segment" ? (["client", "server"] as const).map((end) => stateOf(row, end)) : [],
  );
  const room = Math.max(90, widestOf(states) * characterWidth + 24);
  const widestLabel = widestOf(arrows.map(labelOf)) * characterWidth;
  const least = Math.max(150, room + 10, widestOf(lifelines.map(({ name }) => name)) * characterWidth + 20);
  const span = Math.max(least, Math.min(widestLabel + 20, usualWidth / Math.max(1, lifelines.length - 1)));
  const [frames, times] = [frameText, timeText].map((text) => widestOf(arrows.map(text)));
  const right = margin + (frames + times + 2) * characterWidth;
  return {
    times: right,
    lifelines: lifelines.map((_, i) => right + room + i * span),
    width: Math.ceil(Math.max(right + 2 * room + (lifelines.length - 1) * span, right + widestLabel + margin) + margin),
    top: (row) => head + step * stepsTo(row, rows.length, tops),
  };
}

const labelOf = (row: JointArrow | JointRun) => `${portsText(row)} ${row.label}`;

/** The states that an end comes to, behind the number of its connection. */
function stateOf({ states, stream }: JointArrow, end: "client" | "server"): string {
  const own = states.flatMap((each) => (each[end] ? [stateText(each[end])] : []));
  return own.length > 0 ? `${stream} ${own.join(" → ")}` : "";
}

function drawRow(row: JointRow, top: number, places: Places, words: Words): string[] {
  const { times, lifelines, width } = places;
  const start = top + arrowAt;
  if (row.kind === "silence") {
    const [left, right] = [lifelines[0], lifelines[lifelines.length - 1]];
    return [
      svgSilence(left, right, start),
      ...written(silenceText(row, words), (left + right) / 2, start - 6, places, ink.beside),
    ];
  }
  const [from, to] = [lifelines[row.from], lifelines[row.to]];
  const { sign, onPaper } = connectionLook(row.place);
  const isForth = to > from;
  const boxes = row.kind === "run" ? { sender: "", receiver: "" } : statesOfRow(row);
  const middle = (from + to) / 2;
  const remarks = [remarksOf(row), ...row.told].filter(Boolean).join("  ");
  const remarkHalf = (widthOf(remarks) * characterWidth) / 2;
  // a state may stand beside the arrow's head, so a long remark is moved towards the tail
  const remarkAt = isForth ? Math.min(middle, to - 8 - remarkHalf) : Math.max(middle, to + 8 + remarkHalf);
  const numberAt = isForth ? from - 10 : from + 10;
  return [
    svgText(margin, start, frameText(row), { weight: "600" }),
    svgText(times, start, timeText(row), { anchor: "end", fill: ink.beside }),
    ...(remarks ? written(remarks, Math.min(remarkAt, width - margin - remarkHalf), start + fall + 12, places, ink.remark) : []),
    ...svgArrow(row, [from, to], start, fall, onPaper),
    `<path d="${sign}" transform="translate(${rounded(from)} ${start})" fill="${onPaper}"/>`,
    ...written(labelOf(row), middle, top + labelAt, places),
    ...(boxes.sender
      ? stateBox(boxes.sender, isForth ? from - 4 : from + 4, start, isForth ? "left" : "right")
      : [svgText(numberAt, start + 4, String(row.stream), { weight: "600", ...(isForth && { anchor: "end" }) })]),
    ...(boxes.receiver ? stateBox(boxes.receiver, to, start + fall, isForth ? "right" : "left") : []),
  ];
}

function statesOfRow(row: JointArrow): { readonly sender: string; readonly receiver: string } {
  const [client, server] = [stateOf(row, "client"), stateOf(row, "server")];
  return row.fromClient ? { sender: client, receiver: server } : { sender: server, receiver: client };
}

/** A text on white, centred at a place or as near to it as there is room: it may cross lifelines. */
function written(text: string, centre: number, y: number, { times, width }: Places, fill = ink.text): string[] {
  const half = (widthOf(text) * characterWidth) / 2;
  const x = Math.max(times + 8 + half, Math.min(centre, width - margin - half));
  return [
    `<rect x="${rounded(x - half)}" y="${y - 10}" width="${rounded(2 * half)}" height="13" fill="#ffffff"/>`,
    svgText(x, y, text, { anchor: "middle", fill }),
  ];
}

function sentencesOf(flow: JointFlow, hidden: number, words: Words): string[] {
  return [
    ...flow.stories.map((story) =>
      say(words, "flow.said", { part: say(words, "flow.title", story), text: storyText(story, words) }),
    ),
    ...jointNotes(flow, words, hidden),
  ];
}
