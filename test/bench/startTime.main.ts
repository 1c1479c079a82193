import { Report } from "./report";
import { measureStart } from "./startTime";

// node out/test/bench/startTime.main.js [ROUNDS]: what the extension adds to the start of VS Code.

const report = new Report();

measureStart(report, Number(process.argv[2] ?? 7)).then(
  () => report.printTargets(),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
