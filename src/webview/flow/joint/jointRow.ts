import { nothing, svg } from "lit";
import { formatDuration } from "../../../text/duration";
import { say } from "../../../text/words";
import type { FlowSilence } from "../../../view/flow/flow";
import type { JointArrow, JointRow, JointRun, Lifeline } from "../../../view/flow/joint/jointFlow";
import { connectionLook } from "../../../view/onScreen/connectionLooks";
import { dashesOf } from "../../../view/onScreen/markLooks";
import { words } from "../../language";
import { chipHeight } from "../ladderPlaces";
import { framesOf, pauseText, remarksOf, saidOf, signedFramesOf, toggleSign } from "../ladderRow";
import { chipWidth, stateChip, stateOnLine } from "../stateChip";
import { fittedLabel } from "../textWidth";
import { type JointPlaces, lifelineAt } from "./jointPlaces";

export interface DrawnJointRow {
  readonly row: JointRow;
  /** Pixels from the top of the drawing. */
  readonly y: number;
  /** Pixels that its arrow falls. */
  readonly fall: number;
  readonly isSelected: boolean;
  /** Seconds since the row before; missing for the first. */
  readonly pause: number | undefined;
}

/** What a person can do with a row. */
export interface JointRowActs {
  choose(frame: number): void;
  toggle(frame: number): void;
  /** Goes to the flow of the row's connection alone. */
  enter(frame: number): void;
}

type Sent = JointArrow | JointRun;

const isHeading = (row: Sent) => row.kind === "run" && row.isOpen;

/** The row's background, which takes clicks, and its frame and time. */
export function drawBack(drawn: DrawnJointRow, places: JointPlaces, acts: JointRowActs) {
  const { row, y } = drawn;
  if (row.kind === "silence") return nothing;
  const act = () => (row.kind === "run" ? acts.toggle(row.frame) : acts.enter(row.frame));
  return svg`<g
      class="arrow ${row.kind === "run" ? "run" : ""} ${drawn.isSelected ? "selected" : ""}"
      data-frame=${row.frame}
      @click=${() => !isHeading(row) && acts.choose(row.frame)}
      @dblclick=${act}
    >
      <title>${titleOf(row)}</title>
      <rect class="back" x="1" y=${y + 1} width=${places.width - 2} height=${places.step - 2}></rect>
      ${times(row, drawn, places)}
    </g>`;
}

const labelOf = ({ ports, label }: Sent) => `${ports.join(" → ")} ${label}`;

const titleOf = (row: Sent) => {
  const connection = `${words.messages["joint.connection"]} ${row.stream}`;
  return [`${framesOf(row)}: ${labelOf(row)}`, connection, ...saidOf(row), ...row.told].join("\n");
};

function times(row: Sent, { y, pause }: DrawnJointRow, { isNarrow, arrowAt }: JointPlaces) {
  const frames = isHeading(row) ? framesOf(row) : signedFramesOf(row);
  const time = pause === undefined ? row.time.toFixed(6) : pauseText(pause);
  const isBelow = isNarrow || frames.length > 6;
  const start = y + arrowAt;
  const second = isBelow ? { x: 10, y: start + 11, anchor: "start" } : { x: 108, y: start + 4, anchor: "end" };
  return svg`
    <text class="number" x="10" y=${start + (isBelow ? -3 : 4)}>${frames}</text>
    ${isHeading(row) ? nothing : svg`<text class="time" x=${second.x} y=${second.y} text-anchor=${second.anchor}><title>${row.time.toFixed(6)}</title>${time}</text>`}`;
}

/** The arrow between its lifelines, with its connection's sign and number where it begins, and the states to which it leads. */
export function drawSent({ row, y, fall, isSelected }: DrawnJointRow, places: JointPlaces) {
  if (row.kind === "silence") return silence(row, y, places);
  const [from, to] = [lifelineAt(places, row.from), lifelineAt(places, row.to)];
  const start = y + places.arrowAt;
  const { sign, colour } = connectionLook(row.place);
  if (isHeading(row))
    return svg`<line class="heading" x1=${from} y1=${start} x2=${to} y2=${start}></line>${signAt(sign, colour, from, start)}`;
  const forth = to > from ? 1 : -1;
  return svg`<g class="sent ${colour} ${row.kind === "run" ? "run" : ""} ${isSelected ? "selected" : ""}" data-frame=${row.frame} data-stream=${row.stream}>
    ${shaft(row, [from, to], start, fall)}
    ${signAt(sign, colour, from, start)}
    ${chipsOf(row, "sender").length > 0 && !places.hasStatesOn ? nothing : svg`<text class="stream" x=${from - forth * 9} y=${start + 4} text-anchor=${forth > 0 ? "end" : "start"}>${row.stream}</text>`}
    ${chips(row, from, start, "sender", forth, places)}
    ${chips(row, to, start + fall, "receiver", forth, places)}
  </g>`;
}

const signAt = (sign: string, colour: string, x: number, y: number) =>
  svg`<path class="sign ${colour}" d=${sign} transform="translate(${x} ${y})"></path>`;

