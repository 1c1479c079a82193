import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Runs dependency-cruiser over src, and fails unless it read every file there: a parser that does not know the TypeScript in
 * use finds nothing, and no violations either.
 */
interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[];
  };
}

const tool = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
const run = spawnSync(process.execPath, [tool, "--config", "test/architecture/importRules.cjs", "--output-type", "json", "src"], {
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
if (run.stdout === "") throw new Error(run.stderr);
const cruise = JSON.parse(run.stdout) as Cruise;

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join("src", name));
const visited = new Set(cruise.modules.map(({ source }) => source));
const problems = [
  ...cruise.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  ...files.filter((file) => !visited.has(file)).map((file) => `not visited: ${file}`),
  ...(files.length === 0 ? ["no files under src"] : []),
];
for (const problem of problems) console.error(problem);
console.log(`${files.length} files, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
