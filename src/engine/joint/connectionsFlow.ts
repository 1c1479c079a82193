import type { Life } from "../../connections/life";
import type { Connection } from "../../connections/tracker";
import type { Words } from "../../text/words";
import type { FlowRun, StatesShown } from "../../view/flow/flow";
import { hasAssumed } from "../../view/flow/flowEnds";
import { arrowOf, type RowWriting, runOf, silenceOf, statesByFrame } from "../../view/flow/flowRows";
import { type FlowSegments, FlowShape, lastWhere, RowKind } from "../../view/flow/flowShape";
import type { FlowPlace, FlowView } from "../../view/flow/flowWindow";
import { storyOf, toldOf } from "../../view/flow/joint/connectionStory";
import type {
  JointFlow,
  JointRow,
  JointSummary,
  JointWindow,
  OfConnection,
  PlacedJointRow,
} from "../../view/flow/joint/jointFlow";
import { type Lifelines, lifelinesOf } from "../../view/flow/joint/lifelines";
import { pathTime } from "../../view/flow/pathTime";
import { mostConnections } from "../../view/onScreen/flowScope";
import type { CapturedPackets } from "../capturedPackets";
import { flowSegmentAt } from "../flowSegmentAt";
import { flowSegments, type JointSegments, jointSegments } from "./jointSegments";

/** The largest window that is answered, in rows: more than a screen shows. */
const mostRows = 500;
/** So many connections at most have their story told below a drawing. */
const mostStories = 60;

/** Several connections as one flow. Their segments are gone through once; after that a window costs only what it shows. */
export class ConnectionsFlow {
  readonly summary: JointSummary;
  private readonly connections: readonly Connection[];
  private readonly streams: readonly number[];
  private readonly joint: JointSegments;
  private readonly segments: FlowSegments;
  private readonly lines: Lifelines;
  private readonly states = new Map<number, readonly StatesShown[]>();
  private readonly told = new Map<number, string[]>();
  private shaped: { readonly key: string; readonly shape: FlowShape } | undefined;
  /** Runs by their first segments, so that a long one is not counted for every window. */
  private readonly runs = new Map<string, FlowRun>();

  /** `all` are numbers of connections, rising: the first of them are drawn. */
  constructor(
    private readonly packets: CapturedPackets,
    all: readonly number[],
    private readonly words: Words,
  ) {
    this.streams = all.slice(0, mostConnections);
    this.connections = this.streams.map((stream) => packets.tracker.connection(stream));
    this.joint = jointSegments(packets, this.streams);
    const { lives } = this.joint;
    this.lines = lifelinesOf(lives.map(({ client }, place) => ({ endpoints: this.connections[place].endpoints, client })));
    for (const [place, life] of lives.entries()) this.note(life, this.connections[place].lastPacket + 1);
    this.segments = flowSegments(packets, this.joint, (frame) => this.states.has(frame) || this.told.has(frame));
    this.summary = {
      connections: this.streams.length,
      beyond: all.length - this.streams.length,
      segments: this.segments.count,
      lifelines: this.lines.lifelines,
    };
  }

  async window(view: FlowView, from: number, to: number): Promise<JointWindow> {
    const shape = this.shape(view);
    if (shape.count === 0) return { height: 0, rows: [] };
    const first = shape.rowAt(from);
    const last = Math.min(shape.rowAt(to), first + mostRows - 1);
    const rows = await Promise.all(
      Array.from({ length: last - first + 1 }, async (_, i): Promise<PlacedJointRow> => {
        return { top: shape.top(first + i), row: await this.row(shape, first + i, view) };
      }),
    );
    return { height: shape.height, rows };
  }

  /** Where a packet stands; one of another connection has the place of the last one before it. */
  place(view: FlowView, frame: number): FlowPlace {
    const shape = this.shape(view);
    if (shape.count === 0) return { top: 0 };
    const segment = this.segmentUpTo(frame);
    const row = shape.rowOf(Math.max(0, segment));
    const isHere = segment >= 0 && this.segments.frame(segment) === frame;
    const isRow = (at: number) => shape.kind(at) === RowKind.segment || shape.kind(at) === RowKind.run;
    const previous = isHere || segment < 0 ? this.rowBeside(shape, row - 1, -1, isRow) : row;
    const next = this.rowBeside(shape, isHere || segment >= 0 ? row + 1 : row, 1, isRow);
    return {
      top: shape.top(row),
      ...(isHere && shape.kind(row) === RowKind.run && { run: this.segments.frame(shape.first(row)) }),
      ...(previous !== undefined && { previous: this.segments.frame(shape.first(previous)) }),
      ...(next !== undefined && { next: this.segments.frame(shape.first(next)) }),
    };
  }

