import type { TreeNode } from "../tree";

/** Whatever has a name and may have parts. */
interface Named<Part> {
  readonly id: string;
  readonly children?: readonly Part[] | undefined;
}

/** A row for a node of a packet's tree; only nodes inside open nodes have one. */
export interface TreeRow<Part = TreeNode> {
  /** Its name behind those of its parents, the same in every packet: `tcp/tcp.flags/tcp.flags.syn`. */
  readonly key: string;
  readonly node: Part;
  /** Counted from 1, as screen readers do. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly open?: boolean;
}

export function treeRows<Part extends Named<Part>>(tree: readonly Part[], isOpen: (key: string) => boolean): TreeRow<Part>[] {
  return rowsOf(tree, "", 1, isOpen);
}

function rowsOf<Part extends Named<Part>>(
  nodes: readonly Part[],
  parent: string,
  level: number,
  isOpen: (key: string) => boolean,
): TreeRow<Part>[] {
  const keys = keysOf(nodes, parent);
  return nodes.flatMap((node, index) => {
    const key = keys[index];
    const { children = [] } = node;
    const open = children.length > 0 ? isOpen(key) : undefined;
    const row: TreeRow<Part> = {
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

/** Equal names are numbered: the second NOP of a header is not the first. */
function keysOf(nodes: readonly Named<unknown>[], parent: string): string[] {
  const seen = new Map<string, number>();
  return nodes.map(({ id }) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return `${parent && `${parent}/`}${id}${count > 1 ? `#${count}` : ""}`;
  });
}

/** The node with a key, whether it has a row or not. */
export function nodeOf<Part extends Named<Part>>(tree: readonly Part[], key: string): Part | undefined {
  return everyRow(tree).find((row) => row.key === key)?.node;
}

/** All nodes, parents before their children. */
export function everyRow<Part extends Named<Part>>(tree: readonly Part[]): TreeRow<Part>[] {
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
