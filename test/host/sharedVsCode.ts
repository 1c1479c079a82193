import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
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
/** Panes and columns, too. */
const resetLayout: Readonly<Record<string, string>> = {
  en: "Wirenote: Reset the Layout of Captures",
  "zh-cn": "Wirenote: 重置抓包的布局",
};

/**
 * A window that was opened for the first suite in its language and stays for those behind: it takes longer to open than most of them
 * take. For suites that look at files of their own.
 */
export function sharedVsCode(
  { locale: language = "en", size }: PageOptions,
  prepare: (folder: string) => void = () => {},
): VsCodeForSuite {
  let window: SharedWindow | undefined;
  let folder = "";
  let earlierProblems = 0;
  const opened = () => {
    if (!window) throw new Error("VS Code has not been started");
    return window;
  };
  before(async () => {
    const opening = windows.get(language) ?? openWindow(language);
    windows.set(language, opening);
    window = await opening;
    folder = mkdtempSync(join(window.folder, "suite-"));
    cpSync(inRepository("samples"), folder, { recursive: true });
    prepare(folder);
    await window.workbench.page.setViewportSize(size ?? usualSize);
    earlierProblems = window.workbench.problems().length;
  });
  after(async () => {
    for (const command of [...leaving, resetLayout[language]]) await opened().workbench.runCommand(command);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get folder() {
      opened();
      return folder;
    },
    get workbench() {
      const { workbench } = opened();
      return {
        ...workbench,
        // VS Code still knows files of the same name that an earlier suite opened
        openFile: (path: string) => workbench.openFile(join(basename(folder), path)),
        problems: () => workbench.problems().slice(earlierProblems),
      };
    },
  };
}

async function openWindow(language: string): Promise<SharedWindow> {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-suites-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const server = await startVsCode({ folder });
  return { folder, workbench: await openWorkbench(server, language === "en" ? {} : { locale: language }) };
}
