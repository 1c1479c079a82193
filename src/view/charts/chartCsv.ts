import type { ChartView } from "./chart";
import { wholeWithMargins } from "./chartExtent";
import { type ChartedConnection, senderOf } from "./chartedConnection";
import { marksOf } from "./marksOf";

/** Every value that a chart shows of its span, for other programs: no more is left out than lies beside the span. */
export function chartCsv(connection: ChartedConnection, view: ChartView): string {
  const span = view.span ?? wholeWithMargins(connection.whole);
  const rows = ["packet,seconds,track,low,high"];
  marksOf(connection, view.chart, senderOf(connection, view.sender), span, (track, i, time, low, high) => {
    if (track !== "initial" && (time < span.from || time > span.to)) return;
    rows.push([connection.segments.frame(i), Number(time.toFixed(9)), track, low, high].join(","));
  });
  return `${rows.join("\n")}\n`;
}
