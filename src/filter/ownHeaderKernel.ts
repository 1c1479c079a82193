import type { PacketColumns } from "../capture/columns";
import { correctOthers, lookUpNumbers } from "./columnLoops";
import type { Kernel } from "./columnSource";

/** For a plain segment, the answer for a number of two bytes in its header; for any other packet, that for its innermost protocol. */
export function ownHeaderKernel(
  answers: Uint8Array,
  column: Uint16Array,
  others: Uint8Array,
  { protocol }: PacketColumns,
): Kernel {
  return (from, to, into) => {
    lookUpNumbers(answers, column, from, to, into);
    correctOthers(others, protocol, from, to, into);
  };
}
