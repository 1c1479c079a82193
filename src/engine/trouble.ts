import { marks } from "../connections/marks";
import { tcpFlag } from "../protocols/tcp";
import type { TroubleKind } from "../view/connectionRow";
import { lookOf } from "../view/onScreen/markLooks";
import type { CapturedPackets } from "./capturedPackets";

/** Of the marks of the analysis not those that only tell how a connection is kept. */
const troubleMarks = marks.reduce((bits, mark, i) => (lookOf(mark).isTrouble ? bits | (1 << i) : bits), 0);
/** Above the bits of all marks. */
const resetBit = 1 << marks.length;

/** Says what is wrong with a packet, a bit for each kind: marks of the analysis, and a reset. */
export function troubleIn({ columns }: CapturedPackets): (index: number) => number {
  const { flow, marks: markRows, flags } = columns;
  return (index) =>
    flow[index] < 0 ? 0 : (markRows[index] & troubleMarks) | ((flags[index] & tcpFlag.RST) === 0 ? 0 : resetBit);
}

/** The kinds that such bits stand for. */
export function kindsOfTrouble(bits: number): readonly TroubleKind[] {
  const ofAnalysis = marks.filter((_, i) => (bits & (1 << i)) !== 0);
  return bits & resetBit ? [...ofAnalysis, "reset"] : ofAnalysis;
}
