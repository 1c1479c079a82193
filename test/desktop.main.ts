import { runTests } from "@vscode/test-electron";
import { inRepository, repositoryRoot } from "./host/repository";

// npm run test:desktop: the suite of test/vscode in the desktop's VS Code, the one at VSCODE_PATH or a downloaded one.
const installed = process.env["VSCODE_PATH"];

runTests({
  ...(installed && { vscodeExecutablePath: installed }),
  extensionDevelopmentPath: repositoryRoot,
  extensionTestsPath: inRepository("out", "test", "vscode", "index.main.js"),
  launchArgs: [inRepository("samples"), "--disable-extensions"],
}).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
