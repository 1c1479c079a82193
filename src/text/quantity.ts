/** What can be counted in larger and smaller units. */
export type Counted = "bytes" | "bits" | "packets" | "seconds";

export interface Unit {
  readonly name: string;
  readonly size: number;
  /** The least value that is told in this unit, where that is more than one of it. */
  readonly least?: number;
}

const units: Readonly<Record<Counted, readonly Unit[]>> = {
  bytes: thousands("B"),
  bits: thousands("bit/s"),
  // packets a second, in the unit of router makers
  packets: thousands("pps"),
  seconds: [
    // timers of protocols, up to hours, are configured in seconds
    { name: "d", size: 86_400, least: 172_800 },
    { name: "h", size: 3600, least: 36_000 },
    { name: "s", size: 1 },
    { name: "ms", size: 1e-3 },
    { name: "µs", size: 1e-6 },
  ],
};

function thousands(name: string): readonly Unit[] {
  return [
    { name: `T${name}`, size: 1e12 },
    { name: `G${name}`, size: 1e9 },
    { name: `M${name}`, size: 1e6 },
    { name: `k${name}`, size: 1e3 },
    { name, size: 1 },
  ];
}

/** The unit in which numbers up to `most` are short. */
export function unitFor(most: number, counted: Counted): Unit {
  const known = units[counted];
  return known.find(({ size, least = size }) => Math.abs(most) >= least * 0.9995) ?? known[known.length - 1];
}

/** With up to three significant digits: `1.45 Mbit/s`, `64 kB`. */
export function formatQuantity(value: number, counted: Counted): string {
  const { name, size } = unitFor(value, counted);
  return `${Number((value / size).toPrecision(3))} ${name}`;
}
