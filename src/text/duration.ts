import { unitFor } from "./quantity";

/** A time span with the unit that keeps it short: `14 µs`, `807 ms`, `2.5 s`. */
export function formatDuration(seconds: number): string {
  const { name, size } = unitFor(seconds, "seconds");
  const value = seconds / size;
  return `${value === 0 ? "0" : Math.abs(value) < 10 ? String(Number(value.toFixed(2))) : value.toFixed(Math.abs(value) < 100 && name !== "µs" ? 1 : 0)} ${name}`;
}
