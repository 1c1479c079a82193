import { blockType, padded } from "./pcapngBlocks";

/** How far before its packet a block of each kind begins. */
const timedBlocks = [{ before: 28, types: [blockType.packet, blockType.oldPacket] }];
const timelessBlocks = [{ before: 12, types: [blockType.simplePacket] }];
/** Those that Wireshark counts as packets. */
const recordBlocks = [
  { before: 12, types: [blockType.custom, blockType.customNotToCopy] },
  { before: 8, types: [blockType.journal] },
  { before: 32, types: [blockType.sysdigEvent] },
  { before: 36, types: [blockType.sysdigEvent2, blockType.sysdigEvent2Large] },
];

/** No block has more before its packet. */
export const mostBeforePacket = 36;
/** No block has less behind its packet than the length once more, and up to three bytes of padding. */
export const leastBehindPacket = 7;

export type PacketBlockKind = "timed" | "timeless" | "record";
const blocksOf = { timed: timedBlocks, timeless: timelessBlocks, record: recordBlocks };

/** Where the block begins whose packet stands at `at`, and in which byte order it is: a type reads right in one only. */
export function blockOfPacket(view: DataView, at: number, kind: PacketBlockKind): BlockStart | undefined {
  for (const { before, types } of blocksOf[kind]) {
    const start = at - before;
    if (start < 0) continue;
    for (const littleEndian of [true, false])
      if ((types as readonly number[]).includes(view.getUint32(start, littleEndian))) return { start, littleEndian };
  }
  return undefined;
}

interface BlockStart {
  readonly start: number;
  readonly littleEndian: boolean;
}

export const blockLength = (view: DataView, { start, littleEndian }: BlockStart): number =>
  padded(view.getUint32(start + 4, littleEndian));
