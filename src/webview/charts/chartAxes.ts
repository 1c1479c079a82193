import { svg } from "lit";
import type { Chart } from "../../view/charts/chart";
import type { ChartArea } from "../../view/onScreen/chartArea";
import { type Ticks, timeTicks } from "../../view/onScreen/chartTicks";

const letterWidth = 6.3;
export const axisHeight = 20;

/** The width of the labels of values, in pixels. */
export const labelsWidth = ({ ticks, unit }: Ticks): number =>
  Math.max(unit.length, ...ticks.map(({ label }) => label.length)) * letterWidth + 12;

/** Values on the left, time below, and a faint line at each. */
export function axes(chart: Chart, area: ChartArea, values: Ticks) {
  const times = timeTicks(chart, area.width);
  return svg`<g class="axes">
    ${values.ticks.map(({ value, label }) => {
      const y = area.y(value);
      // no label near the top, where the unit stands
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
