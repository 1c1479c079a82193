import { strict as assert } from "node:assert";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Frame } from "playwright-core";
import { chartKinds } from "../../src/view/onScreen/chartLook";
import { flowConversations } from "../dsl/flowConversations";
import { jointConversations } from "../dsl/jointConversations";
import { commentedCapture } from "../dsl/lossStory";
import { webTalk } from "../dsl/talk";
import { openFlowTab } from "../host/flowTab";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

/** VS Code's four built-in default themes. */
const themes = ["Dark Modern", "Light Modern", "Dark High Contrast", "Light High Contrast"];

/** Contrast that VS Code's own colours do not reach with one another, by what is drawn with them: reported there, listed here. */
const ownContrasts: readonly { readonly theme: string; readonly target: RegExp; readonly colours: string }[] = [];

const everything: RunOptions = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
/** What a theme can break; all else is the same in every one. */
const colours: RunOptions = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/** What VS Code writes into a page in a theme: the colours into the root's style, the rest to its body. */
interface Dress {
  readonly style: string;
  readonly classes: string;
  readonly data: Readonly<Record<string, string>>;
}

const dressOf = (editor: Frame): Promise<Dress> =>
  editor.evaluate(() => {
    const { documentElement: root, body } = document;
    const data = Object.entries(body.dataset as Record<string, string>).filter(([name]) => name.startsWith("vscode"));
    return { style: root.style.cssText, classes: body.className, data: Object.fromEntries(data) };
  });

const dress = (editor: Frame, worn: Dress): Promise<void> =>
  editor.evaluate(({ style, classes, data }) => {
    const { documentElement: root, body } = document;
    root.style.cssText = style;
    body.className = classes;
    Object.assign(body.dataset, data);
  }, worn);

