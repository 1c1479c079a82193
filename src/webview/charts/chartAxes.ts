import { ticks } from "d3-array";
import { svg } from "lit";
import { type Counted, unitFor } from "../../text/quantity";
import type { Chart } from "../../view/charts/chart";
import type { ChartArea } from "../../view/onScreen/chartArea";

/** Pixels that a label wants for itself. */
const apart = { across: 64, down: 26 };
const letterWidth = 6.3;
export const axisHeight = 20;

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Round numbers between two others, with labels in one unit. */
function ticksBetween(
  from: number,
  to: number,
  most: number,
  counted: Counted,
): { readonly ticks: readonly Tick[]; readonly unit: string } {
  const values = ticks(from, to, Math.max(2, most));
  const { name, size } = unitFor(Math.max(Math.abs(from), Math.abs(to)), counted);
  const step = values.length > 1 ? (values[1] - values[0]) / size : 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return { ticks: values.map((value) => ({ value, label: (value / size).toFixed(decimals) })), unit: name };
}

export const valueTicks = ({ bottom, top, quantity }: Chart, height: number) =>
  ticksBetween(bottom, top, Math.floor(height / apart.down), quantity);

/** How much the labels of the values take. */
export const labelsWidth = (labels: readonly Tick[], unit: string): number =>
  Math.max(unit.length, ...labels.map(({ label }) => label.length)) * letterWidth + 12;

/** Values on the left, time below, and a faint line at each. */
export function axes(chart: Chart, area: ChartArea, values: ReturnType<typeof valueTicks>) {
  const times = ticksBetween(chart.span.from, chart.span.to, Math.floor(area.width / apart.across), "seconds");
  return svg`<g class="axes">
    ${values.ticks.map(({ value, label }) => {
      const y = area.y(value);
      // the unit stands above
      return svg`<line x2=${area.width} y1=${y} y2=${y}></line>${y < 14 ? "" : svg`<text x="-6" y=${y} class="value">${label}</text>`}`;
    })}
    <text x="-6" y="4" class="value unit">${values.unit}</text>
    ${times.ticks.map(({ value, label }) => {
      const x = area.x(value);
      return svg`<line x1=${x} x2=${x} y2=${area.height}></line><text x=${x} y=${area.height + 14} class="time">${label} ${times.unit}</text>`;
    })}
    <path class="frame" d=${`M0 0V${area.height}H${area.width}`}></path>
  </g>`;
}
