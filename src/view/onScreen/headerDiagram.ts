import type { TreeNode } from "../tree";
import { bitLetters } from "./bitLetters";
import { bitSpan } from "./bitSpan";
import { everyRow, type TreeRow } from "./treeRows";

/** A header as the RFCs draw it: rows of 32 bits. */
export interface HeaderDiagram {
  /** The layer's key in the tree. */
  readonly key: string;
  readonly label: string;
  /** What the header says, in one line. */
  readonly text: string;
  readonly rows: number;
  readonly cells: readonly DiagramCell[];
}

/** A field, or a part of a field that goes on in the next row. */
export interface DiagramCell {
  /** The field's key in the tree; missing for bits that have no name. */
  readonly key?: string;
  /** As much of its name as there is room for. */
  readonly label: string;
  readonly name: string;
  readonly text: string;
  /** What the cell shows instead of the value, if there is something shorter. */
  readonly short?: string;
  /** The first byte of the field, if that is one of the packet's own. */
  readonly start?: number;
  /** Row and column of the cell, from 0. */
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
  /** Set if the field's name and value are in another of its cells. */
  readonly continues?: true;
}

export const bitsPerRow = 32;
/** A field takes up to so many rows, as an IPv6 address does; a longer one is drawn in two rows. */
const mostRows = 4;
const rowsOfLong = 2;
/** No more letters than this fit above one another in the cell of a single bit. */
const mostLetters = 4;
/** The field with which an option begins. */
const optionKind = "tcp.option_kind";

/** How fields are written where there is little room. */
export interface DiagramWriting {
  /** A name for a narrow cell, where it has one. */
  short(node: TreeNode): string | undefined;
  text(node: TreeNode): string;
}

const plainWriting: DiagramWriting = { short: () => undefined, text: ({ text }) => text };

/** A diagram for every header that has fields. */
export function headerDiagrams(tree: readonly TreeNode[], writing = plainWriting): HeaderDiagram[] {
  const rows = everyRow(tree);
  return rows
    .filter(({ level, node }) => level === 1 && node.children && node.length > 0)
    .map((layer) => diagramOf(layer, leavesOf(layer, rows), rows, writing));
}

/** The fields without parts; of fields that overlap, the first. */
function leavesOf(layer: TreeRow, rows: readonly TreeRow[]): TreeRow[] {
  const end = bitSpan(layer.node).to;
  let at = bitSpan(layer.node).from;
  const inside = rows.filter(({ key, node }) => key.startsWith(`${layer.key}/`) && !node.children?.some(hasBytes));
  const inOrder = inside.filter(({ node }) => hasBytes(node)).sort((a, b) => bitSpan(a.node).from - bitSpan(b.node).from);
  return inOrder.filter(({ node }) => {
    const { from, to } = bitSpan(node);
    if (from < at || to > end || node.source !== layer.node.source) return false;
    at = to;
    return true;
  });
}

const hasBytes = ({ length }: TreeNode) => length > 0;

function diagramOf(
  { key, node }: TreeRow,
  leaves: readonly TreeRow[],
  all: readonly TreeRow[],
  writing: DiagramWriting,
): HeaderDiagram {
  const start = bitSpan(node).from;
  const cells: DiagramCell[] = [];
  let at = start;
  /** How many rows of long fields were left out. */
  let skipped = 0;
  const add = (to: number, what: Pick<DiagramCell, "key" | "label" | "name" | "text" | "short" | "start">) => {
    const parts = partsOf(at - start, to - start);
    const main = parts.reduce((widest, part) => (area(part) > area(widest) ? part : widest));
    for (const part of parts) {
      const height = part.height > mostRows ? rowsOfLong : part.height;
      cells.push({ ...what, ...part, row: part.row - skipped, height, ...(part !== main && { continues: true as const }) });
      skipped += part.height - height;
    }
    at = to;
  };
  for (const leaf of leaves) {
    const { from, to } = bitSpan(leaf.node);
    if (from > at) add(from, { label: "", name: "", text: "" });
    const { label: name, start: first, source } = leaf.node;
    add(to, {
      key: leaf.key,
      ...(optionBegin(leaf, all, writing) ?? { label: cellLabel(leaf.node, to - from, writing) }),
      name,
      text: writing.text(leaf.node),
      ...(source === undefined && { start: first }),
    });
  }
  const rows = Math.max(0, ...cells.map(({ row, height }) => row + height));
  return { key, label: node.label, text: node.text, rows, cells };
}

type Place = Pick<DiagramCell, "row" | "column" | "width" | "height">;
const area = ({ width, height }: Place) => width * height;

/** The cells that a field needs: for the rest of a row, for whole rows, and for the beginning of another. */
function partsOf(from: number, to: number): Place[] {
  const parts: Place[] = [];
  let at = from;
  while (at < to) {
    const column = at % bitsPerRow;
    const wholeRows = column === 0 ? Math.floor((to - at) / bitsPerRow) : 0;
    const width = wholeRows > 0 ? bitsPerRow : Math.min(bitsPerRow - column, to - at);
    const height = Math.max(1, wholeRows);
    parts.push({ row: Math.floor(at / bitsPerRow), column, width, height });
    at += width * height;
  }
  return parts;
}

/** The first cell of an option says which option it is: `NOP` above `Kind 1`. */
function optionBegin(
  { key, node }: TreeRow,
  all: readonly TreeRow[],
  writing: DiagramWriting,
): Pick<DiagramCell, "label" | "short"> | undefined {
  if (node.id !== optionKind) return undefined;
  const nameOf = (named: TreeNode) => writing.short(named) ?? named.label;
  const option = all.find((row) => row.key === key.slice(0, key.lastIndexOf("/")));
  return option && { label: nameOf(option.node), short: `${nameOf(node)} ${node.value}` };
}

/** A single bit is named with a few letters: those of its RFC, its label if that is short, else its name in filters (`DF`). */
function cellLabel(node: TreeNode, width: number, writing: DiagramWriting): string {
  const { id, label, bits } = node;
  const letters = bits === 1 ? bitLetters[id] : undefined;
  if (letters) return letters;
  const short = width < bitsPerRow / 2 ? writing.short(node) : undefined;
  if (bits === 1 && (short ?? label).length > mostLetters) return id.split(".").at(-1)!.toUpperCase();
  return short ?? label;
}
