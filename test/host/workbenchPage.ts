import type { Browser, BrowserContext, Page } from "playwright-core";

export const usualSize = { width: 1400, height: 900 };

export interface PageOptions {
  /** VS Code's display language, such as `zh-cn`. */
  locale?: string;
  size?: { width: number; height: number };
  /** What an earlier window has left, which another one goes on with; without it, the window is the first. */
  context?: BrowserContext;
}

export interface WorkbenchPage {
  page: Page;
  /** Errors so far: uncaught ones, and what was logged as one. */
  pageErrors: string[];
}

/** A page that is set up but has not gone anywhere yet. */
export async function newWorkbenchPage(browser: Browser, options: PageOptions): Promise<WorkbenchPage> {
  const { locale, size = usualSize } = options;
  const context = options.context ?? (await browser.newContext({ viewport: size, ...(locale && { locale }) }));
  const page = await context.newPage();
  const pageErrors: string[] = [];
  page.on("pageerror", (error) => pageErrors.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error") pageErrors.push(`${message.text()} (${message.location().url})`);
  });
  // VS Code reads its language from here; a language pack, which would set it, cannot be had offline
  if (locale) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)};`);
  return { page, pageErrors };
}
