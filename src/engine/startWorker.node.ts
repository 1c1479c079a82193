import { Worker } from "node:worker_threads";
import { type CaptureSummary, type Engine, type EngineEvents, engineMethods } from "./contract";
import { connect, listen, type Port } from "./rpc";
import type { WorkerInput } from "./worker.node";

/** An engine in a thread of its own. */
export interface RunningEngine {
  readonly engine: Engine;
  stop(): void;
}

export function startEngine(
  workerFile: string,
  input: WorkerInput,
  onProgress: (summary: CaptureSummary) => void,
): RunningEngine {
  const worker = new Worker(workerFile, { workerData: input });
  const port: Port = {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on("message", listener),
  };
  const { remote, close } = connect<Engine>(port, engineMethods);
  listen<EngineEvents>(port, { progress: onProgress });
  worker.on("error", (error) => close(error.stack ?? error.message));
  worker.on("exit", () => close("the engine has stopped"));
  return { engine: remote, stop: () => void worker.terminate() };
}
