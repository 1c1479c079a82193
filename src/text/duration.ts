/** A time span with the unit that keeps it short: `14 µs`, `807 ms`, `2.5 s`. */
export function formatDuration(seconds: number): string {
  const units = [
    { name: "s", size: 1 },
    { name: "ms", size: 1e-3 },
    { name: "µs", size: 1e-6 },
  ];
  const { name, size } = units.find((unit) => Math.abs(seconds) >= unit.size * 0.9995) ?? { name: "µs", size: 1e-6 };
  const value = seconds / size;
  return `${value === 0 ? "0" : Math.abs(value) < 10 ? String(Number(value.toFixed(2))) : value.toFixed(Math.abs(value) < 100 && name !== "µs" ? 1 : 0)} ${name}`;
}
