import { basename } from "node:path";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import { launchChromium } from "./chromium";
import { type HoverOptions, hoverText } from "./editorHover";
import type { PageTarget, VsCodeServer } from "./vscodeServer";
import { waitFor } from "./waitFor";
import { newWorkbenchPage, type PageOptions } from "./workbenchPage";
import { findProblems } from "./workbenchProblems";

export interface WorkbenchOptions extends PageTarget, PageOptions {
  /** A browser to share; without it, one is started that closes with the workbench. */
  browser?: Browser;
}

/** One VS Code window, with this extension's contributions read. */
export interface Workbench {
  readonly page: Page;
  /** Runs the command with this title from the command palette. */
  runCommand(title: string): Promise<void>;
  /** What the command palette offers for a text, as far as that is on screen, once this title is among it. */
  commandsFor(text: string, title: string): Promise<string[]>;
  /** Opens a file of the folder by the end of its path, which no other has. */
  openFile(path: string): Promise<void>;
  /** Puts the cursor of the text editor at a place, both counted from 1; a tab is as many columns as it is wide. */
  goTo(line: number, column: number): Promise<void>;
  /** The document of the webview that shows what the selector names. */
  webviewFrame(selector: string): Promise<Frame>;
  /** Points at the first such text in a text editor, or at a later character of it, and returns what VS Code then shows. */
  hover(text: string, options?: HoverOptions): Promise<string>;
  /** Chooses a colour theme by its name in VS Code's list, such as `Dark Modern`. */
  setColorTheme(name: string): Promise<void>;
  /** Errors of the page and of the extension hosts since it opened, without the noise that VS Code makes on its own. */
  problems(): string[];
  close(): Promise<void>;
}

export async function openWorkbench(server: VsCodeServer, options: WorkbenchOptions = {}): Promise<Workbench> {
  const browser = options.browser ?? (await launchChromium());
  const opened = new Date();
  const { page, pageErrors } = await newWorkbenchPage(browser, options);
  await page.goto(server.url(options));
  await whenReady(page);
  return {
    page,
    runCommand: (title) => choose(page, `>${title}`, title),
    commandsFor: (text, title) => commandsFor(page, text, title),
    openFile: (path) => choose(page, path, basename(path)),
    goTo: (line, column) => choose(page, `:${line}:${column}`, `${line}`),
    webviewFrame: (selector) => webviewFrame(page, selector),
    hover: (text, options) => hoverText(page, text, options),
    setColorTheme: (name) => setColorTheme(page, name),
    problems: () => findProblems(pageErrors, server.extensionHostLog(), opened),
    async close() {
      await page.context().close();
      if (!options.browser) await browser.close();
    },
  };
}

/** As long as a window may take to load. */
const patience = 60_000;

/** A capture that is opened before the extension's contributions are read would open as text. */
async function whenReady(page: Page): Promise<void> {
  await page.waitForFunction("globalThis.driver !== undefined", undefined, { timeout: patience });
  await page.evaluate("globalThis.driver.whenWorkbenchRestored()");
  await commandsFor(page, "Wirenote", "Wirenote: ");
}

async function typeInPalette(page: Page, text: string): Promise<void> {
  const input = paletteInput(page);
  // an old list must be gone, or the text might go to it while it closes
  if (await input.isVisible()) await page.keyboard.press("Escape");
  await input.waitFor({ state: "hidden" });
  await page.keyboard.press("F1");
  await input.fill(text, { timeout: 5000 });
}

const succeeds = (act: () => Promise<void>): Promise<boolean> =>
  act().then(
    () => true,
    () => false,
  );

/** Whoever takes the keyboard meanwhile, such as a page that has just been loaded, closes the palette: then it is opened again. */
async function choose(page: Page, typed: string, row: string): Promise<void> {
  await waitFor(`${row} in the palette`, () =>
    succeeds(async () => {
      await typeInPalette(page, typed);
      const offered = await paletteRows(page, row).elementHandle({ timeout: 2500 });
      // a click on what is there takes as long as what it starts; one on a row that has gone fails at once
      await offered?.click();
    }),
  );
}

async function commandsFor(page: Page, text: string, title: string): Promise<string[]> {
  let offered: string[] = [];
  await waitFor(`${title} in the palette`, () =>
    succeeds(async () => {
      await typeInPalette(page, `>${text}`);
      await paletteRows(page, title).waitFor({ timeout: 2500 });
      offered = await page.locator(".quick-input-list .monaco-list-row").allInnerTexts();
    }),
  );
  await page.keyboard.press("Escape");
  return offered;
}

function paletteInput(page: Page): Locator {
  return page.locator(".quick-input-widget input[type=text]").first();
}

function paletteRows(page: Page, text: string | RegExp): Locator {
  return page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();
}

async function webviewFrame(page: Page, selector: string): Promise<Frame> {
  const ask = async () => {
    for (const frame of page.frames().filter((frame) => frame.url().includes("/fake.html"))) {
      if (
        (await frame
          .locator(selector)
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    return undefined;
  };
  return waitFor(`a webview with ${selector}`, ask, patience);
}

async function setColorTheme(page: Page, name: string): Promise<void> {
  await choose(page, ">Preferences: Color Theme", "Preferences: Color Theme");
  const input = paletteInput(page);
  await waitFor("the list of colour themes", async () => (await input.getAttribute("placeholder"))?.includes("Theme"));
  await input.fill(name);
  await paletteRows(page, name).click();
  await input.waitFor({ state: "hidden" });
}
