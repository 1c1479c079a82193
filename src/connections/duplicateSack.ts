import { sequence } from "../bytes/sequence";

type Block = readonly [left: number, right: number];

/**
 * RFC 2883 §4: the first block tells of bytes that came twice where it lies below the acknowledgment, or within the second block.
 * No other block can.
 */
export function duplicateSackOf(ack: number, blocks: readonly Block[]): Block | undefined {
  const [first, second] = blocks;
  if (!first) return undefined;
  if (!sequence.isAfter(first[1], ack)) return first;
  const isWithin = second && !sequence.isBefore(first[0], second[0]) && !sequence.isAfter(first[1], second[1]);
  return isWithin ? first : undefined;
}
