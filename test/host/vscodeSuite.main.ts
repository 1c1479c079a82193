import { suiteLine } from "../runner/suiteResult";
import { runMochaInHost } from "./mochaInHost";
import { inRepository } from "./repository";
import { startVsCode } from "./vscodeServer";

async function main(): Promise<number> {
  const server = await startVsCode({ folder: inRepository("samples") });
  try {
    const result = await runMochaInHost(server, { testsPath: inRepository("out", "test", "vscode", "index.main.js") });
    console.log(suiteLine(result));
    return result.failed > 0 ? 1 : 0;
  } finally {
    await server.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
