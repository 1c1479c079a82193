import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRepository } from "./repository";
import type { VsCodeForSuite } from "./vscodeForSuite";
import { startVsCode } from "./vscodeServer";
import { openWorkbench, type Workbench } from "./workbench";
import { type PageOptions, usualSize } from "./workbenchPage";

/** A window that suites use one after another, each with files of its own below its folder. */
interface SharedWindow {
  readonly folder: string;
  readonly workbench: Workbench;
}

/** By display language; they end with this program. A suite is a bundle of its own: what several share stands outside of all. */
const shared = globalThis as { windowsOfSuites?: Map<string, Promise<SharedWindow>> };
shared.windowsOfSuites ??= new Map();
const windows = shared.windowsOfSuites;

/** How a suite leaves a window to the next. */
const leaving = ["View: Close All Editors", "Notifications: Clear All Notifications"];

/**
 * A window that was opened for the first suite in its language and stays for those behind: it takes longer to open than most of them
 * take. For suites that look at captures of their own, and leave how the editor is laid out to others.
 */
export function sharedVsCode({ locale, size }: PageOptions, prepare: (folder: string) => void = () => {}): VsCodeForSuite {
  let window: SharedWindow | undefined;
  let folder = "";
  const opened = () => {
    if (!window) throw new Error("VS Code has not been started");
    return window;
  };
  before(async () => {
    const language = locale ?? "en";
    const opening = windows.get(language) ?? openWindow(locale);
    windows.set(language, opening);
    window = await opening;
    folder = mkdtempSync(join(window.folder, "suite-"));
    cpSync(inRepository("samples"), folder, { recursive: true });
    prepare(folder);
    await window.workbench.page.setViewportSize(size ?? usualSize);
  });
  after(async () => {
    for (const command of leaving) await opened().workbench.runCommand(command);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get folder() {
      opened();
      return folder;
    },
    get workbench() {
      return opened().workbench;
    },
  };
}

async function openWindow(locale: string | undefined): Promise<SharedWindow> {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-suites-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const server = await startVsCode({ folder });
  return { folder, workbench: await openWorkbench(server, locale === undefined ? {} : { locale }) };
}
