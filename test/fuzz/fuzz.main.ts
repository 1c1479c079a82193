import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isMainThread } from "node:worker_threads";
import { ownCaptures } from "../dsl/captures";
import { work } from "./fuzzWorker";
import { type FuzzCapture, type Input, Inputs } from "./inputs";
import { watchWorker } from "./watchWorker";

// npm run fuzz -- [--seconds N] [--seed S] [--captures FOLDER] [--input FILE]
// Captures cut at every byte and damaged at random: nothing may throw, hang or keep memory. `--input` tries one file as it is.
const mostFailures = 20;

function filesIn(folder: string): FuzzCapture[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "60" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      captures: { type: "string" },
      input: { type: "string" },
    },
  });
  const seed = Number(values.seed);
  const seconds = Number(values.seconds);
  if (!Number.isFinite(seed) || !Number.isFinite(seconds)) throw new Error("--seconds and --seed want numbers");
  const captures = values.input
    ? [{ name: values.input, bytes: readFileSync(values.input) }]
    : values.captures
      ? filesIn(values.captures)
      : ownCaptures();
  console.log(`seed ${seed}: ${captures.length} captures`);

  const inputs = new Inputs(captures, seed);
  const folder = mkdtempSync(join(tmpdir(), "wirenote-fuzz-"));
  const written: Promise<void>[] = [];
  const count = await watchWorker(__filename, { captures, seed, seconds: values.input ? 0 : seconds }, (input, message) => {
    written.push(report(written.length, input, message));
  });
  await Promise.all(written);
  if (written.length === 0) rmSync(folder, { recursive: true });
  console.log(`${count} inputs, ${written.length} failures`);
  return written.length === 0 ? 0 : 1;

  async function report(index: number, input: Input, message: string): Promise<void> {
    if (index >= mostFailures) return;
    const file = join(folder, `${index}.cap`);
    writeFileSync(file, await inputs.bytesOf(input));
    console.log(`\nseed ${seed}, ${captures[input.capture].name}, ${input.manner} ${input.number}: ${message}`);
    console.log(`again: npm run fuzz -- --input ${file}`);
  }
}

if (isMainThread)
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
else void work();
