import { nothing, svg } from "lit";
import { formatDuration } from "../../text/duration";
import { say } from "../../text/words";
import type { FlowArrow, FlowRow, FlowRun, FlowSilence } from "../../view/flow/flow";
import { dashesOf, isTrouble, lookOf } from "../../view/onScreen/markLooks";
import { words } from "../language";
import { chipHeight, type LadderPlaces } from "./ladderPlaces";
import { stateChip, stateOnLine } from "./stateChip";
import { fittedLabel } from "./textWidth";

/** In steps lower than this, the arrow leaves no room above the next row for remarks: they are put between both. */
const lowStep = 52;

export interface DrawnRow {
  readonly row: FlowRow;
  /** Pixels from the top of the drawing. */
  readonly y: number;
  /** Pixels that its arrow falls. */
  readonly fall: number;
  /** Whether the captured time is that of its arrival, not that of its sending: then the arrow ends there. */
  readonly endsAtTime: boolean;
  readonly isSelected: boolean;
  /** Seconds since the row before; missing for the first. */
  readonly pause: number | undefined;
}

export function drawRow(drawn: DrawnRow, places: LadderPlaces, choose: (frame: number) => void, toggle: (frame: number) => void) {
  const { row } = drawn;
  if (row.kind === "silence") return silence(row, drawn.y, places);
  if (row.kind === "run" && row.isOpen) return openRun(row, drawn, places, toggle);
  const start = drawn.y + places.arrowAt - (drawn.endsAtTime ? drawn.fall : 0);
  const isRun = row.kind === "run";
  return svg`<g
      class="arrow ${isRun ? "run" : meaningOf(row)} ${!isRun && isTrouble(row) ? "trouble" : ""} ${drawn.isSelected ? "selected" : ""}"
      data-frame=${row.frame}
      @click=${() => choose(row.frame)}
      @dblclick=${() => isRun && toggle(row.frame)}
    >
      <title>${titleOf(row)}</title>
      <rect class="back" x="1" y=${drawn.y + 1} width=${places.width - 2} height=${places.step - 2}></rect>
      ${times(row, drawn, places, start)}
      ${isRun ? toggleSign(row, besideClient(drawn, places), toggle) : nothing}
      ${shaft(row, start, drawn.fall, places)}
      ${isRun || places.hasStatesOn ? nothing : chips(row, start, drawn.fall, places)}
    </g>`;
}

function meaningOf({ flags }: FlowArrow): "opening" | "closing" | "reset" | "plain" {
  if (flags.includes("RST")) return "reset";
  if (flags.includes("SYN")) return "opening";
  return flags.includes("FIN") ? "closing" : "plain";
}

const titleOf = (row: FlowArrow | FlowRun) => [`${framesOf(row)}: ${row.label}`, ...saidOf(row)].join("\n");

export const framesOf = (row: FlowArrow | FlowRun): string =>
  row.kind === "run" ? `${row.frame}–${row.lastFrame}` : String(row.frame);

/** A row's frames, with the packet list's sign if one of them is marked by hand. */
export const signedFramesOf = (row: FlowArrow | FlowRun): string => `${row.isMarked ? "⚑ " : ""}${framesOf(row)}`;

/** What is remarkable about a row, in words, and whether it is marked by hand. */
export const saidOf = (row: FlowArrow | FlowRun): readonly string[] => [
  ...(row.kind === "run" ? [] : row.remarks),
  ...(row.isMarked ? [words.messages["list.marked"]] : []),
];

function times(row: FlowArrow | FlowRun, { pause }: DrawnRow, { isNarrow }: LadderPlaces, start: number) {
  const frames = signedFramesOf(row);
  const time = pause === undefined ? row.time.toFixed(6) : pauseText(pause);
  const isBelow = isNarrow || frames.length > 6;
  const second = isBelow ? { x: 10, y: start + 11, anchor: "start" } : { x: 108, y: start + 4, anchor: "end" };
  return svg`
    <text class="number" x="10" y=${start + (isBelow ? -3 : 4)}>${frames}</text>
    <text class="time" x=${second.x} y=${second.y} text-anchor=${second.anchor}>
      <title>${row.time.toFixed(6)}</title>${time}</text>`;
}

/** Seconds since the row before, with a sign: a file may have packets in another order than that of their times. */
export const pauseText = (pause: number): string => `${pause < 0 ? "−" : "+"}${formatDuration(Math.abs(pause))}`;

