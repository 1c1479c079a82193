import { svg } from "lit";
import { say } from "../../text/words";
import type { ShownState } from "../../view/flow/flow";
import type { FlowWindow, PlacedPart } from "../../view/flow/flowWindow";
import { signBelowMiddle, signsOfName } from "../../view/onScreen/partName";
import { words } from "../language";
import { bracketWidth, type LadderPlaces } from "./ladderPlaces";
import type { DrawnRow } from "./ladderRow";
import { phaseOf, stateAtHead } from "./stateChip";

type Ends = FlowWindow["before"];
const bothEnds = ["client", "server"] as const;

/** Each lifeline in pieces: one for each state of its end, dashed where the state is assumed. */
export function lifelines(before: Ends, rows: readonly DrawnRow[], top: number, bottom: number, places: LadderPlaces) {
  return bothEnds.map((end) => {
    const x = end === "client" ? places.left : places.right;
    let [state, from] = [before[end], top];
    const pieces = [];
    for (const { y, shown } of changesOf(rows, end, places)) {
      pieces.push(piece(state, x, from, y));
      [state, from] = [shown, y];
    }
    return [...pieces, piece(state, x, from, bottom)];
  });
}

function changesOf(rows: readonly DrawnRow[], end: (typeof bothEnds)[number], { arrowAt }: LadderPlaces) {
  return rows.flatMap(({ row, y, fall, endsAtTime }) => {
    if (row.kind !== "segment") return [];
    const start = y + arrowAt - (endsAtTime ? fall : 0);
    const at = (end === "client") === row.fromClient ? start : start + fall;
    return row.states.flatMap((each) => (each[end] ? [{ y: at, shown: each[end] }] : []));
  });
}

const piece = (shown: ShownState, x: number, from: number, to: number) => svg`<line
  class="lifeline ${phaseOf(shown.state)} ${shown.assumed ? "assumed" : ""}" x1=${x} y1=${from} x2=${x} y2=${to}></line>`;

/** Names and roles of both ends, and their states where the visible part begins. */
export function endsHead({ client, server }: FlowWindow, now: Ends, places: LadderPlaces) {
  const { width, left, right } = places;
  const room = Math.floor((width / 2 - 16) / endpointWidth);
  return bothEnds.map((end) => {
    const whole = end === "client" ? client : server;
    const name = withoutMiddle(whole, room);
    const half = (name.length * endpointWidth) / 2;
    // each name in its own half of the pane
    const x =
      end === "client" ? within(left, 10 + half, width / 2 - 6 - half) : within(right, width / 2 + 6 + half, width - 10 - half);
    const { chip, beside } = stateAtHead(now[end], end === "client" ? left : right, 31, end, width);
    return svg`
      <text class="endpoint" x=${x} y="15" text-anchor="middle">${name}${name === whole ? "" : svg`<title>${whole}</title>`}</text>
      <text class="role" x=${beside} y="35" text-anchor=${end === "client" ? "start" : "end"}>${words.messages[`ladder.${end}`]}</text>
      ${chip}`;
  });
}

const within = (wanted: number, least: number, most: number) => Math.min(Math.max(wanted, least), Math.max(least, most));

/** The width of a bold character, in pixels. */
export const endpointWidth = 7.8;

/** An address of IPv6 and its port, shortened in the middle if there is too little room: its beginning and end tell it from others. */
export function withoutMiddle(name: string, room: number): string {
  if (name.length <= room) return name;
  const tail = Math.min(Math.ceil(room / 2), room - 1);
  return `${name.slice(0, Math.max(1, room - tail - 1))}…${name.slice(name.length - tail)}`;
}

/** The font size of names, as in `ladderStyles.ts`. */
const nameSize = 11;

/** The visible piece of a bracket, with its name beside it. */
export function bracket({ kind, text, top, bottom }: PlacedPart, scrolled: number, height: number, places: LadderPlaces) {
  const [from, to] = [top * places.step - scrolled + 8, bottom * places.step - scrolled - 2];
  if (bottom <= top || to < 0 || from > height) return svg``;
  const [seenFrom, seenTo] = [Math.max(from, -10), Math.min(to, height + 10)];
  const x = places.width - bracketWidth + 8;
  const middle = (Math.max(seenFrom, 4) + Math.min(seenTo, height - 4)) / 2;
  const name = say(words, `flow.part.${kind}`, {});
  return svg`<g class="bracket ${kind}">
    <title>${text}</title>
    <path d="M ${x - 6} ${seenFrom} h 6 V ${seenTo} h -6"></path>
    ${partName(name, x + 11, middle)}
  </g>`;
}

function partName(name: string, x: number, middle: number) {
  const signs = signsOfName(name);
  if (!signs) return svg`<text x=${x} y=${middle} transform="rotate(90 ${x} ${middle})" text-anchor="middle">${name}</text>`;
  const of = (i: number) => middle + signBelowMiddle(i, signs.length, nameSize);
  return svg`<text text-anchor="middle">${signs.map((sign, i) => svg`<tspan x=${x + 4} y=${of(i)}>${sign}</tspan>`)}</text>`;
}
