import { widthOf } from "../table";
import { characterWidth, svgText } from "./svgPieces";

/** A state beside its lifeline; dashed where the capture cannot know it. */
export function stateBox(name: string, x: number, y: number, side: "left" | "right"): string[] {
  const width = widthOf(name) * characterWidth + 10;
  const left = side === "left" ? x - width - 6 : x + 6;
  const dashes = name.includes("?") ? ' stroke-dasharray="3 3"' : "";
  return [
    `<rect x="${left}" y="${y - 10}" width="${width}" height="16" rx="3" fill="#eef2f6" stroke="#8a97a5"${dashes}/>`,
    svgText(left + width / 2, y + 2, name, { anchor: "middle", size: "11" }),
  ];
}
