import { parseArgs } from "node:util";
import { runMocha } from "./runMocha";

// mocha.main.js [--timeout <ms>] <folder>…
// A folder without suites is no reason to fail here: the stage fails when no test ran at all.
const { values, positionals } = parseArgs({ allowPositionals: true, options: { timeout: { type: "string", default: "5000" } } });

runMocha(positionals, { timeout: Number(values.timeout) }).then(
  ({ failed }) => process.exit(failed > 0 ? 1 : 0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
