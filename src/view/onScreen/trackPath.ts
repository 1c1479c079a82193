import type { DrawnTrack } from "../charts/chart";
import type { ChartArea } from "./chartArea";

/** A stroke is at least so many pixels high. */
const leastHeight = 3;

/** A track as one path of SVG. A dot is a line with round ends and hardly any length: without any, a canvas would not draw it. */
export function trackPath({ shape, times, lows, highs }: DrawnTrack, area: ChartArea): string {
  const x = (i: number) => round(area.x(times[i]));
  const y = (value: number) => round(area.y(value));
  if (shape === "level") return `M0 ${y(lows[0])}H${area.width}`;
  if (shape === "area") return `M${x(0)} ${y(lows[0])}${stepped(times, x, (i) => y(highs[i]))}V${y(lows[0])}Z`;
  let path = "";
  for (let i = 0; i < times.length; i += 1) {
    if (shape === "dots") path += `M${x(i)} ${y(lows[i])}h.01`;
    else if (shape === "steps") path += i === 0 ? `M${x(i)} ${y(lows[i])}` : `H${x(i)}V${y(lows[i])}`;
    else path += strokePath(x(i), y(lows[i]), y(highs[i]));
  }
  return path;
}

function stepped(times: Float64Array, x: (i: number) => number, y: (i: number) => number): string {
  let path = "";
  for (let i = 0; i < times.length; i += 1) path += `H${x(i)}V${y(i)}`;
  return path;
}

export function strokePath(x: number, low: number, high: number): string {
  const short = Math.max(0, leastHeight - (low - high)) / 2;
  return `M${x} ${round(low + short)}V${round(high - short)}`;
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/** How a track is drawn, as a small picture for the legend. */
export const trackSigns: Readonly<Record<DrawnTrack["shape"], string>> = {
  strokes: "M3 12V2M9 10V0M15 8V0",
  steps: "M0 10H6V6H12V2H18",
  area: "M1 11V7H6V2H11V5H17V11Z",
  dots: "M4 8h.01M9 4h.01M14 7h.01",
  level: "M0 6H18",
};
