import { sequence } from "../bytes/sequence";
import { ConnectionLife, type Life } from "../connections/life";
import { unknownShift } from "../connections/side";
import type { Connection } from "../connections/tracker";
import { type End, otherEnd, type WireSegment } from "../connections/wireSegment";
import type { Words } from "../text/words";
import type { Flow, FlowRow, FlowRun, StatesShown } from "../view/flow/flow";
import { endNames, hasAssumed } from "../view/flow/flowEnds";
import { partsOf } from "../view/flow/flowParts";
import {
  arrowOf,
  type FlowSegment,
  initialStates,
  type RowWriting,
  runOf,
  type StatesByFrame,
  silenceOf,
  statesByFrame,
} from "../view/flow/flowRows";
import { FlowShape, lastWhere, RowKind } from "../view/flow/flowShape";
import type { FlowPlace, FlowView, FlowWindow, PlacedPart, PlacedRow } from "../view/flow/flowWindow";
import { marksTold } from "../view/flow/marksTold";
import { type PathTime, pathTime } from "../view/flow/pathTime";
import { aheadOf, type SendWindow, sendSpace } from "../view/flow/sendWindow";
import { type NumberedSegments, SentSoFar } from "../view/flow/sentSoFar";
import { type StatePath, statePath } from "../view/flow/statePath";
import { type FlowSum, Sums } from "../view/flow/sum";
import type { NumberKind } from "../view/onScreen/editorState";
import { Wires } from "./wires";

/** What a connection's flow is made from. Packets are known by their indexes. */
export interface ConnectionSource {
  readonly connection: Pick<Connection, "endpoints" | "client">;
  /** Indexes of its packets, in order. */
  readonly packets: ArrayLike<number>;
  /** A segment as far as the columns know it, without reading the file. Its numbers may be relative: only differences between them count. */
  wire(index: number): WireSegment;
  /** Since the connection's first packet; 0 where the file tells no time. */
  seconds(index: number): number;
  /** Reads and decodes a packet. */
  read(index: number): Promise<FlowSegment>;
}

/** The largest window that is answered, in rows: more than a screen shows. */
const mostRows = 500;
/** How far an arrow falls where steps are even, in steps. */
const evenFall = 0.36;

/**
 * One connection as a flow. Its segments are gone through once, in columns; after that a window costs only what it shows, however long
 * the connection is.
 */
export class ConnectionFlow {
  readonly life: Life;
  readonly segments: NumberedSegments;
  readonly path: PathTime;
  private readonly states: StatesByFrame;
  private shaped: { readonly key: string; readonly shape: FlowShape; readonly parts: readonly PlacedPart[] } | undefined;
  private known: { readonly sent: SentSoFar; readonly sums: Sums } | undefined;
  /** Labels of runs by their first segments, so that a long one is not counted for every window. */
  private readonly runs = new Map<string, FlowRun>();

  constructor(
    private readonly stream: number,
    private readonly source: ConnectionSource,
    private readonly words: Words,
  ) {
    const { connection, packets } = source;
    const wires = new Wires(source);
    const life = new ConnectionLife();
    for (let i = 0; i < packets.length; i += 1) life.add(wires.add(i));
    this.life = life.result(connection.client)!;
    this.states = statesByFrame(this.life);
    this.segments = wires.segments((frame) => this.states.has(frame));
    this.path = pathTime(connection, this.life.opening, (frame) => this.segments.seconds(this.segmentOf(frame)));
  }

  /** The segment in a frame, or the last one before it. */
  segmentOf(frame: number): number {
    const { segments } = this;
    return Math.max(
      0,
      lastWhere(segments.count, (i) => segments.frame(i) <= frame),
    );
  }

