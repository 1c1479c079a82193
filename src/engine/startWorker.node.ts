import { MessageChannel, type ResourceLimits, Worker } from "node:worker_threads";
import { type Engine, type EngineEvents, engineMethods } from "./contract/engine";
import { connect, listen, type Port } from "./rpc";
import type { WorkerInput } from "./worker.node";

/** An engine in a thread of its own. */
export interface RunningEngine {
  /** Opens the engine for one page, which filters and sorts for itself. */
  open(events: EngineEvents): OpenEngine;
  stop(): void;
}

export interface OpenEngine {
  readonly engine: Engine;
  close(): void;
}

/** Why a call has no answer: whoever opened the engine has left it. */
export class LeftEngine extends Error {}

/** Rows are garbage as soon as they are sent. A small young generation is cleared often, each time too quickly for anybody to notice. */
export const engineLimits: ResourceLimits = { maxYoungGenerationSizeMb: 12 };

export function startEngine(workerFile: string, input: WorkerInput): RunningEngine {
  const worker = new Worker(workerFile, { workerData: input, resourceLimits: engineLimits });
  const opened = new Set<(reason: Error) => void>();
  let gone: Error | undefined;
  const end = (reason: Error) => {
    gone = reason;
    for (const close of opened) close(reason);
    opened.clear();
  };
  worker.on("error", end);
  worker.on("exit", () => end(new Error("the engine has stopped")));
  return {
    open(events) {
      const { port1: own, port2: theirs } = new MessageChannel();
      const port: Port = {
        post: (message) => own.postMessage(message),
        onMessage: (listener) => own.on("message", listener),
      };
      const { remote, close } = connect<Engine>(port, engineMethods);
      listen<EngineEvents>(port, events);
      const shut = (reason: Error) => {
        close(reason);
        own.close();
      };
      opened.add(shut);
      if (gone !== undefined) shut(gone);
      else worker.postMessage(theirs, [theirs]);
      return {
        engine: remote,
        close: () => {
          opened.delete(shut);
          shut(new LeftEngine("nobody looks at it any more"));
        },
      };
    },
    stop: () => void worker.terminate(),
  };
}
