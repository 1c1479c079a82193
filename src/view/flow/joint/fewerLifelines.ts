import type { JointFlow } from "./jointFlow";

/** More lifelines than these are no picture that anybody can read. */
const mostDrawn = 40;

/** The part of a flow that is drawn on paper: its first hosts; and how many hosts are left out. */
export function fewerLifelines(flow: JointFlow): { readonly drawn: JointFlow; readonly hidden: number } {
  const hidden = flow.lifelines.length - mostDrawn;
  if (hidden <= 0) return { drawn: flow, hidden: 0 };
  const isDrawn = flow.rows.map((row) => row.kind === "silence" || (row.from < mostDrawn && row.to < mostDrawn));
  const kept = <Item>(items: readonly Item[]) => items.filter((_, i) => isDrawn[i]);
  return {
    drawn: {
      ...flow,
      lifelines: flow.lifelines.slice(0, mostDrawn),
      rows: kept(flow.rows),
      ...(flow.tops && { tops: kept(flow.tops) }),
    },
    hidden,
  };
}