  async window(view: FlowView, from: number, to: number): Promise<FlowWindow> {
    const { shape, parts } = this.shape(view);
    const first = shape.rowAt(from);
    const last = Math.min(shape.rowAt(to), first + mostRows - 1);
    const writing = this.writing(view);
    const rows = await Promise.all(
      Array.from({ length: last - first + 1 }, async (_, i): Promise<PlacedRow> => {
        return { top: shape.top(first + i), row: await this.row(shape, first + i, writing) };
      }),
    );
    return {
      stream: this.stream,
      ...endNames(this.source.connection, this.life),
      hasAssumed: hasAssumed(this.life),
      segments: this.segments.count,
      height: shape.height,
      parts,
      path: this.path,
      fall: this.fall(view),
      before: this.statesBefore(this.segments.frame(shape.first(first))),
      rows,
    };
  }

  /** The whole flow, up to so many rows, to be written elsewhere: there a run whose segments are drawn needs no row with its name. */
  async whole(view: FlowView, most: number): Promise<Flow> {
    const { shape } = this.shape(view);
    const end = Math.min(shape.count, most);
    const drawn = Array.from({ length: end }, (_, row) => row).filter((row) => shape.kind(row) !== RowKind.openRun);
    const rows: FlowRow[] = [];
    for (let at = 0; at < drawn.length; at += mostRows) {
      const some = drawn.slice(at, at + mostRows).map((row) => this.row(shape, row, this.writing(view)));
      rows.push(...(await Promise.all(some)));
    }
    const place = (row: number) => lastWhere(drawn.length, (i) => drawn[i] < row) + 1;
    const parts = partsOf(this.life, this.segments, shape, this.words);
    return {
      stream: this.stream,
      ...endNames(this.source.connection, this.life),
      initial: initialStates(this.life),
      rows,
      parts: parts.map((part) => ({ ...part, first: place(part.first), last: place(part.last + 1) - 1 })),
      hasAssumed: hasAssumed(this.life),
      path: this.path,
      ...(view.time === "proportional" && { scale: { tops: drawn.map((row) => shape.top(row)), fall: this.fall(view) } }),
      ...(end < shape.count && { left: shape.count - end }),
    };
  }

  /** How far arrows fall: in proportion to time a round trip is two steps high, so one way is one step. */
  private fall({ time }: FlowView): number {
    return time === "proportional" && this.path.oneWay !== undefined ? 1 : evenFall;
  }

  place(view: FlowView, frame: number): FlowPlace {
    const { shape } = this.shape(view);
    const row = shape.rowOf(this.segmentOf(frame));
    const kind = shape.kind(row);
    const [previous, next] = [this.rowBeside(shape, row, -1), this.rowBeside(shape, row, 1)];
    return {
      top: shape.top(row),
      ...(kind === RowKind.run && { run: this.segments.frame(shape.first(row)) }),
      ...(previous !== undefined && { previous }),
      ...(next !== undefined && { next }),
    };
  }

  statePath(): StatePath {
    return statePath(this.life);
  }

  /** What is remarkable about a packet of this connection, and its arithmetic. */
  async sum(numbers: NumberKind, frame: number): Promise<FlowSum> {
    const { segments, soFar } = this;
    const i = this.segmentOf(frame);
    const { place } = await this.source.read(this.source.packets[i]);
    const first = soFar.sent.firstSent(i);
    const sentFirst =
      first === undefined ? undefined : { frame: segments.frame(first), seconds: segments.seconds(i) - segments.seconds(first) };
    return {
      frame: segments.frame(i),
      marks: marksTold(place.analysis, sentFirst, this.words),
      lines: soFar.sums.of(i, await this.writer(numbers, i)),
    };
  }

  /** What each end may send when a packet has gone by, as far as that is known. */
  async sendWindows(numbers: NumberKind, frame: number): Promise<readonly SendWindow[]> {
    const { segments, source, soFar } = this;
    const i = this.segmentOf(frame);
    const written = await this.writer(numbers, i);
    const { client } = this.life;
    const found = [client, otherEnd(client)].map(async (sender): Promise<SendWindow | undefined> => {
      const space = sendSpace(segments, soFar.sent, i, sender);
      if (!space) return undefined;
      const { place } = await source.read(source.packets[space.toldBy]);
      return {
        sender: sender === client ? "client" : "server",
        toldBy: segments.frame(space.toldBy),
        window: space.window,
        widest: space.widest,
        isScaled: place.windowFactor !== unknownShift,
        acked: written(space.acked, sender),
        next: written(space.next, sender),
        edge: written(space.edge, sender),
        inFlight: space.inFlight,
        ...aheadOf(space),
      };
    });
    return (await Promise.all(found)).filter((window) => window !== undefined);
  }

