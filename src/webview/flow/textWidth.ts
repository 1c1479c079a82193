import { shortened, widthIn } from "./ladderPlaces";

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  /** Half of its width. */
  readonly half: number;
}

let context: CanvasRenderingContext2D | undefined;

/** Pixels that a text takes as ladders write it. */
function textWidth(text: string, isBold: boolean): number {
  context ??= document.createElement("canvas").getContext("2d")!;
  const family = getComputedStyle(document.documentElement).getPropertyValue("--vscode-font-family");
  context.font = `${isBold ? 600 : 400} 12px ${family || "sans-serif"}`;
  return context.measureText(text).width;
}

/** A label in the middle of a place or as near to that as it fits between two edges, and no more of it than fits. */
export function fittedLabel(
  text: string,
  middle: number,
  edges: { readonly from: number; readonly to: number },
  isBold: boolean,
): PlacedLabel {
  const room = Math.max(20, edges.to - edges.from);
  const whole = textWidth(text, isBold);
  const shown = whole <= room ? text : shortened(text, Math.floor((widthIn(text) * room) / whole));
  const half = textWidth(shown, isBold) / 2;
  return { text: shown, x: Math.min(Math.max(middle, edges.from + half), edges.to - half), half };
}
