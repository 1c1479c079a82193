import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../host/chromium";
import { repositoryRoot } from "../host/repository";
import { startVsCode, type VsCodeServer } from "../host/vscodeServer";
import { newWorkbenchPage } from "../host/workbenchPage";
import { median } from "./measure";
import type { Report } from "./report";

/**
 * What the extension adds to the start of VS Code where neither a text nor a capture is open: nothing that can be told from noise.
 * Any extension in development costs VS Code some time of its own, so the peer is one that does nothing when it is activated.
 */
export async function measureStart(report: Report, rounds: number): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "wirenote-start-bench-"));
  const folder = join(scratch, "notes");
  mkdirSync(folder);
  const extensions = [repositoryRoot, writeIdleExtension(join(scratch, "idle")), null];
  const servers = await Promise.all(extensions.map((extensionPath) => startVsCode({ folder, extensionPath })));
  const browser = await launchChromium();
  try {
    const times = servers.map((): number[] => []);
    // the first windows fill caches
    for (let round = -1; round < rounds; round += 1)
      for (const [index, server] of servers.entries()) {
        const milliseconds = await timeOfStart(browser, server);
        if (round >= 0) times[index].push(milliseconds);
      }
    const [ours, idle, none] = times.map(median);
    const say = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`;
    report.line(`start of VS Code, nothing open: ${say(ours)}; with an idle extension ${say(idle)}, without any ${say(none)}`);
    report.atMost("start of VS Code with the extension, of that with an idle one", ours / idle, 1.05);
    // VS Code opens texts of its own, such as settings: a dump may stand in any text
    const activations = new Set(servers[0].extensionHostLog().match(/_doActivateExtension wirenote\..*/g));
    report.line(`activations of the extension meanwhile: ${[...activations].join("; ") || "none"}`);
  } finally {
    await browser.close();
    for (const server of servers) await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** One that is activated when ours is. */
function writeIdleExtension(folder: string): string {
  const { engines, activationEvents } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8"));
  const manifest = { name: "idle", publisher: "bench", version: "0.0.1", main: "./idle.js", engines, activationEvents };
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "idle.js"), "exports.activate = () => {};");
  return folder;
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
