import type { Charted } from "./charted";

/** Every value in the span of a chart, for other programs; unlike in the drawing, none is left out. */
export function chartCsv(charted: Charted): string {
  const { span } = charted;
  const rows = ["packet,seconds,track,low,high"];
  charted.marks((track, i, time, low, high) => {
    if (track !== "initial" && (time < span.from || time > span.to)) return;
    rows.push([i < 0 ? "" : charted.frame(i), Number(time.toFixed(9)), track, low, high].join(","));
  });
  return `${rows.join("\n")}\n`;
}
