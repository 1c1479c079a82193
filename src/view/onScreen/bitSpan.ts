import type { TreeNode } from "../tree";

/** Some bits of a packet, counted from the most significant one of its first byte. */
export interface BitSpan {
  readonly from: number;
  readonly to: number;
}

export function bitSpan({ start, length, bit = 0, bits }: Pick<TreeNode, "start" | "length" | "bit" | "bits">): BitSpan {
  const from = start * 8 + bit;
  return { from, to: bits === undefined ? (start + length) * 8 : from + bits };
}

/** The bits of a byte that a span covers, from 0 to 8; nothing where it covers none. */
export function partOfByte({ from, to }: BitSpan, index: number): BitSpan | undefined {
  const part = { from: Math.max(0, from - index * 8), to: Math.min(8, to - index * 8) };
  return part.from < part.to ? part : undefined;
}
