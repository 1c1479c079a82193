import { runMocha } from "../runner/runMocha";
import { inRepository } from "./repository";
import { installVsCode } from "./vscodePackage";

// Suites that look at VS Code through a browser. Each has a VS Code and a browser of its own, which wait for one another most of the
// time: so two run side by side.

const lanes = 2;

/** What a person does by hand once more, too: a busy machine may let the keyboard go elsewhere between two steps. */
const retries = process.env["CI"] === "true" ? 1 : 0;

async function main(): Promise<number> {
  await installVsCode();
  const options = { timeout: 120_000, parallel: true, jobs: lanes, retries };
  const { failed } = await runMocha([inRepository("out", "test", "browser")], options);
  return failed > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