/** The line of an arrow with its head; a cross at the end of a reset, a bar for a zero window, a gap where segments are missing. */
function shaft(row: FlowArrow | FlowRun, start: number, fall: number, { left, right }: LadderPlaces) {
  const [from, to] = row.fromClient ? [left, right] : [right, left];
  const forth = row.fromClient ? 1 : -1;
  const end = start + fall;
  const angle = (Math.atan2(fall, to - from) * 180) / Math.PI;
  const isReset = row.kind === "segment" && row.flags.includes("RST");
  const isClosed = row.kind === "segment" && row.marks.includes("zero_window");
  const isGap = row.kind === "segment" && row.marks.includes("lost_segment");
  return svg`
    <line x1=${from} y1=${start} x2=${to - forth * (isReset ? 0 : 8)} y2=${end - (isReset ? 0 : (fall * 8) / (right - left))}
      stroke-dasharray=${row.kind === "run" ? "none" : dashesOf(row)}></line>
    ${
      isReset
        ? svg`<path class="cross" d="M ${to - forth * 13} ${end - 7} l 11 11 m -11 0 l 11 -11"></path>`
        : svg`<path d="M 0 0 l -10 -4.5 l 0 9 z" transform="translate(${to} ${end}) rotate(${angle})"></path>`
    }
    ${isClosed ? svg`<path class="bar" d="M ${from + forth * 6} ${start - 7} l 0 14 m ${forth * 4} -14 l 0 14"></path>` : nothing}
    ${isGap ? svg`<path class="gap" d="M ${from + forth * 3} ${start - 12} l ${forth * 14} 3" stroke-dasharray="3 3"></path>` : nothing}`;
}

/** The label over an arrow. It is drawn above the lifelines, since in a narrow pane it crosses them. */
export function drawLabel({ row, y, fall, endsAtTime, isSelected }: DrawnRow, places: LadderPlaces) {
  if (row.kind === "silence" || (row.kind === "run" && row.isOpen)) return nothing;
  const start = y + places.arrowAt - (endsAtTime ? fall : 0);
  const { isNarrow, arrowAt, step } = places;
  const main = betweenLifelines(row.label, places, isSelected);
  const remarks = row.kind === "run" ? "" : remarksOf(row);
  const remark = betweenLifelines(remarks, places, false);
  return svg`${row.kind === "segment" && places.hasStatesOn ? chips(row, start, fall, places) : nothing}<g class="written ${isSelected ? "selected" : ""}">
    <text class="label" x=${main.x} y=${isNarrow ? y + arrowAt - 11 : start - 3} text-anchor="middle">${main.text}</text>
    ${remarks ? svg`<text class="remark" x=${remark.x} y=${y + step + (step < lowStep ? 2 : -4)} text-anchor="middle">${remark.text}</text>` : nothing}
  </g>`;
}

const betweenLifelines = (text: string, { left, right, labels }: LadderPlaces, isBold: boolean) =>
  fittedLabel(text, (left + right) / 2, labels, isBold);

export function remarksOf({ marks, remarks }: FlowArrow): string {
  // the remarks begin with those for the marks, in the same order
  return remarks.map((remark, i) => `${marks[i] ? lookOf(marks[i]).icon : "≡"} ${remark}`).join("  ");
}

/** The states that a segment leads to: the sender's where it is sent, the other end's where it arrives. Several of one end are stacked. */
function chips({ states, fromClient }: FlowArrow, start: number, fall: number, { left, right, hasStatesOn }: LadderPlaces) {
  const draw = hasStatesOn ? stateOnLine : stateChip;
  return (["client", "server"] as const).flatMap((end) => {
    const own = states.flatMap((each) => each[end] ?? []);
    const y = (end === "client") === fromClient ? start : start + fall;
    const [x, side] = end === "client" ? ([left, "left"] as const) : ([right, "right"] as const);
    return own.map((shown, i) => draw(shown, x, y + i * (chipHeight + 1), side));
  });
}

const besideClient = ({ y }: DrawnRow, { left, arrowAt, signAt }: LadderPlaces) => ({ x: left - 30, y: y + arrowAt + signAt });

/** The sign that folds or unfolds a run; `x` and `y` are those of its upper left corner. */
export function toggleSign(row: FlowRun, { x, y }: { readonly x: number; readonly y: number }, toggle: (frame: number) => void) {
  const choose = (event: Event) => {
    event.stopPropagation();
    toggle(row.frame);
  };
  return svg`<g class="toggle" @click=${choose}>
    <title>${words.messages[row.isOpen ? "ladder.fold" : "ladder.unfold"]}</title>
    <rect x=${x} y=${y} width="18" height="18" rx="3"></rect>
    <text x=${x + 9} y=${y + 14} text-anchor="middle">${row.isOpen ? "−" : "+"}</text>
  </g>`;
}

/** The heading over a run that is drawn out. */
function openRun(row: FlowRun, drawn: DrawnRow, places: LadderPlaces, toggle: (frame: number) => void) {
  const { y } = drawn;
  const { text, x } = betweenLifelines(row.label, places, false);
  return svg`<g class="heading">
    <line x1=${places.left} y1=${y + places.arrowAt} x2=${places.right} y2=${y + places.arrowAt}></line>
    ${toggleSign(row, besideClient(drawn, places), toggle)}
    <text class="number" x="10" y=${y + places.arrowAt + (places.hasStatesOn ? -3 : 4)}>${framesOf(row)}</text>
    <text class="label" x=${x} y=${y + places.arrowAt - 5} text-anchor="middle">${text}</text>
  </g>`;
}

function silence({ seconds }: FlowSilence, y: number, { left, right, step }: LadderPlaces) {
  const middle = y + step / 2;
  return svg`<g class="silence">
    <line x1=${left - 60} y1=${middle} x2=${right + 60} y2=${middle}></line>
    <text x=${(left + right) / 2} y=${middle - 5} text-anchor="middle">${say(words, "flow.silence", { span: formatDuration(seconds) })}</text>
  </g>`;
}
