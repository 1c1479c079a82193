/** Steps that are kept above and below the visible ones. */
const margin = 40;
/** Once fewer of them are left, more are asked for: so slow scrolling shows no gaps, and most steps of it ask for nothing. */
const reserve = 8;

/** Rows of a flow from one height to another, and how many even steps high the flow is. */
export interface SomeRows {
  readonly height: number;
  readonly rows: readonly { readonly top: number }[];
}

/** A range of heights, in even steps. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The rows of a flow around those on screen. Only one question is on its way at a time: if a person scrolls on meanwhile, the next one asks
 * for the rows where they are then. Rows that stay are the same objects, so that their drawings stay too.
 */
export class LadderWindow<Looked extends object, Rows extends SomeRows> {
  /** The loaded part of the flow that was shown last. */
  flow: Rows | undefined;
  private known: Span = { from: 0, to: 0 };
  private seen: Span = { from: 0, to: 0 };
  /** Tells the flow to which the loaded part belongs. */
  private key = "";
  private looked: Looked | undefined;
  private isStale = true;
  private loading: Promise<void> | undefined;
  private turn = 0;

  /** `join` makes one piece of two adjacent ones, as far as it is wanted. */
  constructor(
    private readonly ask: (looked: Looked, from: number, to: number) => Promise<Rows>,
    private readonly onFlow: () => void,
    private readonly join: (old: Rows, added: Rows, wanted: Span) => Rows,
  ) {}

  /** Says that the flow from one height to another is on screen. Resolves once that is loaded, or something else is shown. */
  async want(looked: Looked, from: number, to: number): Promise<void> {
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

  private turnTo(looked: Looked, key: string): void {
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
    // after a jump another may follow: first only what is visible
    const wanted = isNear ? this.widened() : this.within(reserve);
    const missing = isNear ? lacking(wanted, known) : wanted;
    try {
      const answer = await this.ask(this.looked!, missing.from, missing.to);
      if (turn !== this.turn) return;
      this.flow = isNear ? this.join(this.flow!, answer, wanted) : answer;
      this.known = wanted;
      this.isStale = false;
      this.onFlow();
    } finally {
      if (turn === this.turn) this.loading = undefined;
    }
  }

  /** What is wanted, with more on the side where little is left. */
  private widened(): Span {
    const [few, many] = [this.within(reserve), this.within(margin)];
    return {
      from: few.from >= this.known.from ? Math.max(many.from, this.known.from) : many.from,
      to: few.to <= this.known.to ? Math.min(many.to, this.known.to) : many.to,
    };
  }
}

/** The part of what is wanted that lies beyond one end of what is known, or all of it if it lies beyond both. */
function lacking(wanted: Span, known: Span): Span {
  if (wanted.from >= known.from) return { from: known.to, to: wanted.to };
  return { from: wanted.from, to: wanted.to <= known.to ? known.from : wanted.to };
}

/** The rows of two pieces of a flow as far as they are wanted, and the rows above them that no longer are. */
export function joinedRows<Row extends { readonly top: number }>(
  old: readonly Row[],
  added: readonly Row[],
  { from, to }: Span,
): { readonly above: readonly Row[]; readonly rows: readonly Row[] } {
  const byTop = new Map([...added, ...old].map((placed) => [placed.top, placed]));
  const all = [...byTop.values()].sort((a, b) => a.top - b.top);
  // a row that begins above what is wanted reaches into it
  const first = Math.max(
    0,
    all.findLastIndex(({ top }) => top <= from),
  );
  return { above: all.slice(0, first), rows: all.slice(first).filter(({ top }) => top <= to) };
}
