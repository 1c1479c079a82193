import { svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { FlowPlace } from "../../../view/flow/flowWindow";
import type { JointWindow, Lifeline, PlacedJointRow } from "../../../view/flow/joint/jointFlow";
import { words } from "../../language";
import { endOf, isSelectedRow } from "../ladderDrawing";
import { endpointWidth, withoutMiddle } from "../lifelines";
import { type JointPlaces, lifelineAt, seenLifelines } from "./jointPlaces";
import { type DrawnJointRow, drawBack, drawSent, drawWritten, type JointRowActs } from "./jointRow";

/** How far an arrow falls, in steps. */
const fall = 0.36;
/** Pixels by which lifelines reach beyond the rows that are drawn. */
const beyond = 24;
/** Pixels that a name may always be off its lifeline. */
const shift = 10;
/** Higher than any drawing. */
const endless = 1e7;

export interface JointDrawing extends JointRowActs {
  readonly flow: JointWindow;
  readonly lifelines: readonly Lifeline[];
  readonly places: JointPlaces;
  /** The top of the drawing, in steps. */
  readonly origin: number;
  readonly selected: number;
  /** Where the selected packet stands. */
  readonly place: FlowPlace | undefined;
}

/** Consecutive rows, layer by layer: backgrounds, lifelines and arrows, and texts. */
export function drawJointRows(some: readonly PlacedJointRow[], drawing: JointDrawing) {
  const { places } = drawing;
  const rows = placed(some, drawing);
  const each = (draw: (row: DrawnJointRow) => unknown) =>
    repeat(
      rows,
      ({ y }) => y,
      (row) => guard([...Object.values(row), ...Object.values(places)], () => draw(row)),
    );
  const top = (rows[0]?.y ?? 0) - beyond;
  const bottom = (rows.at(-1)?.y ?? 0) + places.step + beyond;
  return svg`
    <clipPath id="lifelines"><rect x=${places.times} y=${-endless} width=${Math.max(0, places.width - places.times)} height=${2 * endless}></rect></clipPath>
    ${each((row) => drawBack(row, places, drawing))}
    <g class="drawn" clip-path="url(#lifelines)">
      ${seen(drawing).map(({ x }) => svg`<line class="lifeline" x1=${x} y1=${top} x2=${x} y2=${bottom}></line>`)}
      ${each((row) => drawSent(row, places))}
    </g>
    ${each((row) => drawWritten(row, drawing.lifelines, places, drawing))}`;
}

/** Names and roles of the hosts whose lifelines are visible. */
export function lifelinesHead(drawing: Pick<JointDrawing, "lifelines" | "places">) {
  const { width, span, times } = drawing.places;
  const room = Math.floor((span - 2 * shift) / endpointWidth);
  return seen(drawing).map(({ line, x }) => {
    const name = withoutMiddle(line.name, room);
    const half = (name.length * endpointWidth) / 2;
    // near an edge a name moves a little, as far as names stay apart
    const free = Math.max(shift, span - 2 * half - shift);
    const at = x + Math.max(-free, Math.min(0, width - half - 4 - x));
    if (x < times || x > width) return svg``;
    return svg`<g>
      <title>${line.name}</title>
      <text class="endpoint" x=${at} y="16" text-anchor="middle">${name}</text>
      <text class="role" x=${at} y="34" text-anchor="middle">${roleOf(line)}</text>
    </g>`;
  });
}

function roleOf({ isClient, isServer }: Lifeline): string {
  if (isClient && isServer) return words.messages["joint.both"];
  return words.messages[isClient ? "ladder.client" : "ladder.server"];
}

function seen({ lifelines, places }: Pick<JointDrawing, "lifelines" | "places">) {
  const [first, last] = seenLifelines(places, lifelines.length);
  return lifelines.slice(first, last + 1).map((line, i) => ({ line, x: lifelineAt(places, first + i) }));
}

function placed(some: readonly PlacedJointRow[], drawing: JointDrawing): DrawnJointRow[] {
  const { flow, origin, places } = drawing;
  const above = flow.rows.slice(0, Math.max(0, flow.rows.indexOf(some[0])));
  let before = above.map(({ row }) => endOf(row)).findLast((time) => time !== undefined);
  return some.map(({ top, row }) => {
    const pause = row.kind === "silence" || before === undefined ? undefined : row.time - before;
    before = endOf(row) ?? before;
    return { row, y: (top - origin) * places.step, fall: fall * places.step, isSelected: isSelectedRow(row, drawing), pause };
  });
}
