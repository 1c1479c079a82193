/** One way to do the work: ours, or a peer's. */
export interface Contender {
  readonly name: string;
  /** Does the work once, on the file that all contenders share; seconds where it knows better than the clock around it. */
  readonly run: () => Promise<number | undefined>;
}

export interface Measured {
  readonly name: string;
  readonly seconds: { readonly min: number; readonly median: number; readonly max: number };
  /** Its median time against ours: 2 is twice as slow. */
  readonly ratio: number;
}

/** Times contenders in turn, A B C A B C …, so that a machine that slows down slows all of them. The first is ours. */
export async function measure(contenders: readonly Contender[], rounds: number): Promise<Measured[]> {
  const times = contenders.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const started = performance.now();
      const seconds = (await contender.run()) ?? (performance.now() - started) / 1000;
      // the first round only warms up
      if (round >= 0) times[index].push(seconds);
    }
  }
  const ours = median(times[0]);
  return contenders.map(({ name }, index) => ({
    name,
    seconds: { min: Math.min(...times[index]), median: median(times[index]), max: Math.max(...times[index]) },
    ratio: median(times[index]) / ours,
  }));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which so large a share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  return below + (sorted[Math.ceil(at)] - below) * (at % 1);
}

/** How most of them lie, and how the last ones do. */
export const tellQuantiles = (values: readonly number[]): string =>
  `${[0.5, 0.95, 0.99, 1].map((share) => quantile(values, share).toFixed(2)).join(", ")} at 50, 95, 99 and 100 of 100`;
