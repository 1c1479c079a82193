import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { engineLimits } from "../../src/engine/startWorker.node";
import type { Task } from "./indexWorker.main";

/** The worker that has done this before. */
export class WarmWorker {
  private readonly worker = new Worker(join(__dirname, "indexWorker.main.js"), { resourceLimits: engineLimits });

  async perform(task: Task): Promise<readonly number[]> {
    this.worker.postMessage(task);
    const [answer] = (await once(this.worker, "message")) as [{ milliseconds?: readonly number[]; error?: string }];
    if (!answer.milliseconds) throw new Error(answer.error);
    return answer.milliseconds;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
