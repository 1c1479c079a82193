import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { fileSource } from "../bytes/fileSource.node";
import { inflated } from "../bytes/inflate.node";
import { memorySource } from "../bytes/source";
import { wordsFor } from "../text/languages";
import { captureEngine } from "./captureEngine";
import type { Engine, EngineEvents } from "./contract/engine";
import type { Marked } from "./contract/marking";
import { IndexedCapture } from "./indexedCapture";
import { pacedProgress } from "./pacedProgress";
import { emitter, type Port, serve } from "./rpc";

/** What the host gives a new worker: a path, or the bytes where there is none. */
export type WorkerInput = { readonly language: string } & ({ readonly path: string } | { readonly bytes: Uint8Array });

/** One for each page that looks at the capture, over a channel of its own, as long as that is open. */
const listeners = new Set<(...args: Parameters<EngineEvents["progress"]>) => void>();

function answer(channel: MessagePort, capture: IndexedCapture): void {
  const port: Port = {
    post: (message, given) => channel.postMessage(message, given),
    onMessage: (listener) => channel.on("message", listener),
  };
  const emit = emitter<EngineEvents>(port);
  const tell = (...args: Parameters<EngineEvents["progress"]>) => emit("progress", ...args);
  const tellMarked = (marked: Marked) => emit("marked", marked);
  listeners.add(tell);
  capture.marked.listeners.add(tellMarked);
  channel.on("close", () => {
    listeners.delete(tell);
    capture.marked.listeners.delete(tellMarked);
  });
  serve<Engine>(
    port,
    captureEngine(capture, capture.words, (task, share) => emit("working", task, share)),
  );
}

async function main(input: WorkerInput): Promise<void> {
  const open = async () => ("path" in input ? fileSource(input.path) : memorySource(input.bytes));
  const capture = new IndexedCapture(async (options) => inflated(await open(), options), wordsFor(input.language));
  parentPort!.on("message", (channel: MessagePort) => answer(channel, capture));
  await capture.index(
    pacedProgress((summary) => {
      for (const tell of listeners) tell(summary);
    }),
  );
}

void main(workerData as WorkerInput);
