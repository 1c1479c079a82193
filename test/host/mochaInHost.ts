import { setTimeout } from "node:timers/promises";
import { parseHostLine, parseSuiteLine, type SuiteResult } from "../runner/suiteResult";
import { launchChromium } from "./chromium";
import type { VsCodeServer } from "./vscodeServer";
import { newWorkbenchPage } from "./workbenchPage";

export interface MochaInHostOptions {
  /** The built suite, a module that exports `run()`. */
  testsPath: string;
  folder?: string;
  locale?: string;
  print?: (line: string) => void;
  timeout?: number;
}

/** Runs a mocha suite inside VS Code's extension host. */
export async function runMochaInHost(server: VsCodeServer, options: MochaInHostOptions): Promise<SuiteResult> {
  const { testsPath, folder, print = console.log, timeout = 300_000 } = options;
  const browser = await launchChromium();
  try {
    const { page } = await newWorkbenchPage(browser, options);
    let result: SuiteResult | undefined;
    const vscodeErrors: string[] = [];
    await page.exposeFunction("codeAutomationLog", (type: string, args: unknown[]) => {
      const line = args.map(String).join(" ");
      const printed = parseHostLine(line);
      const counts = printed && parseSuiteLine(printed);
      if (counts) result = counts;
      else if (printed !== undefined) print(printed);
      else if (type === "error") vscodeErrors.push(line);
    });
    const exited = new Promise<number>((resolve) => void page.exposeFunction("codeAutomationExit", resolve));
    await page.goto(server.url({ extensionTestsPath: testsPath, ...(folder && { folder }) }));
    const code = await Promise.race([exited, setTimeout(timeout, "none, out of time", { ref: false })]);

    // a killed extension host reports 0, so only the suite's own counts are proof that it ran
    const unfinished = !result && "before its suite did";
    const contradicted = code !== 0 && result?.failed === 0 && result.passed > 0 && "though its suite passed";
    const complaint = unfinished || contradicted;
    if (!result || complaint)
      throw new Error(`The extension host ended (exit code ${code}) ${complaint}.\n${vscodeErrors.join("\n")}`);
    return result;
  } finally {
    await browser.close();
  }
}
