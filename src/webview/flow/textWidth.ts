import { shortened, widthIn } from "./ladderPlaces";

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  /** Half of the text's width. */
  readonly half: number;
}

let context: CanvasRenderingContext2D | undefined;

/** The width of a text in a ladder, in pixels. */
function textWidth(text: string, isBold: boolean): number {
  context ??= document.createElement("canvas").getContext("2d")!;
  const family = getComputedStyle(document.documentElement).getPropertyValue("--vscode-font-family");
  context.font = `${isBold ? 600 : 400} 12px ${family || "sans-serif"}`;
  return context.measureText(text).width;
}

/** A label centred at a place, or as near to it as fits between two edges, and shortened if it does not fit. */
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
