import type { TreeNode } from "../tree";
import type { NumberKind } from "./editorState";

/** A field's value as a page shows it: numbers that are counted in their connection in both ways, the chosen one first. */
export function shownText({ text, relative }: Pick<TreeNode, "text" | "relative">, numbers: NumberKind): string {
  if (relative === undefined) return text;
  return numbers === "relative" ? `${relative} (${text})` : `${text} (${relative})`;
}
