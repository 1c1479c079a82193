import { runStage, type Stage, type StageResult, stages } from "./runner/stages";

// npm test [-- --only unit,browser]: every stage runs, even after one has failed; then the sum, alone on the last line.

/** So many stages run side by side, but for those that want to be alone. */
const lanes = 2;

function selectedStages(): typeof stages {
  const at = process.argv.indexOf("--only");
  if (at < 0) return stages;
  const names = (process.argv[at + 1] ?? "").split(",");
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0)
    throw new Error(`No such stage: ${unknown.join(", ")}. There are: ${stages.map(({ name }) => name).join(", ")}`);
  return stages.filter(({ name }) => names.includes(name));
}

function printSlowest(results: readonly StageResult[]): void {
  const all = results.flatMap(({ name, slowest }) =>
    slowest.map(({ title, ms }) => ({ ms, title: title === name ? name : `${name}: ${title}` })),
  );
  console.log("\nSlowest tests");
  for (const { ms, title } of all.sort((a, b) => b.ms - a.ms).slice(0, 10)) console.log(`${String(ms).padStart(8)} ms  ${title}`);
}

/** Whoever waits for a machine that does something else meanwhile may wait too short: that is worth a look, but no failure. */
function printRetried(results: readonly StageResult[]): void {
  const all = results.flatMap(({ name, retried }) => retried.map((title) => `  ${name}: ${title}`));
  if (all.length > 0) console.log(`\nPassed at the second try\n${all.join("\n")}`);
}

function printFailures(results: readonly StageResult[]): void {
  const all = results.flatMap(({ name, failures }) => failures.map((failure) => ({ name, ...failure })));
  if (all.length === 0) return;
  console.log("\nFailures");
  for (const { name, title, message } of all) console.log(`\n[${name}] ${title === name ? "" : title}\n${message.trimEnd()}`);
}

/** Prints what a stage says: at once, or all of it in the end where another one runs beside it. */
async function runAndPrint(stage: Stage, atOnce: boolean): Promise<StageResult> {
  const lines: string[] = [];
  const print = atOnce ? console.log : (line: string) => lines.push(line);
  print(`\n── ${stage.name}`);
  const result = await runStage(stage, print);
  if (!stage.suite) for (const { message } of result.failures) print(message.trimEnd());
  print(`── ${stage.name}: ${result.failed > 0 ? "FAILED" : "passed"} in ${result.seconds.toFixed(1)} s`);
  if (lines.length > 0) console.log(lines.join("\n"));
  return result;
}

async function runSideBySide(some: readonly Stage[]): Promise<StageResult[]> {
  const results: StageResult[] = [];
  const waiting = some.values();
  const lane = async () => {
    for (const stage of waiting) results.push(await runAndPrint(stage, some.length === 1));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

async function main(): Promise<number> {
  const selected = selectedStages();
  const results = await runSideBySide(selected.filter(({ alone }) => !alone));
  for (const stage of selected.filter(({ alone }) => alone)) results.push(await runAndPrint(stage, true));
  printSlowest(results);
  printRetried(results);
  printFailures(results);

  const sum = (count: (result: StageResult) => number) => results.reduce((total, result) => total + count(result), 0);
  const [passed, failed, skipped] = [
    sum((result) => result.passed),
    sum((result) => result.failed),
    sum((result) => result.skipped),
  ];
  const strict = process.env["CI"] === "true";
  if (strict && skipped > 0) console.log("\nSkipped tests are failures when CI is true.");
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed > 0 || (strict && skipped > 0) ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
