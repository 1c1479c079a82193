import { parentPort, workerData } from "node:worker_threads";
import { type FuzzCapture, type Input, Inputs, manners, tryInput } from "./inputs";
import { MemoryWatch } from "./memory";

export interface FuzzJob {
  readonly captures: readonly FuzzCapture[];
  readonly seed: number;
  readonly seconds: number;
  /** What is tried now, for those who watch: `Progress`. */
  readonly shared: SharedArrayBuffer;
}

export type FuzzMessage =
  | { readonly kind: "failure"; readonly input: Input; readonly message: string }
  | { readonly kind: "end" };

/** Tells another thread what this one is at, even when it never comes back from it. */
export class Progress {
  private readonly numbers: Float64Array;

  constructor(shared: SharedArrayBuffer) {
    this.numbers = new Float64Array(shared);
  }

  static readonly bytes = 6 * 8;

  begin({ capture, manner, number }: Input): void {
    this.numbers.set([this.count + 1, Date.now(), capture, manners.indexOf(manner), number]);
  }

  live(): void {
    this.numbers[5] += 1;
  }

  /** Changes as long as something goes on. */
  get pulse(): number {
    return this.numbers[0] + this.numbers[5];
  }

  get count(): number {
    return this.numbers[0];
  }

  get began(): number {
    return this.numbers[1];
  }

  get input(): Input {
    const [, , capture, manner, number] = this.numbers;
    return { capture, manner: manners[manner], number };
  }
}

/** Tries inputs: every cut, then damage until the time is over. */
export async function work(): Promise<void> {
  const { captures, seed, seconds, shared } = workerData as FuzzJob;
  const inputs = new Inputs(captures, seed);
  const progress = new Progress(shared);
  const memory = new MemoryWatch();
  const end = Date.now() + seconds * 1000;
  const report = (message: FuzzMessage) => parentPort?.postMessage(message);

  const attempt = async (input: Input) => {
    const bytes = await inputs.bytesOf(input);
    progress.begin(input);
    try {
      const complaint = await memory.around(bytes.length, () => tryInput(bytes, input, () => progress.live()));
      if (complaint) report({ kind: "failure", input, message: complaint });
    } catch (error) {
      report({ kind: "failure", input, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
  for await (const input of inputs.everyCut()) await attempt(input);
  for (const input of inputs.damages()) {
    await attempt(input);
    if (Date.now() >= end && input.number > 0) break;
  }
  report({ kind: "end" });
}
