import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../host/chromium";
import { startVsCode, type VsCodeServer } from "../host/vscodeServer";
import { newWorkbenchPage } from "../host/workbenchPage";
import { median } from "./measure";
import type { Report } from "./report";

/** What the extension adds to the start of VS Code where neither a text nor a capture is open: nothing that can be told from noise. */
export async function measureStart(report: Report, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-start-bench-"));
  const servers = [await startVsCode({ folder }), await startVsCode({ folder, extensionPath: null })] as const;
  const browser = await launchChromium();
  try {
    const times = servers.map((): number[] => []);
    // the first windows fill caches
    for (let round = -1; round < rounds; round += 1)
      for (const [index, server] of servers.entries()) {
        const milliseconds = await timeOfStart(browser, server);
        if (round >= 0) times[index].push(milliseconds);
      }
    const [ours, without] = times.map(median);
    report.line(`start of VS Code, nothing open: ${ours.toFixed(0)} ms with the extension, ${without.toFixed(0)} without`);
    report.atMost("start of VS Code with the extension, of that without", ours / without, 1.1);
    // VS Code opens texts of its own, such as settings: a dump may stand in any text
    const activations = new Set(servers[0].extensionHostLog().match(/_doActivateExtension wirenote\..*/g));
    report.line(`activations of the extension meanwhile: ${[...activations].join("; ") || "none"}`);
  } finally {
    await browser.close();
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the address to a window that is restored. */
async function timeOfStart(browser: Browser, server: VsCodeServer): Promise<number> {
  const { page } = await newWorkbenchPage(browser, {});
  const started = performance.now();
  await page.goto(server.url());
  await page.waitForFunction("globalThis.driver !== undefined", undefined, { timeout: 60_000 });
  await page.evaluate("globalThis.driver.whenWorkbenchRestored()");
  const took = performance.now() - started;
  // extensions that begin with VS Code begin now
  await page.waitForTimeout(3000);
  await page.context().close();
  return took;
}
