import type { End } from "../../connections/wireSegment";
import type { Words } from "../../text/words";
import { ChartArea } from "../onScreen/chartArea";
import type { ChartKind } from "../onScreen/chartLook";
import { aboutChart } from "./aboutChart";
import { type Chart, type ChartView, chartTracks, type DrawnTrack, quantityOf, type TrackName, type TrackShape } from "./chart";
import { extentOf, wholeWithMargins } from "./chartExtent";
import { type ChartedConnection, senderOf } from "./chartedConnection";
import { DrawnSteps } from "./drawnSteps";
import { DrawnStrokes } from "./drawnStrokes";
import { marksOf } from "./marksOf";

export const tracksOf = (kind: ChartKind): readonly (readonly [TrackName, TrackShape])[] =>
  Object.entries(chartTracks[kind]) as [TrackName, TrackShape][];

/** A chart of what an end sends, as far as a view shows it. */
export function drawChart(connection: ChartedConnection, view: ChartView, words: Words): Chart {
  const { chart: kind, width, height } = view;
  const sender = senderOf(connection, view.sender);
  const span = view.span ?? wholeWithMargins(connection.whole);
  const { bottom, top } = extentOf(connection, kind, sender, span);
  const area = new ChartArea(span, bottom, top, width, height);
  return {
    kind,
    sender: sender === connection.client ? "client" : "server",
    whole: connection.whole,
    span,
    bottom,
    top,
    quantity: quantityOf[kind],
    tracks: drawnTracks(connection, kind, sender, area),
    about: aboutChart(connection, kind, sender, span, words),
  };
}

function drawnTracks(connection: ChartedConnection, kind: ChartKind, sender: End, area: ChartArea): readonly DrawnTrack[] {
  const names = tracksOf(kind);
  const steps = new Map(names.filter(([, shape]) => shape === "steps").map(([name]) => [name, new DrawnSteps(area)]));
  const strokes = new Map(
    names.flatMap(([name, shape]) =>
      shape === "strokes" || shape === "dots" ? [[name, new DrawnStrokes(area, shape)] as const] : [],
    ),
  );
  const levels = new Map<TrackName, number>();
  marksOf(connection, kind, sender, area.span, (track, _i, time, low, high) => {
    if (track === "initial") levels.set(track, low);
    else if (steps.has(track)) steps.get(track)!.add(time, low);
    else strokes.get(track)!.add(time, low, high);
  });
  return names.flatMap(([name, shape]): DrawnTrack[] => {
    const { times, lows, highs } = drawn(name);
    // such as a window that lets far more be sent than is
    const isSeen = lows.some((low, i) => low <= area.top && highs[i] >= area.bottom);
    return !isSeen
      ? []
      : [{ name, shape, times: Float64Array.from(times), lows: Float64Array.from(lows), highs: Float64Array.from(highs) }];
  });

  function drawn(name: TrackName): { times: number[]; lows: number[]; highs: number[] } {
    const line = steps.get(name);
    line?.finish(Math.min(area.span.to, connection.whole.to));
    if (line) return { times: line.times, lows: line.lows, highs: line.lows };
    const level = levels.get(name);
    if (level !== undefined) return { times: [area.span.from], lows: [level], highs: [level] };
    return strokes.get(name) ?? { times: [], lows: [], highs: [] };
  }
}
