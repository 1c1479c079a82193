import { parentPort, workerData } from "node:worker_threads";
import { fileSource } from "../bytes/fileSource.node";
import { inflated } from "../bytes/inflate.node";
import { wordsFor } from "../text/words";
import { CaptureEngine } from "./captureEngine";
import type { Engine, EngineEvents } from "./contract";
import { emitter, type Port, serve } from "./rpc";

/** What the host gives a new worker: a path, never the bytes. */
export interface WorkerInput {
  readonly path: string;
  readonly language: string;
}

const port: Port = {
  post: (message) => parentPort!.postMessage(message),
  onMessage: (listener) => parentPort!.on("message", listener),
};

async function main({ path, language }: WorkerInput): Promise<void> {
  const words = wordsFor(language);
  const emit = emitter<EngineEvents>(port);
  const engine = new CaptureEngine(async (options) => inflated(await fileSource(path), options), words);
  serve<Engine>(port, engine);
  await engine.index((summary) => emit("progress", summary));
}

void main(workerData as WorkerInput);
