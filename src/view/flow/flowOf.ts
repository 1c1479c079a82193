import type { Life } from "../../connections/life";
import type { Connection } from "../../connections/tracker";
import { otherEnd } from "../../connections/wireSegment";
import { formatEndpoint } from "../../text/address";
import type { Words } from "../../text/words";
import type { Flow, FlowRow } from "./flow";
import { partsOf } from "./flowParts";
import { arrowOf, type FlowSegment, initialStates, runOf, silenceOf, statesByFrame } from "./flowRows";
import { type FlowSegments, FlowShape, RowKind } from "./flowShape";
import type { Notation, Numbers } from "./notation";
import { pathTime } from "./pathTime";

export interface FlowOptions {
  readonly notation: Notation;
  readonly numbers?: Numbers;
  readonly words: Words;
  /** Draws many alike segments as one row. */
  readonly folds: boolean;
}

/** A whole connection drawn out, to be printed. */
export function flowOf(
  stream: number,
  connection: Pick<Connection, "endpoints">,
  life: Life,
  segments: readonly (FlowSegment & { readonly seconds: number })[],
  { notation, numbers = "relative", words, folds }: FlowOptions,
): Flow {
  const writing = { client: life.client, notation, numbers, words };
  const states = statesByFrame(life);
  const arrows = segments.map((each) => arrowOf(each, each.seconds, states.get(each.frame) ?? [], writing));
  const sketch: FlowSegments = {
    count: segments.length,
    frame: (i) => segments[i].frame,
    from: (i) => segments[i].place.direction,
    flags: (i) => segments[i].segment.flags ?? 0,
    length: (i) => arrows[i].length,
    seconds: (i) => segments[i].seconds,
    isRemarkable: (i) => arrows[i].remarks.length + arrows[i].states.length > 0,
  };
  const shape = new FlowShape(sketch, { folds, unfolded: new Set(), scale: "even" });
  const rows = Array.from({ length: shape.count }, (_, row): FlowRow => {
    if (shape.kind(row) === RowKind.silence) return silenceOf(shape, row);
    return shape.kind(row) === RowKind.segment ? arrows[shape.first(row)] : runOf(sketch, shape, row, writing);
  });
  const initial = initialStates(life);
  return {
    stream,
    ...endNames(connection, life),
    initial,
    rows,
    parts: partsOf(life, sketch, shape, words),
    hasAssumed: hasAssumed(life),
    path: pathTime(connection, life.opening, (frame) => segments.find((each) => each.frame === frame)?.seconds ?? 0),
  };
}

export function endNames({ endpoints }: Pick<Connection, "endpoints">, { client }: Life): Pick<Flow, "client" | "server"> {
  const name = (end: 0 | 1) => formatEndpoint(endpoints[end].address, endpoints[end].port);
  return { client: name(client), server: name(otherEnd(client)) };
}

export const hasAssumed = (life: Life): boolean =>
  [initialStates(life), ...[...statesByFrame(life).values()].flat()].some((each) => each.client?.assumed || each.server?.assumed);
