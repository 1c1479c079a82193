import type { Words } from "../../text/words";
import type { ChartView } from "./chart";
import { chartCsv } from "./chartCsv";
import type { ChartedConnection } from "./chartedConnection";
import { chartSvg } from "./chartSvg";

export const chartFormats = ["svg", "png", "csv"] as const;
export type ChartFormat = (typeof chartFormats)[number];

/** What a chart can be written as, to be put elsewhere; a PNG is made from the drawing. */
export const chartWriters: Readonly<
  Record<ChartFormat, (connection: ChartedConnection, view: ChartView, words: Words) => string>
> = {
  svg: chartSvg,
  png: chartSvg,
  csv: chartCsv,
};
