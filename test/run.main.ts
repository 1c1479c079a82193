import { runStage, type StageResult, stages } from "./runner/stages";

// npm test [-- --only unit,browser]: every stage runs, even after one has failed; then the sum, alone on the last line.

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

function printFailures(results: readonly StageResult[]): void {
  const all = results.flatMap(({ name, failures }) => failures.map((failure) => ({ name, ...failure })));
  if (all.length === 0) return;
  console.log("\nFailures");
  for (const { name, title, message } of all) console.log(`\n[${name}] ${title === name ? "" : title}\n${message.trimEnd()}`);
}

async function main(): Promise<number> {
  const results: StageResult[] = [];
  for (const stage of selectedStages()) {
    console.log(`\n── ${stage.name}`);
    const result = await runStage(stage);
    results.push(result);
    if (!stage.suite) for (const { message } of result.failures) console.log(message.trimEnd());
    console.log(`── ${stage.name}: ${result.failed > 0 ? "FAILED" : "passed"} in ${result.seconds.toFixed(1)} s`);
  }
  printSlowest(results);
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
