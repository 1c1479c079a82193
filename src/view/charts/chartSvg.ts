import type { Words } from "../../text/words";
import { characterWidth, escapeXml, svgLine, svgText } from "../flow/svgPieces";
import { ChartArea } from "../onScreen/chartArea";
import { timeTicks, valueTicks } from "../onScreen/chartTicks";
import { trackPath, trackSigns } from "../onScreen/trackPath";
import { widthOf } from "../table";
import type { Chart, DrawnTrack, TrackName } from "./chart";
import type { Charted } from "./charted";
import { drawChart } from "./drawChart";

const size = { width: 960, height: 520 };
const margin = { left: 72, right: 24, above: 64, below: 64 };
const signWidth = 22;
const labelGap = 16;
const lineHeight = 17;

interface Look {
  readonly colour: string;
  readonly width: number;
  readonly dash?: string;
  readonly fill?: string;
}

/** How tracks look on paper: as in the editor, but dark enough for white. */
const looks: Readonly<Record<TrackName, Look>> = {
  edge: { colour: "#8a6d00", width: 1.5, dash: "5 3" },
  acked: { colour: "#2e7d32", width: 1.5 },
  sent: { colour: "#1565c0", width: 2 },
  outOfOrder: { colour: "#1b1b1b", width: 4, dash: "3 1" },
  resent: { colour: "#c62828", width: 4 },
  disorder: { colour: "none", width: 0, fill: "#c62828" },
  sacked: { colour: "#7b3fa0", width: 1 },
  duplicate: { colour: "#2e7d32", width: 5 },
  carried: { colour: "#1565c0", width: 1.5 },
  delivered: { colour: "#2e7d32", width: 1.5 },
  initial: { colour: "#8a6d00", width: 1.5, dash: "5 3" },
  roundTrip: { colour: "#1565c0", width: 4 },
  window: { colour: "#8a6d00", width: 1.5, dash: "5 3" },
  inFlight: { colour: "#1565c0", width: 1.5 },
  allBehind: { colour: "#9e9e9e", width: 1, fill: "#e4e4e4" },
  all: { colour: "#1565c0", width: 1, fill: "#bbd3ee" },
  shown: { colour: "#1565c0", width: 1, fill: "#bbd3ee" },
  trouble: { colour: "none", width: 0, fill: "#c62828" },
};
const faint = "#e0e0e0";
const grey = "#555555";

/** A chart as a picture with a background of its own: with a title, a summary, and a legend for its tracks. */
export function chartSvg(charted: Charted, words: Words): string {
  const { width, height } = size;
  const drawn = { width: width - margin.left - margin.right, height: height - margin.above - margin.below };
  const chart = drawChart(charted, drawn);
  const area = new ChartArea(chart.span, chart.bottom, chart.top, drawn.width, drawn.height);
  const { title } = charted;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" font-family="system-ui, sans-serif" font-size="12">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<rect x="0" y="0" width="${width}" height="${height}" rx="6" fill="#ffffff" stroke="#8a8a8a"/>`,
    svgText(margin.left, 24, title, { weight: "bold", size: "14" }),
    svgText(margin.left, 44, chart.about, { fill: grey }),
    ...axes(chart, area),
    ...chart.tracks.map((track) => drawTrack(track, area)),
    ...legend(chart.tracks, words),
    "</svg>",
  ].join("\n");
}

function axes(chart: Chart, area: ChartArea): string[] {
  const { left, above } = margin;
  const [bottom, right] = [above + area.height, left + area.width];
  const values = valueTicks(chart, area.height);
  const times = timeTicks(chart, area.width);
  const acrossAt = (y: number) => svgLine(left, y, right, y, faint);
  const downAt = (x: number) => svgLine(x, above, x, bottom, faint);
  return [
    ...values.ticks.flatMap(({ value, label }) => {
      const y = above + area.y(value);
      return [acrossAt(y), ...(y < above + 14 ? [] : [svgText(left - 6, y + 4, label, { anchor: "end", fill: grey })])];
    }),
    svgText(left - 6, above + 4, values.unit, { anchor: "end", fill: grey }),
    ...times.ticks.flatMap(({ value, label }) => {
      const x = left + area.x(value);
      return [downAt(x), svgText(x, bottom + 18, `${label} ${times.unit}`, { anchor: "middle", fill: grey })];
    }),
    svgLine(left, above, left, bottom, grey),
    svgLine(left, bottom, right, bottom, grey),
  ];
}

/** Values beyond the upper edge are drawn along it. */
function drawTrack(track: DrawnTrack, area: ChartArea): string {
  const most = (values: Float64Array) => values.map((value) => Math.min(area.top, value));
  const seen = { ...track, lows: most(track.lows), highs: most(track.highs) };
  return pathOf(track, trackPath(seen, area), `translate(${margin.left} ${margin.above})`);
}

function pathOf({ name, shape }: Pick<DrawnTrack, "name" | "shape">, path: string, transform: string): string {
  const { colour, width, dash, fill = "none" } = looks[name];
  const more = [
    dash && `stroke-dasharray="${dash}"`,
    shape === "dots" && `stroke-linecap="round"`,
    `transform="${transform}"`,
  ].flatMap((each) => (each ? ` ${each}` : []));
  return `<path d="${path}" fill="${fill}" stroke="${colour}" stroke-width="${width}"${more.join("")}/>`;
}

/** The tracks with their names, in lines as wide as the paper. */
function legend(tracks: readonly DrawnTrack[], words: Words): string[] {
  let x = margin.left;
  let line = 0;
  const places = tracks.map((track) => {
    const label = words.messages[`chart.track.${track.name}`];
    const width = signWidth + widthOf(label) * characterWidth;
    if (x > margin.left && x + width > size.width - margin.right) [x, line] = [margin.left, line + 1];
    const place = { track, label, x, line };
    x += width + labelGap;
    return place;
  });
  const first = size.height - 20 - (line * lineHeight) / 2;
  return places.flatMap(({ track, label, x, line }) => {
    const y = first + line * lineHeight;
    return [pathOf(track, trackSigns[track.shape], `translate(${x} ${y - 11})`), svgText(x + signWidth, y, label)];
  });
}
