import { duplicateSackOf } from "../../connections/duplicateSack";
import type { Life } from "../../connections/life";
import type { Mark } from "../../connections/marks";
import type { Connection, SegmentPlace } from "../../connections/tracker";
import { otherEnd } from "../../connections/wireSegment";
import type { Segment } from "../../decode/packet";
import { explainClosing, explainOpening } from "../../explain/explainConnection";
import { flagNames, type TcpFlagName } from "../../protocols/tcp";
import type { TcpState } from "../../protocols/tcpStates";
import { formatEndpoint } from "../../text/address";
import { say, sayAll, type Words } from "../../text/words";
import { foldRuns } from "./fold";
import { type Notation, segmentLabel } from "./notation";

/** One connection drawn out: what each picture of it shows, whatever it is drawn with. */
export interface Flow {
  readonly stream: number;
  readonly client: string;
  readonly server: string;
  /** Before the first segment. */
  readonly initial: StatesShown;
  readonly rows: readonly FlowRow[];
  /** The brackets: which rows belong together, and why. */
  readonly parts: readonly FlowPart[];
  /** Some of the states cannot be known. */
  readonly hasAssumed: boolean;
}

export interface ShownState {
  readonly state: TcpState;
  /** The capture cannot know it. */
  readonly assumed: boolean;
}

/** Of an end that did not change there is nothing. */
export interface StatesShown {
  readonly client?: ShownState;
  readonly server?: ShownState;
}

export interface FlowPart {
  readonly kind: "opening" | "data" | "closing";
  /** Indexes of its first and last row; a part without rows of its own stands behind the last. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

export type FlowRow = FlowArrow | FlowRun | FlowSilence;

export interface FlowArrow {
  readonly kind: "segment";
  readonly frame: number;
  /** Seconds since the connection's first segment. */
  readonly time: number;
  readonly fromClient: boolean;
  readonly flags: readonly TcpFlagName[];
  readonly length: number;
  readonly label: string;
  readonly marks: readonly Mark[];
  /** What is remarkable about it, in words. */
  readonly remarks: readonly string[];
  /** One after another: crossing segments may change an end twice. */
  readonly states: readonly StatesShown[];
}

/** Many alike: data from one side, all of one length, and the pure acknowledgments between them. */
export interface FlowRun {
  readonly kind: "run";
  readonly frame: number;
  readonly lastFrame: number;
  readonly time: number;
  /** Of its last segment. */
  readonly lastTime: number;
  readonly fromClient: boolean;
  readonly count: number;
  readonly acknowledgments: number;
  readonly bytes: number;
  readonly label: string;
}

/** Nothing happened for long. */
export interface FlowSilence {
  readonly kind: "silence";
  readonly seconds: number;
}

/** A segment on its way into a flow. */
export interface FlowSegment {
  readonly frame: number;
  readonly segment: Segment;
  readonly place: SegmentPlace;
}

export interface FlowOptions {
  readonly notation: Notation;
  readonly words: Words;
  /** Draws many alike segments as one row. */
  readonly folds: boolean;
}

/** A pause of this many seconds is marked. */
const longSilence = 0.5;

export function flowOf(
  stream: number,
  connection: Connection,
  life: Life,
  segments: readonly FlowSegment[],
  { notation, words, folds }: FlowOptions,
): Flow {
  const { client } = life;
  const name = (end: 0 | 1) => formatEndpoint(connection.endpoints[end].address, connection.endpoints[end].port);
  const states = statesByFrame(life);
  const arrows = segments.map((each) => arrowOf(each, client, states.get(each.frame) ?? [], notation, words));
  const rows = withSilences(folds ? foldRuns(arrows, words) : arrows);
  const [a, b] = life.states.initial.states.map((state, end) => ({ state, assumed: life.states.initial.assumed[end] }));
  const initial = client === 0 ? { client: a, server: b } : { client: b, server: a };
  return {
    stream,
    client: name(client),
    server: name(otherEnd(client)),
    initial,
    rows,
    parts: partsOf(life, rows, arrows, words),
    hasAssumed: [initial, ...arrows.flatMap((arrow) => arrow.states)].some(
      (each) => each.client?.assumed || each.server?.assumed,
    ),
  };
}

