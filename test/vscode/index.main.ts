import { format } from "node:util";
import Mocha from "mocha";
import * as vscode from "vscode";
import { runMocha } from "../runner/runMocha";
import { hostLine } from "../runner/suiteResult";

/** VS Code calls this in its extension host and takes a rejection for a failure. */
export async function run(): Promise<void> {
  const inBrowser = vscode.env.uiKind === vscode.UIKind.Web;
  const print = inBrowser ? printMarked : console.log;
  // VS Code lets nobody replace console.log itself
  Mocha.reporters.Base.consoleLog = print;
  const { passed, failed } = await runMocha([__dirname], { timeout: 60_000, color: false }, print);
  if (failed > 0) throw new Error(`${failed} tests failed.`);
  if (passed === 0) throw new Error("No test ran.");
}

/** In a browser, what the suite prints arrives amid all that VS Code logs. */
function printMarked(...args: unknown[]): void {
  console.log(hostLine(format(...args)));
}
