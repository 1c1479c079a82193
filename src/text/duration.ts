import { unitFor } from "./quantity";

/** A time span with the unit that keeps it short: `14 µs`, `807 ms`, `2.5 s`. */
export function formatDuration(seconds: number): string {
  // digits below a nanosecond are rounding errors of a difference of two times
  const exact = Number(seconds.toFixed(10));
  const { name, size } = unitFor(exact, "seconds");
  const value = exact / size;
  return `${value === 0 ? "0" : Math.abs(value) < 10 ? String(Number(value.toFixed(2))) : value.toFixed(Math.abs(value) < 99.95 && name !== "µs" ? 1 : 0)} ${name}`;
}
