import { Worker } from "node:worker_threads";
import { type FuzzJob, type FuzzMessage, Progress } from "./fuzzWorker";
import type { Input } from "./inputs";

/** An input that takes longer hangs. */
const mostMilliseconds = 2000;
const lookEvery = 100;
const heapMebibytes = 512;

export type OnFailure = (input: Input, message: string) => void;

/** Runs the inputs in a thread of their own, so that one that never ends is noticed; says how many there were. */
export function watchWorker(file: string, job: Omit<FuzzJob, "shared">, onFailure: OnFailure): Promise<number> {
  const shared = new SharedArrayBuffer(Progress.bytes);
  const progress = new Progress(shared);
  const worker = new Worker(file, {
    workerData: { ...job, shared } satisfies FuzzJob,
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes },
  });
  return new Promise((resolve) => {
    let looked = { pulse: 0, times: 0 };
    const finish = () => {
      clearInterval(timer);
      void worker.terminate();
      resolve(progress.count);
    };
    // counted in looks, not by the clock: a machine that sleeps is no hang
    const timer = setInterval(() => {
      looked = progress.pulse === looked.pulse ? { ...looked, times: looked.times + 1 } : { pulse: progress.pulse, times: 0 };
      if (progress.count === 0 || looked.times * lookEvery < mostMilliseconds) return;
      onFailure(progress.input, `no end after ${Date.now() - progress.began} ms`);
      finish();
    }, lookEvery);
    worker.on("message", (message: FuzzMessage) => {
      if (message.kind === "failure") onFailure(message.input, message.message);
      else finish();
    });
    // out of memory, for one
    worker.on("error", (error) => {
      onFailure(progress.input, error.message);
      finish();
    });
  });
}
