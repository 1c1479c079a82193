import type { TreeNode } from "../tree";
import type { NumberKind } from "./editorState";

/** Bytes as they stand for what has no better value. */
const octets = /^[0-9a-f]{8,}…?$/;

/** A field's value as a page shows it: what it is on the wire, and what it is in its connection. */
export function shownText({ text, value, relative, factor, children }: TreeNode, numbers: NumberKind): string {
  // what has been taken apart is better known by its parts: the options of a header
  if (children && children.length > 0 && octets.test(text)) return children.map(({ label }) => label).join(", ");
  if (factor !== undefined && typeof value === "number") return `${text} × ${factor} = ${value * factor}`;
  if (relative === undefined) return text;
  // the chosen one first
  return numbers === "relative" ? `${relative} (${text})` : `${text} (${relative})`;
}
