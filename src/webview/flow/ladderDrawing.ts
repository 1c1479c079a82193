import { svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { FlowRow } from "../../view/flow/flow";
import type { FlowPlace, FlowWindow, PlacedRow } from "../../view/flow/flowWindow";
import { statesAfter } from "./flowPieces";
import type { LadderPlaces } from "./ladderPlaces";
import { type DrawnRow, drawLabel, drawRow } from "./ladderRow";
import { lifelines } from "./lifelines";

/** Steps above and below the visible ones from which something may reach into view: arrows fall, and states stand below each other. */
const reach = { above: 2.5, below: 1 };
/** In a flow of up to so many steps more of them are drawn, for screen readers, which read on without scrolling. */
const short = 40;
const reachOfShort = { above: 8, below: 8 };
/** Pixels by which lifelines reach beyond the rows that are drawn. */
const beyond = 24;

/** A flow, and how it is drawn at the moment. */
export interface Drawing {
  readonly flow: FlowWindow;
  readonly places: LadderPlaces;
  /** The top of the drawing, in steps. */
  readonly origin: number;
  readonly hasProportionalTime: boolean;
  readonly selected: number;
  /** Where the selected packet stands. */
  readonly place: FlowPlace | undefined;
  choose(frame: number): void;
  toggle(frame: number): void;
}

/** The rows of which some part may be seen from one height to another. */
export function rowsNear<Row extends { readonly top: number }>(
  { rows, height }: { readonly rows: readonly Row[]; readonly height: number },
  from: number,
  to: number,
): readonly Row[] {
  const { above, below } = height > short ? reach : reachOfShort;
  const first = rows.findLastIndex(({ top }) => top <= from - above);
  const end = rows.findIndex(({ top }) => top > to + below);
  return rows.slice(Math.max(0, first), end < 0 ? rows.length : end);
}

export function isSelectedRow(row: FlowRow, { selected, place }: Pick<Drawing, "selected" | "place">): boolean {
  if (row.kind === "segment") return row.frame === selected;
  return row.kind === "run" && !row.isOpen && place?.run === row.frame;
}

/** Arrows, lifelines and labels of consecutive rows of a flow. */
export function drawRows(some: readonly PlacedRow[], drawing: Drawing) {
  const { flow, places } = drawing;
  const above = flow.rows.slice(0, Math.max(0, flow.rows.indexOf(some[0])));
  const rows = placed(some, above, drawing);
  const top = (rows[0]?.y ?? 0) - beyond;
  const bottom = (rows.at(-1)?.y ?? 0) + places.step + beyond;
  const each = (some: readonly DrawnRow[], draw: (row: DrawnRow) => unknown) =>
    repeat(some, keyOf, (row) => guard([...Object.values(row), places.width, places.step], () => draw(row)));
  // arrows fall into the row below, so the background of the selected row is drawn before them
  const backFirst = [...rows.filter(({ isSelected }) => isSelected), ...rows.filter(({ isSelected }) => !isSelected)];
  return svg`
      ${each(backFirst, (row) => drawRow(row, places, drawing.choose, drawing.toggle))}
      ${lifelines(statesAfter(flow.before, above), rows, top, bottom, places)}
      ${each(rows, (row) => drawLabel(row, places))}`;
}

function placed(some: readonly PlacedRow[], above: readonly PlacedRow[], drawing: Drawing): DrawnRow[] {
  const { flow, origin, places } = drawing;
  let before = above.map(({ row }) => endOf(row)).findLast((time) => time !== undefined);
  return some.map(({ top, row }) => {
    const pause = row.kind === "silence" || before === undefined ? undefined : row.time - before;
    before = endOf(row) ?? before;
    return {
      row,
      y: (top - origin) * places.step,
      fall: flow.fall * places.step,
      endsAtTime: drawing.hasProportionalTime && isAtArrival(row, flow),
      isSelected: isSelectedRow(row, drawing),
      pause,
    };
  });
}

/** When the last segment of a row was captured, in seconds; the heading over a run has no time. */
export function endOf(row: FlowRow): number | undefined {
  if (row.kind === "run") return row.isOpen ? undefined : row.lastTime;
  return row.kind === "segment" ? row.time : undefined;
}

/** Whether the capture was taken where the row's segment arrives. */
function isAtArrival(row: FlowRow, { path: { captured } }: FlowWindow): boolean {
  return row.kind !== "silence" && captured === (row.fromClient ? "server" : "client");
}

/** Rows lie one below the other, so where a row begins identifies it. */
const keyOf = ({ y }: DrawnRow) => y;