/** What changes with each frame, in order. */
function statesByFrame({ client, states }: Life): ReadonlyMap<number, readonly StatesShown[]> {
  const found = new Map<number, StatesShown[]>();
  for (const { frame, states: both, assumed, steps } of states.changes) {
    const shown = (end: 0 | 1) => (steps[end].length > 0 ? { state: both[end], assumed: assumed[end] } : undefined);
    const [mine, theirs] = [shown(client), shown(otherEnd(client))];
    if (!mine && !theirs) continue;
    const list = found.get(frame) ?? [];
    list.push({ ...(mine && { client: mine }), ...(theirs && { server: theirs }) });
    found.set(frame, list);
  }
  return found;
}

function arrowOf(
  { frame, segment, place }: FlowSegment,
  client: 0 | 1,
  states: readonly StatesShown[],
  notation: Notation,
  words: Words,
): FlowArrow {
  const marks = [...(place.analysis?.marks ?? [])].filter((mark, _, all) => !(mark === "retransmission" && isSpecial(all)));
  const duplicate = duplicateSackOf(place.ack, place.sack);
  return {
    kind: "segment",
    frame,
    // where the file tells no time the segments stand side by side
    time: (place.sinceFirst || 0) / 1e9,
    fromClient: place.direction === client,
    flags: flagNames(segment.flags ?? 0),
    length: segment.length ?? 0,
    label: segmentLabel(segment, place, notation),
    marks,
    remarks: [
      ...marks.map((mark) => say(words, `markName.${mark}`, {})),
      ...(duplicate ? [say(words, "markName.duplicate-sack", { left: duplicate[0], right: duplicate[1] })] : []),
    ],
    states,
  };
}

/** A retransmission that has a better name. */
const isSpecial = (marks: readonly Mark[]) => marks.includes("fast_retransmission") || marks.includes("spurious_retransmission");

function withSilences(rows: readonly (FlowArrow | FlowRun)[]): FlowRow[] {
  return rows.flatMap((row, index) => {
    const before = rows.at(index - 1);
    const seconds = index === 0 || !before ? 0 : row.time - (before.kind === "run" ? before.lastTime : before.time);
    return seconds >= longSilence ? [{ kind: "silence", seconds } as const, row] : [row];
  });
}

function partsOf(life: Life, rows: readonly FlowRow[], arrows: readonly FlowArrow[], words: Words): FlowPart[] {
  const { opening, closing, client } = life;
  const frameOf = (row: FlowRow) => (row.kind === "silence" ? undefined : row.frame);
  const lastRowUpTo = (frame: number) => rows.findLastIndex((row) => (frameOf(row) ?? Number.POSITIVE_INFINITY) <= frame);
  const firstRowFrom = (frame: number) => rows.findIndex((row) => (frameOf(row) ?? 0) >= frame);
  const openingEnd =
    opening.id === "mid-capture" ? -1 : lastRowUpTo(opening.last ?? opening.synAck ?? opening.syn ?? opening.first);
  const closingFrame = Math.min(
    ...[closing.first?.fin, closing.reset?.frame].filter((frame) => frame !== undefined),
    Number.POSITIVE_INFINITY,
  );
  const closingStart = Math.max(
    closingFrame === Number.POSITIVE_INFINITY ? rows.length : firstRowFrom(closingFrame),
    openingEnd + 1,
  );
  const openingText = sayAll(words, explainOpening(opening, client));
  const closingText = sayAll(words, explainClosing(closing, client, opening));
  const parts: FlowPart[] = [{ kind: "opening", first: 0, last: openingEnd, text: openingText }];
  const between = rows.slice(openingEnd + 1, closingStart);
  if (between.some(({ kind }) => kind !== "silence"))
    parts.push({ kind: "data", first: openingEnd + 1, last: closingStart - 1, text: dataText(arrows, words) });
  parts.push({ kind: "closing", first: closingStart, last: rows.length - 1, text: closingText });
  return parts;
}

function dataText(arrows: readonly FlowArrow[], words: Words): string {
  const sent = (byClient: boolean) => arrows.reduce((sum, arrow) => sum + (arrow.fromClient === byClient ? arrow.length : 0), 0);
  return say(words, "flow.data", { client: sent(true), server: sent(false) });
}
