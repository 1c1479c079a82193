import type { End } from "../../connections/wireSegment";
import { tcpFlag } from "../../protocols/tcp";

/** The segments of a connection, or of several, in order, as far as the shape of its flow depends on them. `i` counts from 0. */
export interface FlowSegments {
  readonly count: number;
  /** Number of its packet in the capture, counted from 1; grows. */
  frame(i: number): number;
  /** A number that tells its connection from others, where there are several. */
  connection(i: number): number;
  from(i: number): End;
  flags(i: number): number;
  /** Bytes of payload; 0 where their number is not known. */
  length(i: number): number;
  /** Since the connection's first segment; 0 where the file tells no time. */
  seconds(i: number): number;
  /** Whether there is more to say of it than its numbers: then it is never folded. */
  isRemarkable(i: number): boolean;
}

/** Whether rows follow in even steps or in proportion to time: then `span`, in seconds, is as high as two even steps. */
export type TimeScale = "even" | { readonly span: number };

export interface ShapeOptions {
  /** Draws many alike segments as one row. */
  readonly folds: boolean;
  /** First frames of the runs that are drawn out nevertheless, behind a row that names them. */
  readonly unfolded: ReadonlySet<number>;
  readonly scale: TimeScale;
}

export const RowKind = { segment: 0, run: 1, openRun: 2, silence: 3 } as const;

/** From so many segments of data on they make a run. */
const fewest = 4;
/** A pause of this many seconds is marked. */
const longSilence = 0.5;
/** In proportion to time no step is lower than this, so that labels stay apart; one that would be higher becomes a silence. */
const lowestStep = 0.7;
const highestStep = 6;

/**
 * Which rows a flow has and where each begins, counted in even steps from the top. A row takes a few numbers, so that those of a connection
 * of a million segments are all known, while only those on screen are ever written out.
 */
export class FlowShape {
  private kinds = new Uint8Array(16);
  private firsts = new Uint32Array(16);
  private lasts = new Uint32Array(16);
  private tops = new Float64Array(16);
  count = 0;
  /** The height of all rows, in even steps. */
  height = 0;

  constructor(
    private readonly segments: FlowSegments,
    private readonly options: ShapeOptions,
  ) {
    for (let at = 0; at < segments.count; ) at = this.addFrom(at);
  }

  kind(row: number): number {
    return this.kinds[row];
  }

  /** A row's first segment; for a silence, the one behind it. */
  first(row: number): number {
    return this.firsts[row];
  }

  /** A row's last segment. */
  last(row: number): number {
    return this.lasts[row];
  }

  top(row: number): number {
    return row < this.count ? this.tops[row] : this.height;
  }

  /** How many seconds a silence lasts. */
  silence(row: number): number {
    const behind = this.firsts[row];
    return this.segments.seconds(behind) - this.segments.seconds(behind - 1);
  }

  /** The row at a height. */
  rowAt(position: number): number {
    return Math.max(
      0,
      lastWhere(this.count, (row) => this.tops[row] <= position),
    );
  }

  /** The row that shows a segment: its own, or its run's. */
  rowOf(segment: number): number {
    return Math.max(
      0,
      lastWhere(this.count, (row) => this.firsts[row] <= segment),
    );
  }

  private addFrom(at: number): number {
    const { options, segments } = this;
    const end = options.folds ? runFrom(segments, at) : at;
    if (end === at) {
      this.add(RowKind.segment, at, at);
      return at + 1;
    }
    const isOpen = options.unfolded.has(segments.frame(at));
    this.add(isOpen ? RowKind.openRun : RowKind.run, at, end - 1);
    if (isOpen) for (let i = at; i < end; i += 1) this.add(RowKind.segment, i, i);
    return end;
  }

  private add(kind: number, first: number, last: number): void {
    const isBehindHeading = this.count > 0 && this.kinds[this.count - 1] === RowKind.openRun;
    const gap = first === 0 || isBehindHeading ? 0 : this.segments.seconds(first) - this.segments.seconds(first - 1);
    if (this.isSilence(gap)) this.put(RowKind.silence, first, first, 1);
    else if (this.options.scale !== "even" && this.count > 0 && !isBehindHeading)
      // the row above gets as high as the time until this one is long
      this.height += Math.max(lowestStep, this.stepsOf(gap)) - 1;
    this.put(kind, first, last, 1);
  }

  private isSilence(gap: number): boolean {
    return gap >= longSilence || (this.options.scale !== "even" && this.stepsOf(gap) > highestStep);
  }

  private stepsOf(seconds: number): number {
    const { scale } = this.options;
    return scale === "even" ? 1 : (2 * seconds) / scale.span;
  }

  private put(kind: number, first: number, last: number, step: number): void {
    const row = this.count;
    if (row === this.kinds.length) this.grow(row * 2);
    this.kinds[row] = kind;
    this.firsts[row] = first;
    this.lasts[row] = last;
    this.tops[row] = this.height;
    this.height += step;
    this.count = row + 1;
  }

  private grow(capacity: number): void {
    const [kinds, firsts, lasts, tops] = [this.kinds, this.firsts, this.lasts, this.tops];
    this.kinds = new Uint8Array(capacity);
    this.firsts = new Uint32Array(capacity);
    this.lasts = new Uint32Array(capacity);
    this.tops = new Float64Array(capacity);
    this.kinds.set(kinds);
    this.firsts.set(firsts);
    this.lasts.set(lasts);
    this.tops.set(tops);
  }
}

/** The last of `count` indexes for which something holds, which must hold for all before it too; -1 where it holds for none. */
export function lastWhere(count: number, holds: (index: number) => boolean): number {
  let low = -1;
  for (let high = count - 1; low < high; ) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

const plainFlags = tcpFlag.ACK | tcpFlag.PSH;

const isPlain = (segments: FlowSegments, i: number) => (segments.flags(i) & ~plainFlags) === 0 && !segments.isRemarkable(i);

/**
 * The index behind the run that begins with the data at `start`; `start` itself where none begins. A run is data of one length from one
 * side, with nothing remarkable, and the acknowledgments between; a segment of another connection ends it.
 */
function runFrom(segments: FlowSegments, start: number): number {
  const length = segments.length(start);
  const from = segments.from(start);
  const connection = segments.connection(start);
  if (length === 0) return start;
  let end = start;
  let data = 0;
  while (end < segments.count && segments.connection(end) === connection) {
    const isData = segments.from(end) === from;
    if (segments.length(end) !== (isData ? length : 0) || !isPlain(segments, end)) break;
    if (isData) data += 1;
    end += 1;
  }
  return data < fewest ? start : end;
}