  /** The whole flow, up to so many rows, to be written elsewhere: there a run whose segments are drawn needs no row with its name. */
  async whole(view: FlowView, most: number): Promise<JointFlow> {
    const shape = this.shape(view);
    const end = Math.min(shape.count, most);
    const drawn = Array.from({ length: end }, (_, row) => row).filter((row) => shape.kind(row) !== RowKind.openRun);
    const rows: JointRow[] = [];
    for (let at = 0; at < drawn.length; at += mostRows)
      rows.push(...(await Promise.all(drawn.slice(at, at + mostRows).map((row) => this.row(shape, row, view)))));
    const { lives } = this.joint;
    return {
      ...this.summary,
      rows,
      stories: this.streams
        .slice(0, mostStories)
        .map((stream, place) => storyOf(stream, this.connections[place], lives[place], this.words)),
      hasAssumed: lives.some(hasAssumed),
      ...(view.time === "proportional" && { tops: drawn.map((row) => shape.top(row)) }),
      ...(end < shape.count && { left: shape.count - end }),
    };
  }

  private note(life: Life, last: number): void {
    for (const [frame, states] of statesByFrame(life)) this.states.set(frame, states);
    for (const { frame, text } of toldOf(life, last, this.words)) this.told.set(frame, [...(this.told.get(frame) ?? []), text]);
  }

  /** The last segment in a frame or before it; -1 where there is none. */
  private segmentUpTo(frame: number): number {
    const { segments } = this;
    if (segments.count > 0 && segments.frame(0) > frame) return -1;
    return Math.max(
      0,
      lastWhere(segments.count, (i) => segments.frame(i) <= frame),
    );
  }

  private rowBeside(shape: FlowShape, from: number, step: 1 | -1, isRow: (row: number) => boolean): number | undefined {
    let at = from;
    while (at >= 0 && at < shape.count && !isRow(at)) at += step;
    return at >= 0 && at < shape.count ? at : undefined;
  }

  private async row(shape: FlowShape, row: number, { notation, numbers }: FlowView): Promise<JointRow> {
    const kind = shape.kind(row);
    if (kind === RowKind.silence) return silenceOf(shape, row);
    const i = shape.first(row);
    const place = this.joint.places[i];
    const writing: RowWriting = { client: this.joint.lives[place].client, notation, numbers, words: this.words };
    if (kind !== RowKind.segment) return { ...this.run(shape, row, writing), ...this.ofConnection(i) };
    const index = this.joint.packets[i];
    const read = await flowSegmentAt(this.packets, index);
    const arrow = arrowOf(read, this.segments.seconds(i), this.states.get(read.frame) ?? [], writing);
    return { ...arrow, ...this.ofConnection(i) };
  }

  private ofConnection(i: number): OfConnection {
    const place = this.joint.places[i];
    const from = this.segments.from(i);
    const { endpoints } = this.connections[place];
    const ends = this.lines.ends[place];
    return {
      stream: this.streams[place],
      place,
      from: ends[from],
      to: ends[1 - from],
      ports: [endpoints[from].port, endpoints[1 - from].port],
      told: this.told.get(this.segments.frame(i)) ?? [],
    };
  }

  private run(shape: FlowShape, row: number, writing: RowWriting): FlowRun {
    const key = `${shape.first(row)} ${shape.kind(row)}`;
    const run = this.runs.get(key) ?? runOf(this.segments, shape, row, writing);
    this.runs.set(key, run);
    return run;
  }

  private shape({ folds, unfolded, time }: FlowView): FlowShape {
    const key = JSON.stringify([folds, unfolded, time]);
    if (this.shaped?.key !== key) {
      const scale = time === "even" ? "even" : { span: this.timeScale() };
      this.shaped = { key, shape: new FlowShape(this.segments, { folds, unfolded: new Set(unfolded), scale }) };
    }
    return this.shaped.shape;
  }

  /** How many seconds are as high as two steps: the shortest round trip of a handshake, else the mean time between two segments. */
  private timeScale(): number {
    const { columns } = this.packets;
    const roundTrips = this.joint.lives.flatMap(({ opening }, place) => {
      const connection = this.connections[place];
      const { oneWay } = pathTime(connection, opening, (frame) => columns.spanBetween(connection.firstPacket, frame - 1) / 1e9);
      return oneWay ? [2 * oneWay] : [];
    });
    if (roundTrips.length > 0) return roundTrips.reduce((least, each) => Math.min(least, each));
    const { count, seconds } = this.segments;
    const span = count > 1 ? seconds(count - 1) : 0;
    return span > 0 ? span / (count - 1) : 1;
  }
}
