import type { TreeNode } from "../tree";
import type { NumberKind } from "./editorState";

/** Bytes in hex, which are shown for what has no better value. */
const octets = /^[0-9a-f]{8,}…?$/;

/** A field's value as a page shows it: the value on the wire, and what it means in its connection. */
export function shownText({ text, value, relative, factor, children }: TreeNode, numbers: NumberKind): string {
  // a list that has been taken apart, such as the options of a header, is better known by its parts
  if (children && children.length > 0 && octets.test(text)) return children.map(({ label }) => label).join(", ");
  if (factor !== undefined && typeof value === "number") return `${text} × ${factor} = ${value * factor}`;
  if (relative === undefined) return text;
  // the kind of number that was chosen comes first
  return numbers === "relative" ? `${relative} (${text})` : `${text} (${relative})`;
}
