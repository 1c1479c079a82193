import type { TreeNode } from "../../src/view/tree";
import { toHex } from "./bytes";

/** A tree as lines that a person can check: place, bytes, name, value, and what is wrong. `base` is the place of byte 0. */
export function treeText(nodes: readonly TreeNode[], bytes: Uint8Array, base = 0, indent = ""): string {
  return nodes
    .map((node) => {
      const range = `${node.start - base}+${node.length}${node.bit === undefined ? "" : `.${node.bit}:${node.bits}`}`;
      const hex = toHex(bytes.subarray(node.start, node.start + Math.min(node.length, 8))) + (node.length > 8 ? "…" : "");
      const line = `${range.padEnd(9)} ${hex.padEnd(18)} ${indent}${node.id}: ${node.label}${node.text ? ` = ${node.text}` : ""}`;
      const problem = node.problem ? `  ! ${node.problem}` : "";
      return [line + problem, ...(node.children ? [treeText(node.children, bytes, base, `${indent}  `)] : [])].join("\n");
    })
    .join("\n");
}
