import { marks } from "../../connections/marks";
import { tcpFlag } from "../../protocols/tcp";
import { lookOf } from "../../view/onScreen/markLooks";
import type { CapturedPackets } from "../capturedPackets";
import type { NeighbourKind } from "../contract/list";

/** Of the marks of the analysis not those that only tell how a connection is kept. */
export const troubleMarks = marks.reduce((bits, mark, i) => (lookOf(mark).isTrouble ? bits | (1 << i) : bits), 0);

/** Says whether a packet is of the kind that is stepped to from another one; nothing where there can be none. */
export function neighbourTest(
  { columns, marked }: CapturedPackets,
  kind: NeighbourKind,
  from: number,
): ((index: number) => boolean) | undefined {
  const { flow, marks: markRows, flags } = columns;
  const isProblem = (index: number) =>
    flow[index] >= 0 && ((markRows[index] & troubleMarks) !== 0 || (flags[index] & tcpFlag.RST) !== 0);
  if (kind === "problem") return isProblem;
  if (kind === "mark") return marked.has;
  const stream = flow[from] >> 1;
  if (from < 0 || stream < 0) return undefined;
  const isOwn = (index: number) => flow[index] >> 1 === stream;
  return kind === "connection" ? isOwn : (index) => isOwn(index) && isProblem(index);
}
