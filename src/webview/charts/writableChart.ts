import type { ChartView } from "../../view/charts/chart";
import type { Writable } from "../exporting";
import { engine, host } from "../host";

/** What is seen of a chart. */
export const writableChart = (stream: number, view: ChartView): Writable => ({
  name: `${view.chart}-${stream}`,
  choose: async () => {
    const choice = await host.chooseChartExport();
    return choice && { ...choice, written: await engine.writeChart(stream, view, choice.format) };
  },
  drawing: () => engine.writeChart(stream, view, "png"),
});
