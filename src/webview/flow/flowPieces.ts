import type { StatesShown } from "../../view/flow/flow";
import type { FlowWindow, PlacedRow } from "../../view/flow/flowWindow";
import { joinedRows, type Span } from "./ladderWindow";

type Ends = Required<StatesShown>;

/** Two pieces of a flow as one, as far as it is wanted. */
export function joinedFlow(old: FlowWindow, added: FlowWindow, wanted: Span): FlowWindow {
  const { above, rows } = joinedRows(old.rows, added.rows, wanted);
  const start = (added.rows[0]?.top ?? 0) < (old.rows[0]?.top ?? 0) ? added.before : old.before;
  return { ...added, rows, before: statesAfter(start, above) };
}

/** The states of both ends after some rows. */
export function statesAfter(before: Ends, rows: readonly PlacedRow[]): Ends {
  const changes = rows.flatMap(({ row }) => (row.kind === "segment" ? row.states : []));
  const last = (end: keyof Ends) => changes.findLast((change) => change[end])?.[end] ?? before[end];
  return { client: last("client"), server: last("server") };
}