  /** What each end had sent when each segment came. */
  get sent(): SentSoFar {
    return this.soFar.sent;
  }

  private get soFar() {
    if (!this.known) {
      const sent = new SentSoFar(this.segments);
      this.known = { sent, sums: new Sums(this.segments, sent, this.life.client, this.words) };
    }
    return this.known;
  }

  /** Writes a sequence number of an end: a relative one as it is, a raw one by adding the end's first number. */
  private async writer(numbers: NumberKind, i: number): Promise<(number: number, end: End) => number> {
    if (numbers === "relative") return (number) => number;
    const { segment, place } = await this.source.read(this.source.packets[i]);
    const from = this.segments.from(i);
    const own = sequence.add(segment.seq ?? 0, -place.seq);
    const others = sequence.add(segment.ack ?? 0, -place.ack);
    return (number, end) => sequence.add(number, end === from ? own : others);
  }

  /** The first frame of the next row, in a direction, that is neither a silence nor a heading. */
  private rowBeside(shape: FlowShape, row: number, step: 1 | -1): number | undefined {
    const isDrawn = (at: number) => shape.kind(at) === RowKind.segment || shape.kind(at) === RowKind.run;
    let at = row + step;
    while (at >= 0 && at < shape.count && !isDrawn(at)) at += step;
    return at >= 0 && at < shape.count ? this.segments.frame(shape.first(at)) : undefined;
  }

  private writing({ notation, numbers }: FlowView): RowWriting {
    return { client: this.life.client, notation, numbers, words: this.words };
  }

  private async row(shape: FlowShape, row: number, writing: RowWriting): Promise<FlowRow> {
    const kind = shape.kind(row);
    if (kind === RowKind.silence) return silenceOf(shape, row);
    if (kind !== RowKind.segment) return this.run(shape, row, writing);
    const i = shape.first(row);
    const read = await this.source.read(this.source.packets[i]);
    return arrowOf(read, this.segments.seconds(i), this.states.get(read.frame) ?? [], writing);
  }

  private run(shape: FlowShape, row: number, writing: RowWriting): FlowRun {
    const key = `${shape.first(row)} ${shape.kind(row)}`;
    const run = this.runs.get(key) ?? runOf(this.segments, shape, row, writing);
    this.runs.set(key, run);
    return run;
  }

  private shape(view: FlowView): { readonly shape: FlowShape; readonly parts: readonly PlacedPart[] } {
    const { folds, unfolded, time } = view;
    const key = JSON.stringify([folds, unfolded, time]);
    if (this.shaped?.key !== key) {
      const scale = time === "even" ? "even" : { span: this.path.oneWay ? 2 * this.path.oneWay : this.meanGap() };
      const shape = new FlowShape(this.segments, { folds, unfolded: new Set(unfolded), scale });
      const parts = partsOf(this.life, this.segments, shape, this.words).map(({ kind, text, first, last }) => ({
        kind,
        text,
        top: shape.top(first),
        bottom: Math.max(shape.top(first), shape.top(last + 1)),
      }));
      this.shaped = { key, shape, parts };
    }
    return this.shaped;
  }

  /** The mean time between two segments, which is the measure for time where no round trip is known. */
  private meanGap(): number {
    const { count, seconds } = this.segments;
    const span = seconds(count - 1);
    return span > 0 ? span / (count - 1) : 1;
  }

  private statesBefore(frame: number): Required<StatesShown> {
    const { client, states } = this.life;
    const change = states.changes.findLast((each) => each.frame < frame);
    if (!change) return initialStates(this.life);
    const of = (end: End) => ({ state: change.states[end], assumed: change.assumed[end] });
    return { client: of(client), server: of(otherEnd(client)) };
  }
}
