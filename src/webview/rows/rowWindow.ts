/** Rows that are kept beyond the visible ones. */
const margin = 120;
/** Once fewer of them are left, the next ones are asked for: so slow scrolling shows no gaps, and most steps of it ask for nothing. */
const reserve = 40;

export type AskRows<Row> = (first: number, count: number) => Promise<readonly Row[]>;

/** Places of the list, from `from` up to but not including `to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const nowhere: Span = { from: 0, to: 0 };

/**
 * The rows around those on screen. Only one question is on its way at a time: if a person scrolls on meanwhile, the next one asks for the
 * rows where they are then, not for those of every place between.
 */
export class RowWindow<Row> {
  private rows: readonly Row[] = [];
  /** The span that has been answered; the list may have ended before its end. */
  private known = nowhere;
  private seen = nowhere;
  private count = 0;
  private isAsking = false;
  private isStale = true;
  /** Counts calls of `forget`: answers to earlier questions are not wanted any more. */
  private turn = 0;

  constructor(
    private readonly ask: AskRows<Row>,
    private readonly onRows: (rows: readonly Row[]) => void,
  ) {}

  at(place: number): Row | undefined {
    return this.rows[place - this.known.from];
  }

  /** All rows are different now. Those that are loaded are shown until the new ones come. */
  forget(): void {
    this.turn += 1;
    this.isAsking = false;
    this.isStale = true;
  }

  /** Says which rows are on screen, and how many the list has. */
  want(from: number, to: number, count: number): void {
    this.seen = { from, to };
    // rows that did not exist when they were asked for may exist now
    if (count > this.count) this.known = { from: this.known.from, to: this.known.from + this.rows.length };
    this.count = count;
    if (count === 0) this.clear();
    if (!this.isAsking && to > from && !this.isAmple) void this.load();
  }

  /** An empty list shows nothing that the next one could show until its own rows come. */
  private clear(): void {
    this.rows = [];
    this.known = nowhere;
  }

  private get isAmple(): boolean {
    const { from, to } = this.within(reserve);
    return !this.isStale && from >= this.known.from && to <= this.known.to;
  }

  /** The rows on screen, with so many before and after them. */
  private within(beyond: number): Span {
    return { from: Math.max(0, this.seen.from - beyond), to: Math.min(this.count, this.seen.to + beyond) };
  }

  /** What is wanted, with more rows on the side where few are left. */
  private widened(): Span {
    const [few, many] = [this.within(reserve), this.within(margin)];
    return {
      from: few.from >= this.known.from ? Math.max(many.from, this.known.from) : many.from,
      to: few.to <= this.known.to ? Math.min(many.to, this.known.to) : many.to,
    };
  }

  private async load(): Promise<void> {
    this.isAsking = true;
    const { turn } = this;
    const isNear = !this.isStale && this.seen.from < this.known.to && this.seen.to > this.known.from;
    // after a jump another may follow: first only what is visible
    const wanted = isNear ? this.widened() : this.within(reserve);
    const missing = isNear ? lacking(wanted, this.known) : wanted;
    const answer = await this.ask(missing.from, missing.to - missing.from).catch(() => undefined);
    if (turn !== this.turn) return;
    this.isAsking = false;
    // if the question failed, the next look at the list asks again
    if (!answer) return;
    const isWhole = answer.length === missing.to - missing.from;
    this.rows = isWhole ? this.joined(wanted, missing, answer) : answer;
    this.known = isWhole ? wanted : missing;
    this.isStale = false;
    this.onRows(answer);
    this.want(this.seen.from, this.seen.to, this.count);
  }

  /** Rows that stay are the same objects, so that their drawings stay too. */
  private joined(wanted: Span, missing: Span, answer: readonly Row[]): readonly Row[] {
    const kept = (from: number, to: number) =>
      this.rows.slice(Math.max(0, from - this.known.from), Math.max(0, to - this.known.from));
    return [...kept(wanted.from, missing.from), ...answer, ...kept(missing.to, wanted.to)];
  }
}

/** The part of what is wanted that is not known; all of it, unless what is known covers its beginning or its end. */
function lacking(wanted: Span, known: Span): Span {
  if (known.from <= wanted.from && known.to > wanted.from) return { from: Math.min(known.to, wanted.to), to: wanted.to };
  if (known.to >= wanted.to && known.from < wanted.to) return { from: wanted.from, to: Math.max(known.from, wanted.from) };
  return wanted;
}
