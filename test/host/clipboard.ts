import type { Page } from "playwright-core";
import { waitForMatch } from "./waitFor";

/** Waits until the clipboard has such a text. */
export async function waitForClipboard(page: Page, expected: RegExp): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await waitForMatch(expected, () => page.evaluate(() => navigator.clipboard.readText()));
}
