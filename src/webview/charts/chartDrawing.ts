import { nothing, svg } from "lit";
import type { ChartPoint, DrawnTrack, TrackName } from "../../view/charts/chart";
import type { ChartArea } from "../../view/onScreen/chartArea";
import { strokePath, trackPath } from "../../view/onScreen/trackPath";

export const drawnTrack = (track: DrawnTrack, area: ChartArea) =>
  svg`<path class="track ${track.name} ${track.shape}" d=${trackPath(track, area)}></path>`;

/** A packet in the chart: a line at its time, and its own values. */
export function drawnPoint(point: ChartPoint | undefined, area: ChartArea, kind: "selected" | "pointed") {
  if (!point || point.time < area.span.from || point.time > area.span.to) return nothing;
  const x = area.x(point.time);
  return svg`<g class=${kind}>
    <line x1=${x} x2=${x} y2=${area.height}></line>
    ${point.parts
      .filter(({ track }) => isMarked(track))
      .map(
        ({ low, high }) =>
          svg`<path d=${strokePath(x, area.y(low), area.y(high))}></path><circle cx=${x} cy=${area.y(high)} r="4"></circle>`,
      )}
  </g>`;
}

/** The interval that is counted together at a point. */
export function drawnInterval(point: ChartPoint | undefined, area: ChartArea) {
  if (!point?.within) return nothing;
  const { from, to } = point.within;
  return svg`<rect class="interval" x=${area.x(from)} width=${Math.max(1, area.x(to) - area.x(from))} height=${area.height}></rect>`;
}

/** Whether a track's value is the packet's own: not the end of a window, nor what is counted together with others. */
const isMarked = (track: TrackName): boolean => !beside.has(track);
const beside: ReadonlySet<TrackName> = new Set<TrackName>(["edge", "carried", "delivered", "disorder"]);
