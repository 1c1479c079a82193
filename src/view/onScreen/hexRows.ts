import type { TreeNode } from "../tree";
import { bitSpan } from "./bitSpan";
import { everyRow, type TreeRow } from "./treeRows";

/** Bytes as hex dumps show them. */
export interface HexRow {
  /** At least four digits, as in Wireshark. */
  readonly offset: string;
  readonly cells: readonly HexCell[];
}

export interface HexCell {
  readonly index: number;
  readonly hex: string;
  /** The bytes as text, with a dot for each that ASCII cannot print. */
  readonly ascii: string;
}

/** The rows of some bytes, from one up to but not including another. */
export function hexRows(bytes: Uint8Array, perRow: number, from = 0, to = Number.POSITIVE_INFINITY): HexRow[] {
  const digits = Math.max(4, Math.ceil(Math.max(0, bytes.length - 1).toString(16).length / 2) * 2);
  const rows: HexRow[] = [];
  const end = Math.min(bytes.length, to * perRow);
  for (let first = from * perRow; first < end; first += perRow) {
    rows.push({
      offset: first.toString(16).padStart(digits, "0"),
      cells: Array.from(bytes.subarray(first, first + perRow), (byte, at) => ({
        index: first + at,
        hex: byte.toString(16).padStart(2, "0"),
        ascii: byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".",
      })),
    });
  }
  return rows;
}

/**
 * The field at one hex digit of a byte, 0 for the left one: the smallest field that covers all of the digit, so that the `5` of `50 10`
 * is the header's length and the rest its flags.
 */
export function fieldAtDigit(
  tree: readonly TreeNode[],
  index: number,
  digit: 0 | 1,
  source: number | undefined,
): TreeRow | undefined {
  const [from, to] = [index * 8 + digit * 4, index * 8 + digit * 4 + 4];
  let found: TreeRow | undefined;
  let width = Number.POSITIVE_INFINITY;
  for (const row of everyRow(tree)) {
    if (row.node.source !== source) continue;
    const span = bitSpan(row.node);
    if (span.from > from || span.to < to || span.to - span.from > width) continue;
    // of two that cover the same, such as an option and its only field, the inner one
    found = row;
    width = span.to - span.from;
  }
  return found;
}

/** The bits of a field's bytes in groups of four, with those of the field itself apart; nothing for fields of whole bytes. */
export function bitsText(bytes: Uint8Array, node: TreeNode): { before: string; own: string; after: string } | undefined {
  const { start, length, bits } = node;
  if (bits === undefined) return undefined;
  const digits = Array.from(bytes.subarray(start, start + length), (byte) => byte.toString(2).padStart(8, "0")).join("");
  const { from, to } = bitSpan(node);
  const spaced = (a: number, b: number) =>
    Array.from(digits.slice(a, b), (digit, at) => ((a + at) % 4 === 0 && a + at > 0 ? ` ${digit}` : digit)).join("");
  const [first, last] = [from - start * 8, to - start * 8];
  return { before: spaced(0, first), own: spaced(first, last), after: spaced(last, digits.length) };
}
