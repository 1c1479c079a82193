import { lookOf, type TroubleMark, troubleMarks } from "./markLooks";

/** What counts as trouble: some marks of the analysis, and a reset. */
export type TroubleKind = TroubleMark | "reset";
export const troubleKinds: readonly TroubleKind[] = [...troubleMarks, "reset"];

export const iconOfTrouble = (kind: TroubleKind): string => (kind === "reset" ? "✕" : lookOf(kind).icon);

/** The filter that shows the packets of a kind. */
export const troubleFilter = (kind: TroubleKind): string => (kind === "reset" ? "tcp.flags.reset == 1" : `tcp.analysis.${kind}`);
