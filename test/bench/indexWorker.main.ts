import { parentPort } from "node:worker_threads";
import { fileSource } from "../../src/bytes/fileSource.node";
import { captureEngine } from "../../src/engine/captureEngine";
import { wordsFor } from "../../src/text/languages";
import { indexCapture } from "./indexing";

// A worker that stays, as the extension's does: it indexes and shows what it is told to, and says how long that took.

export type Task =
  | { readonly kind: "index"; readonly path: string }
  | { readonly kind: "first-rows"; readonly path: string; readonly rows: number }
  | { readonly kind: "last-place"; readonly path: string }
  | { readonly kind: "random-rows"; readonly path: string; readonly rows: number; readonly times: number }
  | {
      readonly kind: "filters";
      readonly path: string;
      readonly before: readonly string[];
      readonly expressions: readonly string[];
      readonly rounds: number;
    };

/** Milliseconds. */
async function perform(task: Task): Promise<readonly number[]> {
  switch (task.kind) {
    case "index": {
      const started = performance.now();
      const { close } = await indexCapture(task.path);
      const took = performance.now() - started;
      await close();
      return [took];
    }
    case "first-rows":
      return [await firstRows(task.path, task.rows)];
    case "last-place":
      return lastPlaces(task.path);
    case "random-rows":
      return randomRows(task.path, task.rows, task.times);
    case "filters":
      return filterTimes(task);
  }
}

/** From the beginning until the first rows are there; the index is then given up. */
async function firstRows(path: string, rows: number): Promise<number> {
  const started = performance.now();
  const source = await fileSource(path);
  const engine = captureEngine(async () => source, wordsFor("en"));
  let isAsked = false;
  let took = 0;
  await engine.index(() => {
    if (isAsked) return;
    isAsked = true;
    void engine.stopReading();
    void engine.rows(0, rows).then(() => {
      took = performance.now() - started;
    });
  });
  while (took === 0) await new Promise((resolve) => setImmediate(resolve));
  await source.close();
  return took;
}

/** All about the last segments: what is in no column is found again from a checkpoint. */
async function lastPlaces(path: string): Promise<readonly number[]> {
  const { engine, packets, close } = await indexCapture(path);
  const measured: number[] = [];
  for (let number = packets; number > packets - 20; number -= 1) {
    const started = performance.now();
    await engine.place(number);
    measured.push(performance.now() - started);
  }
  await close();
  return measured;
}

async function randomRows(path: string, rows: number, times: number): Promise<readonly number[]> {
  const { engine, packets, close } = await indexCapture(path);
  const measured: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const first = Math.floor(((i * 0.618_034) % 1) * (packets - rows));
    const started = performance.now();
    await engine.rows(first, rows);
    measured.push(performance.now() - started);
  }
  await close();
  return measured;
}

/** All expressions in turn, and that several times. */
async function filterTimes({
  path,
  before,
  expressions,
  rounds,
}: Extract<Task, { kind: "filters" }>): Promise<readonly number[]> {
  const { engine, close } = await indexCapture(path);
  for (const expression of before) await engine.filter(expression);
  const measured: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const expression of expressions) {
      const started = performance.now();
      await engine.filter(expression);
      measured.push(performance.now() - started);
    }
  await close();
  return measured;
}

parentPort?.on("message", (task: Task) => {
  perform(task).then(
    (milliseconds) => parentPort?.postMessage({ milliseconds }),
    (error: unknown) => parentPort?.postMessage({ error: String(error) }),
  );
});