/** The line as for one connection: dashes, a cross at the end of a reset, a bar for a zero window, a gap where segments are missing. */
function shaft(row: Sent, [from, to]: readonly [number, number], start: number, fall: number) {
  const forth = to > from ? 1 : -1;
  const end = start + fall;
  const angle = (Math.atan2(fall, to - from) * 180) / Math.PI;
  const has = (mark: JointArrow["marks"][number]) => row.kind === "segment" && row.marks.includes(mark);
  const isReset = row.kind === "segment" && row.flags.includes("RST");
  return svg`
    <line class="shaft" x1=${from} y1=${start} x2=${to - forth * (isReset ? 0 : 8)} y2=${end - (isReset ? 0 : (fall * 8) / Math.abs(to - from))}
      stroke-dasharray=${row.kind === "run" ? "none" : dashesOf(row)}></line>
    ${
      isReset
        ? svg`<path class="cross" d="M ${to - forth * 13} ${end - 7} l 11 11 m -11 0 l 11 -11"></path>`
        : svg`<path class="head" d="M 0 0 l -10 -4.5 l 0 9 z" transform="translate(${to} ${end}) rotate(${angle})"></path>`
    }
    ${has("zero_window") ? svg`<path class="bar" d="M ${from + forth * 9} ${start - 7} l 0 14 m ${forth * 4} -14 l 0 14"></path>` : nothing}
    ${has("lost_segment") ? svg`<path class="gap" d="M ${from + forth * 3} ${start - 12} l ${forth * 14} 3" stroke-dasharray="3 3"></path>` : nothing}`;
}

/** The states that one end comes to with a row. */
function chipsOf(row: Sent, of: "sender" | "receiver") {
  const end = (of === "sender") === row.fromClient ? "client" : "server";
  return row.kind === "run" ? [] : row.states.flatMap((each) => each[end] ?? []);
}

/** States beside the lifeline, on the side without the arrow. */
function chips(row: Sent, x: number, y: number, of: "sender" | "receiver", forth: number, { hasStatesOn }: JointPlaces) {
  const draw = hasStatesOn ? stateOnLine : stateChip;
  const side = (of === "sender") === forth > 0 ? "left" : "right";
  return chipsOf(row, of).map((shown, i) => draw(shown, x, y + i * (chipHeight + 1), side, row.stream));
}

/** The texts above and below an arrow, which may cross all visible lifelines. */
export function drawWritten(drawn: DrawnJointRow, lifelines: readonly Lifeline[], places: JointPlaces, acts: JointRowActs) {
  const { row, y, isSelected, fall } = drawn;
  if (row.kind === "silence") return nothing;
  const { times: edge, width, arrowAt, hasStatesOn } = places;
  const within = (x: number) => Math.min(Math.max(x, edge), width);
  const [from, to] = [lifelineAt(places, row.from), lifelineAt(places, row.to)];
  const middle = (within(from) + within(to)) / 2;
  const isRun = row.kind === "run";
  const edges = { from: edge + 2, to: width - 6 };
  // leaves room for the sign that unfolds the run
  const label = fittedLabel(labelOf(row), middle, isRun ? { ...edges, from: edge + 26 } : edges, isSelected);
  const remarks = [isRun ? "" : remarksOf(row), ...row.told].filter(Boolean).join("  ");
  // a state may stand beside the arrow's head, or on the lifeline below it: towards its beginning there is room
  const free = hasStatesOn ? Math.max(8, ...chipsOf(row, "receiver").map((shown) => chipWidth(shown, row.stream) / 2 + 4)) : 8;
  const beside =
    to > from ? { ...edges, to: Math.min(edges.to, to - free) } : { ...edges, from: Math.max(edges.from, to + free) };
  const remark = fittedLabel(remarks, middle, beside.to - beside.from > 80 ? beside : edges, false);
  return svg`<g class="written ${isSelected ? "selected" : ""}">
    ${isRun ? toggleSign(row, { x: label.x - label.half - 24, y: y + arrowAt - 24 }, acts.toggle) : nothing}
    <text class="label" x=${label.x} y=${y + arrowAt - 11} text-anchor="middle">${label.text}</text>
    ${hiddenEnds(row, lifelines, places).map(({ x, anchor, text }) => svg`<text class="time" x=${x} y=${y + arrowAt + fall + 8} text-anchor=${anchor}>${text}</text>`)}
    ${remarks ? svg`<text class="remark" x=${remark.x} y=${y + arrowAt + fall + 8} text-anchor="middle">${remark.text}</text>` : nothing}
  </g>`;
}

/** Names of hosts whose lifelines are out of view, at the edge that the arrow crosses. */
function hiddenEnds({ from, to }: Sent, lifelines: readonly Lifeline[], places: JointPlaces) {
  const { times: edge, width } = places;
  return [from, to].flatMap((end) => {
    const x = lifelineAt(places, end);
    const name = lifelines[end]?.name ?? "";
    if (x < edge) return [{ x: edge + 4, anchor: "start", text: `‹ ${name}` }];
    return x > width ? [{ x: width - 6, anchor: "end", text: `${name} ›` }] : [];
  });
}

function silence({ seconds }: FlowSilence, y: number, { times: edge, width, step }: JointPlaces) {
  const middle = y + step / 2;
  return svg`<g class="silence">
    <line x1=${edge} y1=${middle} x2=${width} y2=${middle}></line>
    <text x=${(edge + width) / 2} y=${middle - 5} text-anchor="middle">${say(words, "flow.silence", { span: formatDuration(seconds) })}</text>
  </g>`;
}
