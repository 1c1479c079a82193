import type { PacketColumns } from "../capture/columns";
import { correctOthers, lookUpNumbers } from "./columnLoops";
import type { Kernel } from "./columnSource";

/** An answer for each number of two bytes that the header of a packet's only segment says; `others`, for other packets, by protocol. */
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
