import type { TreeNode } from "../tree";
import type { NumberKind } from "./editorState";

/** Bytes as they stand for what has no better value. */
const octets = /^[0-9a-f]{8,}…?$/;

/** A field's value as a page shows it: numbers that are counted in their connection in both ways, the chosen one first. */
export function shownText({ text, relative, children }: TreeNode, numbers: NumberKind): string {
  // what has been taken apart is better known by its parts: the options of a header
  if (children && children.length > 0 && octets.test(text)) return children.map(({ label }) => label).join(", ");
  if (relative === undefined) return text;
  return numbers === "relative" ? `${relative} (${text})` : `${text} (${relative})`;
}
