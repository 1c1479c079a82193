import { sequence } from "../../bytes/sequence";
import type { Life } from "../../connections/life";
import { explainClosing, explainOpening } from "../../explain/explainConnection";
import { formatCount } from "../../text/value";
import { say, sayAll, type Words } from "../../text/words";
import type { FlowPart } from "./flow";
import { type FlowShape, lastWhere, RowKind } from "./flowShape";
import { endOfSegment, type NumberedSegments } from "./sentSoFar";

/** The parts of a flow: which rows belong to its opening, its data and its closing, and what is to be said of each. */
export function partsOf(life: Life, segments: NumberedSegments, shape: FlowShape, words: Words): FlowPart[] {
  const { opening, closing, client } = life;
  const segmentUpTo = (frame: number) => lastWhere(segments.count, (i) => segments.frame(i) <= frame);
  const openingEnd =
    opening.id === "mid-capture" ? -1 : shape.rowOf(segmentUpTo(opening.last ?? opening.synAck ?? opening.syn ?? opening.first));
  const closingFrames = [closing.first?.fin, closing.reset?.frame].filter((frame) => frame !== undefined);
  const closingStart = closingFrames.length === 0 ? shape.count : shape.rowOf(segmentUpTo(Math.min(...closingFrames)));
  const first = openingEnd + 1;
  const last = Math.max(closingStart, first);
  const parts: FlowPart[] = [
    { kind: "opening", first: 0, last: openingEnd, text: sayAll(words, explainOpening(opening, client)) },
  ];
  if (holdsSegments(shape, first, last))
    parts.push({ kind: "data", first, last: last - 1, text: dataText(segments, client, words) });
  const text = sayAll(words, explainClosing(closing, client, opening));
  parts.push({ kind: "closing", first: last, last: shape.count - 1, text });
  return parts;
}

const holdsSegments = (shape: FlowShape, first: number, end: number) =>
  end - first > 1 || (end - first === 1 && shape.kind(first) !== RowKind.silence);

/** How much was sent, with a note if some of it may have been sent twice. */
function dataText(segments: NumberedSegments, client: 0 | 1, words: Words): string {
  const sent = [0, 0];
  const highest: [number?, number?] = [];
  let mayRepeat = false;
  for (let i = 0; i < segments.count; i += 1) {
    const [from, length, end] = [segments.from(i), segments.length(i), endOfSegment(segments, i)];
    const before = highest[from] ?? segments.seq(i);
    if (length > 0 && sequence.isBefore(segments.seq(i), before)) mayRepeat = true;
    if (!sequence.isBefore(end, before)) highest[from] = end;
    sent[from] += length;
  }
  return say(words, mayRepeat ? "flow.data.twice" : "flow.data", {
    client: formatCount(sent[client]),
    server: formatCount(sent[1 - client]),
  });
}
