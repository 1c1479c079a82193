import type { PacketColumns } from "../../capture/columns";
import type { RowTimes, TimeLook } from "../list/rowTimes";

/** What rows are sorted by: arrays of 32-bit numbers, the least significant array first, with a number for each row at its index. */
export type SortKeys = readonly Uint32Array[];

export function lengthKeys(columns: PacketColumns, rows: Uint32Array): SortKeys {
  const keys = new Uint32Array(columns.count);
  for (const row of rows) keys[row] = columns.length.get(row);
  return [keys];
}

/** Keys that sort by time, or by the length of spans; rows without a time come first. */
export function timeKeys(columns: PacketColumns, times: RowTimes, look: TimeLook, rows: Uint32Array): SortKeys {
  const { time, count } = columns;
  if (!countsAnew(look)) return numberKeys(count, rows, (row) => time[row]);
  return numberKeys(count, rows, (row) => {
    const before = times.before(row, look) ?? -1;
    return before < 0 ? Number.NaN : time[row] - time[before];
  });
}

/** Whether times do not all count from the same moment. */
const countsAnew = ({ time, references }: TimeLook): boolean =>
  time === "previous" || time === "connection" || (time === "relative" && references.length > 0);

/** Keys that sort by number; rows without one (NaN) come first. */
export function numberKeys(count: number, rows: Uint32Array, numberOf: (row: number) => number): SortKeys {
  const [low, high] = [new Uint32Array(count), new Uint32Array(count)];
  const double = new Float64Array(1);
  const words = new Uint32Array(double.buffer);
  for (const row of rows) {
    const value = numberOf(row);
    if (Number.isNaN(value)) continue;
    // as integers, the bits of doubles rise with their values once those of negative ones are inverted (adding 0 makes -0 to 0)
    double[0] = value + 0;
    const [lower, upper] = isLittleEndian ? words : [words[1], words[0]];
    const isNegative = upper >>> 31 !== 0;
    low[row] = isNegative ? ~lower : lower;
    high[row] = isNegative ? ~upper : upper | 0x8000_0000;
  }
  return [low, high];
}

const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
