import { ChartArea } from "../onScreen/chartArea";
import {
  type Chart,
  type ChartFrame,
  chartTracks,
  type DrawnKind,
  type DrawnTrack,
  quantityOf,
  type TrackName,
  type TrackShape,
} from "./chart";
import { type ChartExtent, extentOf, heightInLane, isInLane } from "./chartExtent";
import type { Charted } from "./charted";
import { DrawnSteps } from "./drawnSteps";
import { DrawnStrokes } from "./drawnStrokes";

const tracksOf = (kind: DrawnKind): readonly (readonly [TrackName, TrackShape])[] =>
  Object.entries(chartTracks[kind]) as [TrackName, TrackShape][];

/** A chart, with as much detail as so many pixels can show. */
export function drawChart(charted: Charted, { width, height }: Pick<ChartFrame, "width" | "height">): Chart {
  const { kind, whole, span, subject, about } = charted;
  const extent = extentOf(charted);
  const { bottom, floor, top } = extent;
  const tracks = drawnTracks(charted, extent, new ChartArea(span, bottom, top, width, height));
  return { kind, subject, whole, span, bottom, floor, top, quantity: quantityOf[kind], tracks, about };
}

function drawnTracks(charted: Charted, extent: ChartExtent, area: ChartArea): readonly DrawnTrack[] {
  const names = tracksOf(charted.kind);
  const steps = new Map(names.filter(([, shape]) => isStepped(shape)).map(([name]) => [name, new DrawnSteps(area)]));
  const strokes = new Map(
    names.flatMap(([name, shape]) =>
      shape === "strokes" || shape === "dots" ? [[name, new DrawnStrokes(area, shape)] as const] : [],
    ),
  );
  const levels = new Map<TrackName, number>();
  charted.marks((track, _i, time, low, high) => {
    if (track === "initial") levels.set(track, low);
    else if (steps.has(track)) steps.get(track)!.add(time, isInLane(track) ? heightInLane(extent, low) : low);
    else strokes.get(track)!.add(time, low, high);
  });
  return names.flatMap(([name, shape]): DrawnTrack[] => {
    const { times, lows, highs } = drawn(name, shape);
    // a track may lie outside, such as the window if it is far larger than what is sent
    const isSeen = lows.some((low, i) => low <= area.top && highs[i] >= area.bottom);
    return !isSeen
      ? []
      : [{ name, shape, times: Float64Array.from(times), lows: Float64Array.from(lows), highs: Float64Array.from(highs) }];
  });

  function drawn(name: TrackName, shape: TrackShape): { times: number[]; lows: number[]; highs: number[] } {
    const line = steps.get(name);
    line?.finish(Math.min(area.span.to, charted.end));
    if (line) {
      const base = isInLane(name) ? extent.bottom : extent.floor;
      return { times: line.times, lows: shape === "area" ? line.lows.map(() => base) : line.lows, highs: line.lows };
    }
    const level = levels.get(name);
    if (level !== undefined) return { times: [area.span.from], lows: [level], highs: [level] };
    return strokes.get(name) ?? { times: [], lows: [], highs: [] };
  }
}

const isStepped = (shape: TrackShape): boolean => shape === "steps" || shape === "area";
