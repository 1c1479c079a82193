import { marks } from "../connections/marks";
import { tcpFlag } from "../protocols/tcp";
import { type TroubleKind, troubleKinds } from "../view/onScreen/troubleKinds";
import type { CapturedPackets } from "./capturedPackets";

/** The bit of a reset, above those of all marks. */
const resetBit = 1 << marks.length;

/** The bit of a kind of trouble: that of its mark, except for a reset. */
export const bitOfTrouble = (kind: TroubleKind): number => (kind === "reset" ? resetBit : 1 << marks.indexOf(kind));

const marksOfTrouble = troubleKinds.reduce((bits, kind) => bits | bitOfTrouble(kind), 0) & ~resetBit;

/** Tells what is wrong with a packet, with a bit for each kind: a mark of the analysis, or a reset. */
export function troubleIn({ columns }: CapturedPackets): (index: number) => number {
  const { flow, marks: markRows, flags } = columns;
  return (index) =>
    flow[index] < 0 ? 0 : (markRows[index] & marksOfTrouble) | ((flags[index] & tcpFlag.RST) === 0 ? 0 : resetBit);
}

/** The kinds that such bits stand for. */
export const kindsOfTrouble = (bits: number): readonly TroubleKind[] =>
  troubleKinds.filter((kind) => (bits & bitOfTrouble(kind)) !== 0);
