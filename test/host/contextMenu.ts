import type { Locator, Page } from "playwright-core";
import { waitFor } from "./waitFor";

/** What VS Code's menu offers that is open. */
export const menuEntries = (page: Page): Locator => page.locator(".monaco-menu .action-item:not(.disabled) .action-label");

/** Opens VS Code's menu on something and takes an entry of it, until the menu has gone. */
export async function chooseFromMenu(page: Page, place: Locator, entry: string): Promise<void> {
  await place.click({ button: "right" });
  await menuEntries(page).first().waitFor();
  const item = menuEntries(page).filter({ hasText: new RegExp(`^${entry.replace(/[.*+?()]/g, "\\$&")}$`) });
  // a menu that has just opened takes a click for the end of the one that opened it
  await waitFor("the menu to close", async () => {
    if (await item.isVisible()) await item.click({ timeout: 2000 }).catch(() => {});
    return !(await item.isVisible());
  });
}
