import type { ChartFormat } from "../../view/charts/chartFormats";
import type { Writable } from "../exporting";
import { host } from "../host";

/** The visible part of a chart, to be written out. */
export const writableChart = (name: string, write: (format: ChartFormat) => Promise<string>): Writable => ({
  name,
  choose: async () => {
    const choice = await host.chooseChartExport();
    return choice && { ...choice, written: await write(choice.format) };
  },
  drawing: () => write("png"),
});