describe("accessibility of the capture editor", () => {
  const vscode = sharedVsCode({}, (folder) => {
    writeFileSync(join(folder, "web.talk.pcap"), webTalk());
    writeFileSync(join(folder, "zero-window.pcap"), flowConversations["zero-window"]);
    writeFileSync(join(folder, "proxy.joint.pcap"), jointConversations.proxy);
    writeFileSync(join(folder, "text.pcap"), readFileSync(join(folder, "note.md")));
    const capture = commentedCapture();
    writeFileSync(join(folder, "damaged.pcapng"), capture.subarray(0, capture.length - 10));
  });
  let workbench: Workbench;
  let editor: Frame;
  /** As VS Code dressed the first page in each theme; the others are dressed alike, since choosing a theme takes it seconds. */
  const dresses = new Map<string, Dress>();
  before(async () => {
    workbench = vscode.workbench;
    await workbench.openFile("handshake.cap");
    editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-ladder .arrow").nth(5).waitFor();
    await editor.locator("wirenote-packet-list [role=grid]").focus();
    await workbench.page.keyboard.press("ArrowDown");
    await bringAxe();
  });

  after(() => workbench.setColorTheme(themes[0]));

  /** The page's policy forbids scripts from elsewhere; what the debugger evaluates is no part of the page. */
  const bringAxe = () => editor.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));

  /** What axe finds, a line for each element. */
  async function violations(theme: string): Promise<string[]> {
    const results = await editor.evaluate(
      (chosen) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(chosen),
      theme === themes[0] ? everything : colours,
    );
    return results.violations.flatMap(({ id, nodes }) =>
      nodes
        .map(({ target, failureSummary = "" }) => `${id}: ${target.flat().join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`)
        .filter((line) => !ownContrasts.some((own) => own.theme === theme && id === "color-contrast" && own.target.test(line))),
    );
  }

  /** What the editor can look like, and how it gets there from the one before. */
  const states: readonly (readonly [string, () => Promise<void>])[] = [
    ["all panes", async () => {}],
    [
      "an error in the filter",
      async () => {
        await editor.locator("wirenote-filter-box input").fill("tcp.flags.sin == 1");
        await workbench.page.keyboard.press("Enter");
        await editor.locator("wirenote-filter-box .problem").waitFor();
      },
    ],
    [
      "what may be typed",
      async () => {
        await editor.locator("wirenote-filter-box input").fill("");
        await editor.locator("wirenote-filter-box input").pressSequentially("tcp.flags.sy");
        await editor.locator("wirenote-filter-box [role=option]").first().waitFor();
      },
    ],
    [
      "a search, and the states of the connection",
      async () => {
        await editor.locator("wirenote-filter-box input").fill("");
        await editor.locator("wirenote-packet-list [role=grid]").focus();
        // before the page has told that it has the keyboard, the key is VS Code's
        await waitFor("the search", async () => {
          await workbench.page.keyboard.press("Control+f");
          return (await editor.locator("wirenote-find-bar input").count()) > 0;
        });
        await editor.locator("wirenote-find-bar input").fill("nothing like it");
        await workbench.page.keyboard.press("Enter");
        await editor.locator("wirenote-find-bar .told.nothing").waitFor();
        await editor.locator("wirenote-flow [role=tab]").nth(1).click();
        await editor.locator("wirenote-state-diagram svg").waitFor();
      },
    ],
    [
      "the menu of a column",
      async () => {
        await editor.locator("wirenote-list-head [data-id=time]").click({ button: "right" });
        await editor.locator("wirenote-menu [role^=menuitem]").first().waitFor();
      },
    ],
    [
      "tabs, where it is narrow",
      async () => {
        await workbench.page.keyboard.press("Escape");
        await workbench.page.setViewportSize({ width: 760, height: 900 });
        await editor.locator("#tab-header").click();
        await editor.locator("wirenote-header .diagram").waitFor();
      },
    ],
    [
      // as much as a window of 1400 × 900 shows at 200 %
      "all of it twice as large",
      async () => {
        await workbench.page.setViewportSize({ width: 700, height: 450 });
        await editor.locator("#tab-flow").click();
        await editor.locator("wirenote-flow").waitFor();
      },
    ],
  ];

  for (const theme of themes)
    describe(`in ${theme}`, () => {
      before(async () => {
        await workbench.page.setViewportSize({ width: 1400, height: 900 });
        await workbench.setColorTheme(theme);
        await editor.locator(`body[data-vscode-theme-name="${theme}"]`).waitFor();
        dresses.set(theme, await dressOf(editor));
        await editor.locator("wirenote-flow [role=tab]").first().click();
      });
      for (const [state, reach] of states)
        it(`has no violation: ${state}`, async () => {
          await reach();
          assert.deepEqual(await violations(theme), []);
        });
    });

  describe("with several connections in one flow", () => {
    before(async () => {
      await workbench.page.setViewportSize({ width: 1400, height: 900 });
      await workbench.openFile("proxy.joint.pcap");
      editor = await workbench.webviewFrame("wirenote-flow .scope");
      await editor.locator("wirenote-flow .scope").click();
      await workbench.page.locator(".quick-input-list .monaco-list-row").nth(-2).click();
      await editor.locator("wirenote-joint-ladder .arrow").first().waitFor();
      await bringAxe();
    });
    for (const theme of themes)
      for (const width of [1400, 760])
        it(`has no violation in ${theme}, ${width} pixels wide`, async () => {
          await workbench.page.setViewportSize({ width, height: 900 });
          await dress(editor, dresses.get(theme)!);
          await editor.locator("wirenote-joint-ladder .arrow").first().waitFor();
          assert.deepEqual(await violations(theme), []);
        });
  });

  /** Another file in all themes; its page is known by what only it has, and brought to what is looked at. */
  function lookedAt(what: string, name: string, page: string, reach: () => Promise<void>): void {
    describe(`of ${what}`, () => {
      before(async () => {
        await workbench.page.setViewportSize({ width: 1400, height: 900 });
        await workbench.openFile(name);
        editor = await workbench.webviewFrame(page);
        await reach();
        await bringAxe();
      });
      for (const theme of themes)
        it(`has no violation in ${theme}`, async () => {
          await dress(editor, dresses.get(theme)!);
          assert.deepEqual(await violations(theme), []);
        });
    });
  }
  lookedAt("what was sent in a connection", "web.talk.pcap", "wirenote-packet-list", async () => {
    await openFlowTab(editor, "stream");
    await editor.locator("wirenote-stream .row", { hasText: "<title>" }).click();
    await editor.locator("wirenote-stream .row[aria-selected=true]").first().waitFor();
  });
  for (const chart of chartKinds)
    lookedAt(`the chart of a connection: ${chart}`, "lossy-download.cap", "wirenote-packet-list", async () => {
      await openFlowTab(editor, "charts");
      await editor.locator("wirenote-flow select").first().selectOption(chart);
      await editor.locator("wirenote-charts .legend li").first().waitFor();
    });
  lookedAt("the connections of a capture", "proxy.joint.pcap", "wirenote-packet-list", async () => {
    await editor.locator("#list-connections").click();
    await editor.locator("wirenote-connection-list .row[aria-selected=true] .client").waitFor();
  });
  lookedAt("what went wrong in a capture", "lossy-download.cap", "wirenote-packet-list", async () => {
    await editor.locator("#list-trouble").click();
    await editor.locator("#trouble-0 .kind").click();
    await editor.locator("wirenote-trouble-list .meaning a").waitFor();
  });
  lookedAt("the capture over time", "lossy-download.cap", "wirenote-packet-list", async () => {
    await editor.locator("wirenote-filter-box input").fill("tcp.len > 0");
    await editor.locator("wirenote-filter-box input").press("Enter");
    await editor.locator("#list-overTime").click();
    await editor.locator("wirenote-over-time .plot .allBehind").waitFor();
  });
  lookedAt("what each end may send", "zero-window.pcap", "wirenote-packet-list", async () => {
    await openFlowTab(editor, "window");
    await editor.locator("wirenote-packet-list #packet-4").click();
    await editor.locator("wirenote-send-windows .flight").first().waitFor();
  });
  lookedAt("a text", "text.pcap", ".nothing-to-show", async () => {});
  lookedAt("a damaged capture with a comment, which has changed", "damaged.pcapng", ".notice.warning", async () => {
    await editor.locator("wirenote-packet-list #packet-4").click();
    await editor.locator("wirenote-detail-tree .comment").waitFor();
    appendFileSync(join(vscode.folder, "damaged.pcapng"), Uint8Array.of(0));
    await editor.locator(".notice.info button").waitFor();
  });
});
