import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const mebibyte = 1 << 20;
/** What may stay behind after all inputs together, and what one input may take for each of its bytes. */
const mayStay = 32 * mebibyte;
const mayTake = (size: number) => 128 * mebibyte + 1000 * size;

/** Looks now and then whether memory comes back. */
export class MemoryWatch {
  private atFirst: number | undefined;

  constructor(
    private readonly every = 500,
    private count = 0,
  ) {}

  /** Runs one input; says what is wrong with the memory that it took or left. */
  async around(size: number, run: () => Promise<void>): Promise<string | undefined> {
    this.count += 1;
    if (this.count % this.every !== 0) {
      await run();
      return undefined;
    }
    await collectAll();
    const before = used();
    this.atFirst ??= before;
    await run();
    const taken = used() - before;
    if (taken > mayTake(size)) return `${taken} bytes of memory for an input of ${size}`;
    if (before - this.atFirst > mayStay) return `memory has grown by ${before - this.atFirst} bytes after ${this.count} inputs`;
    return undefined;
  }
}

/** Buffers are given back behind our back, after the first collection. */
async function collectAll(): Promise<void> {
  collect();
  await new Promise((resolve) => setTimeout(resolve, 1));
  collect();
}

function used(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
