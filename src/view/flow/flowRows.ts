import { duplicateSackOf } from "../../connections/duplicateSack";
import type { Life } from "../../connections/life";
import type { Mark } from "../../connections/marks";
import { type End, otherEnd } from "../../connections/wireSegment";
import type { Segment } from "../../decode/packet";
import { flagNames } from "../../protocols/tcp";
import { say, type Words } from "../../text/words";
import type { NumberKind } from "../onScreen/editorState";
import type { ListedPlace } from "../tcpInfo";
import type { FlowArrow, FlowRun, FlowSilence, StatesShown } from "./flow";
import { type FlowSegments, type FlowShape, RowKind } from "./flowShape";
import { type Notation, segmentLabel } from "./notation";

/** A segment with all that its arrow needs: decoded, and with its place in the connection. */
export interface FlowSegment {
  readonly frame: number;
  readonly segment: Segment;
  readonly place: ListedPlace;
}

export interface RowWriting {
  readonly client: End;
  readonly notation: Notation;
  readonly numbers: NumberKind;
  readonly words: Words;
}

export type StatesByFrame = ReadonlyMap<number, readonly StatesShown[]>;

/** The states that change with each frame, in order. */
export function statesByFrame({ client, states }: Life): StatesByFrame {
  const found = new Map<number, StatesShown[]>();
  for (const { frame, states: both, assumed, steps } of states.changes) {
    const shown = (end: End) => (steps[end].length > 0 ? { state: both[end], assumed: assumed[end] } : undefined);
    const [mine, theirs] = [shown(client), shown(otherEnd(client))];
    if (!mine && !theirs) continue;
    const list = found.get(frame) ?? [];
    list.push({ ...(mine && { client: mine }), ...(theirs && { server: theirs }) });
    found.set(frame, list);
  }
  return found;
}

/** The states of both ends before the first segment. */
export function initialStates({ client, states: { initial } }: Life): Required<StatesShown> {
  const of = (end: End) => ({ state: initial.states[end], assumed: initial.assumed[end] });
  return { client: of(client), server: of(otherEnd(client)) };
}

export function arrowOf(
  { frame, segment, place }: FlowSegment,
  time: number,
  states: readonly StatesShown[],
  { client, notation, numbers, words }: RowWriting,
): FlowArrow {
  const marks = [...(place.analysis?.marks ?? [])]
    .filter((mark, _, all) => !(mark === "retransmission" && isSpecial(all)))
    .sort();
  const duplicate = duplicateSackOf(place.ack, place.sack);
  return {
    kind: "segment",
    frame,
    time,
    fromClient: place.direction === client,
    flags: flagNames(segment.flags ?? 0),
    length: segment.length ?? 0,
    label: segmentLabel(segment, place, notation, numbers),
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

export const silenceOf = (shape: FlowShape, row: number): FlowSilence => ({ kind: "silence", seconds: shape.silence(row) });

/** Many segments as one row. It takes longer the more segments it has, so it is kept for scrolling. */
export function runOf(segments: FlowSegments, shape: FlowShape, row: number, { client, words }: RowWriting): FlowRun {
  const [first, last] = [shape.first(row), shape.last(row)];
  const from = segments.from(first);
  const length = segments.length(first);
  const { count, acknowledgments, every } = rhythmOf(segments, first, last);
  return {
    kind: "run",
    frame: segments.frame(first),
    lastFrame: segments.frame(last),
    time: segments.seconds(first),
    lastTime: segments.seconds(last),
    fromClient: from === client,
    count,
    acknowledgments,
    bytes: count * length,
    label: say(words, labelOf(acknowledgments, every), { count, length, acknowledgments, every: every ?? 0 }),
    isOpen: shape.kind(row) === RowKind.openRun,
  };
}

/** How many segments of data and how many acknowledgments, and after how many of the former each of the latter came, if always the same. */
function rhythmOf(segments: FlowSegments, first: number, last: number) {
  const from = segments.from(first);
  let [count, acknowledgments, since] = [0, 0, 0];
  let every: number | undefined;
  let isEven = true;
  for (let i = first; i <= last; i += 1) {
    if (segments.from(i) === from) {
      count += 1;
      since += 1;
      continue;
    }
    acknowledgments += 1;
    every ??= since;
    if (since !== every) isEven = false;
    since = 0;
  }
  // the last segments of data may still wait for their acknowledgment
  return { count, acknowledgments, ...(isEven && every !== undefined && since < every && { every }) };
}

function labelOf(acknowledgments: number, every: number | undefined) {
  if (acknowledgments === 0) return "flow.run.none";
  if (every === undefined) return "flow.run";
  return every === 1 ? "flow.run.each" : every === 2 ? "flow.run.second" : "flow.run.every";
}
