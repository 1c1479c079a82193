import type { StatesShown } from "../../view/flow/flow";
import type { FlowView, FlowWindow, PlacedRow } from "../../view/flow/flowWindow";

/** Steps that are kept above and below the visible ones. */
const margin = 40;
/** Once fewer of them are left, more are asked for: slow scrolling shows no gaps, and most of its steps ask for nothing. */
const reserve = 8;

/** Which flow is looked at, and how. */
export interface LookedFlow {
  readonly stream: number;
  readonly view: FlowView;
  /** Whatever changes with what is known of the capture. */
  readonly version: number;
}

type AskFlow = (looked: LookedFlow, from: number, to: number) => Promise<FlowWindow>;
type Ends = Required<StatesShown>;

/** Heights in even steps. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The rows of a flow around what is on screen. One question is on its way at a time: whoever scrolls on meanwhile gets the rows of
 * where they have come to then. Rows that stay are the same objects, so that what is drawn of them stays too.
 */
export class LadderWindow {
  /** What is here of the flow that was looked at last. */
  flow: FlowWindow | undefined;
  private known: Span = { from: 0, to: 0 };
  private seen: Span = { from: 0, to: 0 };
  /** What it is known of. */
  private key = "";
  private looked: LookedFlow | undefined;
  private isStale = true;
  private loading: Promise<void> | undefined;
  private turn = 0;

  constructor(
    private readonly ask: AskFlow,
    private readonly onFlow: () => void,
  ) {}

  /** The flow from one height to another is on screen. Done once all of it is here, or something else is looked at. */
  async want(looked: LookedFlow, from: number, to: number): Promise<void> {
    const key = JSON.stringify(Object.values(looked));
    if (key !== this.key) this.turnTo(looked, key);
    this.seen = { from, to };
    while (!this.isAmple) {
      const { turn } = this;
      this.loading ??= this.load();
      await this.loading;
      if (turn !== this.turn) return;
    }
  }

  private turnTo(looked: LookedFlow, key: string): void {
    this.looked = looked;
    this.key = key;
    this.isStale = true;
    this.turn += 1;
    this.loading = undefined;
  }

  private get isAmple(): boolean {
    const { from, to } = this.within(reserve);
    return !this.isStale && from >= this.known.from && to <= this.known.to;
  }

  private within(beyond: number): Span {
    const end = this.isStale ? Number.POSITIVE_INFINITY : (this.flow?.height ?? 0);
    return { from: Math.max(0, this.seen.from - beyond), to: Math.min(end, this.seen.to + beyond) };
  }

  private async load(): Promise<void> {
    const { turn, known } = this;
    const isNear = !this.isStale && this.seen.from < known.to && this.seen.to > known.from;
    // whoever jumps may jump on: first what is seen
    const wanted = isNear ? this.widened() : this.within(reserve);
    const missing = isNear ? lacking(wanted, known) : wanted;
    try {
      const answer = await this.ask(this.looked!, missing.from, missing.to);
      if (turn !== this.turn) return;
      this.flow = isNear ? joined(this.flow!, answer, wanted) : answer;
      this.known = wanted;
      this.isStale = false;
      this.onFlow();
    } finally {
      if (turn === this.turn) this.loading = undefined;
    }
  }

  /** With more on the side where little is left. */
  private widened(): Span {
    const [few, many] = [this.within(reserve), this.within(margin)];
    return {
      from: few.from >= this.known.from ? Math.max(many.from, this.known.from) : many.from,
      to: few.to <= this.known.to ? Math.min(many.to, this.known.to) : many.to,
    };
  }
}

/** The part of what is wanted beyond one end of what is known, or all of it where it lies beyond both. */
function lacking(wanted: Span, known: Span): Span {
  if (wanted.from >= known.from) return { from: known.to, to: wanted.to };
  return { from: wanted.from, to: wanted.to <= known.to ? known.from : wanted.to };
}

/** Both pieces of one flow as one, as far as it is wanted. */
function joined(old: FlowWindow, added: FlowWindow, { from, to }: Span): FlowWindow {
  const byTop = new Map([...added.rows, ...old.rows].map((placed) => [placed.top, placed]));
  const all = [...byTop.values()].sort((a, b) => a.top - b.top);
  // the row that begins above is seen below its top
  const first = Math.max(
    0,
    all.findLastIndex(({ top }) => top <= from),
  );
  const rows = all.slice(first).filter(({ top }) => top <= to);
  const start = (added.rows[0]?.top ?? 0) < (old.rows[0]?.top ?? 0) ? added.before : old.before;
  return { ...added, rows, before: statesAfter(start, all.slice(0, first)) };
}

/** The states of both ends behind some rows. */
export function statesAfter(before: Ends, rows: readonly PlacedRow[]): Ends {
  const changes = rows.flatMap(({ row }) => (row.kind === "segment" ? row.states : []));
  const last = (end: keyof Ends) => changes.findLast((change) => change[end])?.[end] ?? before[end];
  return { client: last("client"), server: last("server") };
}
