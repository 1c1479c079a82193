import { ticks } from "d3-array";
import { type Counted, unitFor } from "../../text/quantity";
import type { Chart } from "../charts/chart";

/** Pixels that a label needs. */
const apart = { across: 64, down: 26 };

/** Round numbers with labels, all in one unit. */
export interface Ticks {
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  readonly unit: string;
}

function ticksBetween(from: number, to: number, most: number, counted: Counted): Ticks {
  const { name, size } = unitFor(reachOf(from, to, counted), counted);
  // round numbers of the unit, not of seconds: an hour is no round number of them
  const scale = Math.max(1, size);
  const round = ticks(from / scale, to / scale, Math.max(2, most)).map((value) => value * scale);
  // there are no halves of a byte
  const values = name === "B" ? round.filter(Number.isInteger) : round;
  const step = values.length > 1 ? (values[1] - values[0]) / size : 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return { ticks: values.map((value) => ({ value, label: (value / size).toFixed(decimals) })), unit: name };
}

/** The number for which a unit is chosen: a short span is shown in seconds, however late it is. */
function reachOf(from: number, to: number, counted: Counted): number {
  const reach = Math.max(Math.abs(from), Math.abs(to));
  return counted === "seconds" && reach > 1 ? Math.max(1, to - from) : reach;
}

export const valueTicks = ({ floor, top, quantity }: Chart, height: number): Ticks =>
  ticksBetween(floor, top, Math.floor(height / apart.down), quantity);

export const timeTicks = ({ span }: Chart, width: number): Ticks =>
  ticksBetween(span.from, span.to, Math.floor(width / apart.across), "seconds");
