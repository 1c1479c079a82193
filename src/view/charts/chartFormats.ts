import type { Words } from "../../text/words";
import { chartCsv } from "./chartCsv";
import type { Charted } from "./charted";
import { chartSvg } from "./chartSvg";

export const chartFormats = ["svg", "png", "csv"] as const;
export type ChartFormat = (typeof chartFormats)[number];

/** The formats in which a chart can be written; a PNG is made from the drawing. */
export const chartWriters: Readonly<Record<ChartFormat, (charted: Charted, words: Words) => string>> = {
  svg: chartSvg,
  png: chartSvg,
  csv: chartCsv,
};
