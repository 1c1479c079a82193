import type { TreeNode } from "../tree";

/** A node of a packet's tree as a list shows it: only what stands in open nodes is there. */
export interface TreeRow {
  /** Its name below its parents' names, which stays the same from packet to packet: `tcp/tcp.flags/tcp.flags.syn`. */
  readonly key: string;
  readonly node: TreeNode;
  /** Counted from 1, as screen readers do. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly open?: boolean;
}

export function treeRows(tree: readonly TreeNode[], isOpen: (key: string) => boolean): TreeRow[] {
  return rowsOf(tree, "", 1, isOpen);
}

function rowsOf(nodes: readonly TreeNode[], parent: string, level: number, isOpen: (key: string) => boolean): TreeRow[] {
  const keys = keysOf(nodes, parent);
  return nodes.flatMap((node, index) => {
    const key = keys[index];
    const { children = [] } = node;
    const open = children.length > 0 ? isOpen(key) : undefined;
    const row: TreeRow = {
      key,
      node,
      level,
      position: index + 1,
      siblings: nodes.length,
      ...(open !== undefined && { open }),
    };
    return open ? [row, ...rowsOf(children, key, level + 1, isOpen)] : [row];
  });
}

/** Alike names are counted: the second NOP of a header is another than the first. */
function keysOf(nodes: readonly TreeNode[], parent: string): string[] {
  const seen = new Map<string, number>();
  return nodes.map(({ id }) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return `${parent && `${parent}/`}${id}${count > 1 ? `#${count}` : ""}`;
  });
}

/** The key's node, open or not. */
export function nodeOf(tree: readonly TreeNode[], key: string): TreeNode | undefined {
  return everyRow(tree).find((row) => row.key === key)?.node;
}

/** All nodes, parents before their children. */
export function everyRow(tree: readonly TreeNode[]): TreeRow[] {
  return treeRows(tree, () => true);
}

/** The keys of the nodes that stand around this one, outermost first. */
export function keysAround(key: string): string[] {
  const names = key.split("/");
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
}

/** The nodes around this one and itself, by name. */
export function pathOf(tree: readonly TreeNode[], key: string): readonly TreeNode[] {
  return [...keysAround(key), key].flatMap((each) => nodeOf(tree, each) ?? []);
}
