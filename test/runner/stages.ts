import { spawn } from "node:child_process";
import { parseSuiteLine, type SuiteResult } from "./suiteResult";

export interface Stage {
  name: string;
  /** Commands that all have to succeed; each is the name of a tool in node_modules, or `node`, and its arguments. */
  commands: string[][];
  /** Whether it is a mocha suite, which counts its own tests. */
  suite: boolean;
  /** Whether it needs the machine for itself: people do not look at two VS Codes at a time either. */
  alone?: boolean;
}

const mocha = "out/test/runner/mocha.main.js";
const secondsOfFuzz = process.env["CI"] === "true" ? "60" : "5";

/** What was found the last time is kept, so that only what has changed is looked at. */
const typeCheck = (project: string) => [
  "tsc",
  ...["-p", project],
  ...["--incremental", "--tsBuildInfoFile", `node_modules/.cache/tsc/${project.replaceAll("/", "-")}.json`],
];

export const stages: Stage[] = [
  { name: "types", suite: false, commands: [".", "src/webview", "test"].map(typeCheck) },
  // the longest, beside all the others
  { name: "truth", suite: true, commands: [["node", mocha, "--timeout=120000", "out/test/truth"]] },
  { name: "lint", suite: false, commands: [["biome", "ci", "--colors=off", "."]] },
  { name: "imports", suite: false, commands: [["node", "out/test/architecture/importRules.main.js"]] },
  { name: "unit", suite: true, commands: [["node", mocha, "--timeout=120000", "out/test/unit", "out/test/golden"]] },
  { name: "texts", suite: true, commands: [["node", mocha, "--timeout=120000", "out/test/texts"]] },
  { name: "fuzz", suite: false, commands: [["node", "out/test/fuzz/fuzz.main.js", "--seconds", secondsOfFuzz]] },
  { name: "vscode", suite: true, alone: true, commands: [["node", "out/test/host/vscodeSuite.main.js"]] },
  { name: "browser", suite: true, alone: true, commands: [["node", "out/test/host/browserSuite.main.js"]] },
];

export interface StageResult extends SuiteResult {
  name: string;
  seconds: number;
}

/** Runs a stage to its end; a failure is part of the result, not an exception. */
export async function runStage(stage: Stage, print: (line: string) => void): Promise<StageResult> {
  const started = Date.now();
  const runs = [];
  for (const command of stage.commands) runs.push(await run(command, stage.suite ? print : () => {}));
  const seconds = (Date.now() - started) / 1000;
  return { name: stage.name, seconds, ...(stage.suite ? suiteOutcome(stage, runs) : checkOutcome(stage, runs, seconds)) };
}

interface Run {
  code: number;
  output: string;
  result: SuiteResult | undefined;
}

/** A check is one test: all of its commands succeed. */
function checkOutcome(stage: Stage, runs: readonly Run[], seconds: number): SuiteResult {
  const message = runs
    .filter(({ code }) => code !== 0)
    .map(({ output }) => output)
    .join("\n");
  const failed = runs.some(({ code }) => code !== 0);
  return {
    passed: failed ? 0 : 1,
    failed: failed ? 1 : 0,
    skipped: 0,
    retried: [],
    slowest: [{ title: stage.name, ms: Math.round(seconds * 1000) }],
    failures: failed ? [{ title: stage.name, message }] : [],
  };
}

/** A suite that died, or in which nothing ran, has failed whatever it counted. */
function suiteOutcome(stage: Stage, [run]: readonly Run[]): SuiteResult {
  const result = run?.result ?? { passed: 0, failed: 0, skipped: 0, retried: [], slowest: [], failures: [] };
  const complaint =
    (!run?.result && `The suite ended with exit code ${run?.code} and without a result.`) ||
    (result.passed + result.failed === 0 && "No test ran.") ||
    (run?.code !== 0 && result.failed === 0 && `The suite ended with exit code ${run?.code}.`);
  if (!complaint) return result;
  const failures = [...result.failures, { title: stage.name, message: complaint }];
  return { ...result, failed: result.failed + 1, failures };
}

function run([command = "", ...args]: readonly string[], print: (line: string) => void): Promise<Run> {
  const program = command === "node" ? process.execPath : `node_modules/.bin/${command}`;
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve) => {
    let output = "";
    let rest = "";
    let result: SuiteResult | undefined;
    const read = (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const counts = parseSuiteLine(line);
        if (counts) {
          result = counts;
          continue;
        }
        output += `${line}\n`;
        print(line);
      }
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.once("error", (error) => resolve({ code: 1, output: error.message, result: undefined }));
    child.once("close", (code) => {
      if (rest) read("\n");
      resolve({ code: code ?? 1, output, result });
    });
  });
}
