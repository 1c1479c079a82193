import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import { type SuiteResult, suiteLine } from "./suiteResult";

/** Runs all suites below these folders and ends its output with their result in one line for a program to read. */
export async function runMocha(
  folders: readonly string[],
  options: Mocha.MochaOptions,
  print: (line: string) => void = console.log,
): Promise<SuiteResult> {
  const mocha = new Mocha({ ui: "bdd", ...options });
  for (const file of folders.flatMap(findSuites)) mocha.addFile(file);
  const result: SuiteResult = { passed: 0, failed: 0, skipped: 0, retried: [], slowest: [], failures: [] };
  const times: SuiteResult["slowest"] = [];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on("pass", (test) => {
      result.passed += 1;
      times.push({ title: test.fullTitle(), ms: test.duration ?? 0 });
    });
    runner.on("pending", () => {
      result.skipped += 1;
    });
    runner.on("retry", (test) => result.retried.push(test.fullTitle()));
    runner.on("fail", (test, error: Error) => {
      result.failed += 1;
      result.failures.push({ title: test.fullTitle(), message: error.stack ?? String(error) });
    });
  });
  // what failed again is among the failures
  result.retried = result.retried.filter((title) => !result.failures.some((failure) => failure.title === title));
  result.slowest = times.sort((a, b) => b.ms - a.ms).slice(0, 10);
  print(suiteLine(result));
  return result;
}

function findSuites(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => path.endsWith(".test.js"))
    .sort()
    .map((path) => join(folder, path));
}
