import type { CapturedPackets } from "../capturedPackets";
import type { NeighbourKind } from "../contract/list";
import { bitOfTrouble, troubleIn } from "../trouble";

/** The test for packets of the kind that is stepped to from another packet; nothing where there can be none. */
export function neighbourTest(
  packets: CapturedPackets,
  kind: NeighbourKind,
  from: number,
): ((index: number) => boolean) | undefined {
  const troubleOf = troubleIn(packets);
  const isProblem = (index: number) => troubleOf(index) !== 0;
  if (kind === "problem") return isProblem;
  if (kind === "mark") return packets.marked.has;
  if (kind === "connection" || kind === "ownProblem") {
    const { flow } = packets.columns;
    const stream = flow[from] >> 1;
    if (from < 0 || stream < 0) return undefined;
    const isOwn = (index: number) => flow[index] >> 1 === stream;
    return kind === "connection" ? isOwn : (index) => isOwn(index) && isProblem(index);
  }
  const bit = bitOfTrouble(kind);
  return (index) => (troubleOf(index) & bit) !== 0;
}
