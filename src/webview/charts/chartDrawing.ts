import { nothing, svg } from "lit";
import type { ChartPoint, DrawnTrack, TrackName } from "../../view/charts/chart";
import type { ChartArea } from "../../view/onScreen/chartArea";

/** Pixels; the least that a stroke is high. */
const leastHeight = 3;

/** Of one track, as one path. */
export function trackPath({ shape, times, lows, highs }: DrawnTrack, area: ChartArea): string {
  const x = (i: number) => round(area.x(times[i]));
  const y = (value: number) => round(area.y(value));
  if (shape === "level") return `M0 ${y(lows[0])}H${area.width}`;
  let path = "";
  for (let i = 0; i < times.length; i += 1) {
    if (shape === "dots") path += `M${x(i)} ${y(lows[i])}h0`;
    else if (shape === "steps") path += i === 0 ? `M${x(i)} ${y(lows[i])}` : `H${x(i)}V${y(lows[i])}`;
    else path += stroke(x(i), y(lows[i]), y(highs[i]));
  }
  return path;
}

function stroke(x: number, low: number, high: number): string {
  const short = Math.max(0, leastHeight - (low - high)) / 2;
  return `M${x} ${round(low + short)}V${round(high - short)}`;
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

export const drawnTrack = (track: DrawnTrack, area: ChartArea) =>
  svg`<path class="track ${track.name} ${track.shape}" d=${trackPath(track, area)}></path>`;

/** Where the selected packet stands: its time, and what it is there. */
export function drawnPoint(point: ChartPoint | undefined, area: ChartArea, kind: "selected" | "pointed") {
  if (!point || point.time < area.span.from || point.time > area.span.to) return nothing;
  const x = round(area.x(point.time));
  return svg`<g class=${kind}>
    <line x1=${x} x2=${x} y2=${area.height}></line>
    ${point.parts
      .filter(({ track }) => isMarked(track))
      .map(
        ({ low, high }) =>
          svg`<path d=${stroke(x, round(area.y(low)), round(area.y(high)))}></path><circle cx=${x} cy=${round(area.y(high))} r="4"></circle>`,
      )}
  </g>`;
}

/** Where a window ends is beside what the packet itself is about. */
const isMarked = (track: TrackName): boolean => track !== "edge" && track !== "carried" && track !== "delivered";
