import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import type { Frame } from "playwright-core";
import { inRepository } from "../host/repository";
import { startVsCode, type VsCodeServer } from "../host/vscodeServer";
import { openWorkbench, type Workbench } from "../host/workbench";

/** VS Code's four built-in default themes. */
const themes = ["Dark Modern", "Light Modern", "Dark High Contrast", "Light High Contrast"];

/** Contrast that VS Code's own colours do not reach with one another, by what is drawn with them: reported there, listed here. */
const ownContrasts: readonly { readonly theme: string; readonly target: RegExp; readonly colours: string }[] = [];

const options: RunOptions = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };

describe("accessibility of the capture editor", () => {
  let server: VsCodeServer;
  let workbench: Workbench;
  let editor: Frame;
  before(async () => {
    server = await startVsCode({ folder: inRepository("samples") });
    workbench = await openWorkbench(server);
    await workbench.openFile("handshake.cap");
    editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-ladder .arrow").nth(5).waitFor();
    await editor.locator("wirenote-packet-list [role=grid]").focus();
    await workbench.page.keyboard.press("ArrowDown");
    // the page's policy forbids scripts from elsewhere; what the debugger evaluates is no part of the page
    await editor.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  });
  after(async () => {
    await workbench?.close();
    await server?.stop();
  });

  /** What axe finds, a line for each element. */
  async function violations(theme: string): Promise<string[]> {
    const results = await editor.evaluate(
      (chosen) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(chosen),
      options,
    );
    return results.violations.flatMap(({ id, nodes }) =>
      nodes
        .map(({ target, failureSummary = "" }) => `${id}: ${target.flat().join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`)
        .filter((line) => !ownContrasts.some((own) => own.theme === theme && id === "color-contrast" && own.target.test(line))),
    );
  }

  for (const theme of themes) {
    it(`has no violation in ${theme}`, async () => {
      await workbench.setColorTheme(theme);
      const kind = theme.includes("Light") ? "light" : "dark";
      await editor.locator(`body:is(.vscode-${kind}, .vscode-high-contrast)`).waitFor();
      assert.deepEqual(await violations(theme), []);
    });
  }
});
