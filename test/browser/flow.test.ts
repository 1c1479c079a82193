import { strict as assert } from "node:assert";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { flowConversations, longConversation } from "../dsl/flowConversations";
import { inOneLanguage } from "../host/inOneLanguage";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

interface Expected {
  readonly capture: keyof typeof flowConversations;
  /** Of the client, then of the server, each in order. */
  readonly states: readonly [string, string];
  /** What the pane says of its opening and closing. */
  readonly en: RegExp;
  readonly zh: RegExp;
  /** What must be drawn beside arrows: classes of the signs. */
  readonly signs?: readonly string[];
}

const opening = ["CLOSED SYN-SENT ESTABLISHED", "LISTEN SYN-RECEIVED ESTABLISHED"];
const conversations: readonly Expected[] = [
  {
    capture: "handshake",
    states: [`${opening[0]} FIN-WAIT-1 TIME-WAIT`, `${opening[1]} CLOSE-WAIT LAST-ACK CLOSED?`],
    en: /three-way handshake.*Closed in three segments: the ACK travelled on the FIN \(packet 5\), consistent with delayed ACK/s,
    zh: /三次握手.*三次挥手/s,
  },
  {
    capture: "close-4",
    states: [`${opening[0]} FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT`, `${opening[1]} CLOSE-WAIT LAST-ACK CLOSED?`],
    en: /Closed in four segments/,
    zh: /四次挥手/,
  },
  {
    capture: "simultaneous-open",
    states: ["CLOSED SYN-SENT SYN-RECEIVED ESTABLISHED", "CLOSED SYN-SENT SYN-RECEIVED ESTABLISHED"],
    en: /Opened from both sides at once/,
    zh: /同时打开/,
  },
  {
    capture: "simultaneous-close",
    states: [`${opening[0]} FIN-WAIT-1 CLOSING TIME-WAIT?`, `${opening[1]} FIN-WAIT-1 CLOSING TIME-WAIT`],
    en: /Closed from both sides at once: the FINs \(packets 4 and 5\) crossed/,
    zh: /同时关闭/,
  },
  { capture: "refused", states: ["CLOSED SYN-SENT CLOSED?", "CLOSED"], en: /Refused: the answer/, zh: /拒绝/, signs: ["cross"] },
  {
    capture: "reset",
    states: [`${opening[0]} CLOSED?`, `${opening[1]} CLOSED`],
    en: /Reset by the server/,
    zh: /复位/,
    signs: ["cross"],
  },
  {
    capture: "retransmission",
    states: [`${opening[0]}`, `${opening[1]}`],
    en: /Open at the end of the capture/,
    zh: /抓包结束时仍然开着/,
    signs: ["gap"],
  },
  {
    capture: "zero-window",
    states: [`${opening[0]}`, `${opening[1]}`],
    en: /Open at the end of the capture/,
    zh: /抓包结束时仍然开着/,
    signs: ["bar"],
  },
  {
    capture: "half-close",
    states: [`${opening[0]} FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT`, `${opening[1]} CLOSE-WAIT LAST-ACK CLOSED?`],
    en: /Half-closed: after the FIN \(packet 6\) the other side went on sending, 14 bytes/,
    zh: /半关闭/,
  },
];

const long = 100_001;
const nameOf = (capture: string) => `a-${capture}.pcap`;

describe("the flow of a connection in VS Code", () => {
  for (const language of ["en", "zh"] as const) {
    describe(`in ${language}`, () => {
      const once = inOneLanguage(language);
      // high enough for all segments at once
      const size = { width: 1800, height: 2200 };
      const vscode = sharedVsCode({ size, ...(language === "zh" && { locale: "zh-cn" }) }, (folder) => {
        for (const [name, bytes] of Object.entries(flowConversations)) writeFileSync(join(folder, nameOf(name)), bytes);
        writeFileSync(join(folder, nameOf("long")), longConversation(long));
      });
      let workbench: Workbench;
      before(() => {
        workbench = vscode.workbench;
      });

      async function open(capture: string): Promise<Frame> {
        await workbench.openFile(nameOf(capture));
        const editor = await workbench.webviewFrame("wirenote-editor");
        await editor.locator("wirenote-ladder .arrow").first().waitFor();
        return editor;
      }

      for (const { capture, states, signs = [], ...words } of conversations) {
        it(`tells ${capture} in its states, signs and words`, async () => {
          const editor = await open(capture);
          const told = () => editor.locator("wirenote-flow .told").textContent();
          await waitFor("the words", async () => words[language].test((await told()) ?? ""));
          assert.deepEqual(await statesIn(editor), states);
          for (const sign of signs) assert.ok((await editor.locator(`wirenote-ladder .arrow .${sign}`).count()) > 0, sign);
          assert.deepEqual(await tableIn(editor), await arrowsIn(editor));
          await workbench.runCommand("View: Close All Editors");
        });
      }

      once(`draws only what is seen of ${long} segments, and steps from end to end by keyboard`, async () => {
        const editor = await open("long");
        await waitFor("the whole capture", async () => (await selectionIn(editor)) === "1");
        await editor.locator("wirenote-ladder [role=grid]").focus();
        await workbench.page.keyboard.press("End");
        await waitFor("the last segment", async () => (await selectionIn(editor)) === String(long));
        await editor.locator("wirenote-ladder .arrow.selected").waitFor();
        assert.ok((await editor.locator("wirenote-ladder .arrow").count()) < 120);
        await workbench.page.keyboard.press("ArrowUp");
        await waitFor("the one before", async () => (await selectionIn(editor)) === String(long - 1));
        await workbench.page.keyboard.press("Home");
        await waitFor("the first", async () => (await selectionIn(editor)) === "1");
        await waitFor("the list", async () => (await listIn(editor)) === "1");
      });

      it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
    });
  }

  describe("exported", () => {
    const vscode = sharedVsCode({}, (folder) =>
      writeFileSync(join(folder, nameOf("half-close")), flowConversations["half-close"]),
    );
    let workbench: Workbench;
    let editor: Frame;
    before(async () => {
      workbench = vscode.workbench;
      await workbench.openFile(nameOf("half-close"));
      editor = await workbench.webviewFrame("wirenote-editor");
      await editor.locator("wirenote-ladder .arrow").first().waitFor();
    });

    async function choose(label: string, description: string): Promise<void> {
      const { page } = workbench;
      await editor.locator("wirenote-flow .export").click();
      const row = page.locator(".quick-input-list .monaco-list-row", { hasText: label }).filter({ hasText: description });
      await row.click();
    }

    async function save(label: string, ending: string): Promise<Buffer> {
      await choose(label, "Save");
      const input = workbench.page.locator(".quick-input-widget input[type=text]").first();
      await waitFor("the dialog", async () => (await input.inputValue()).endsWith(`flow-0.${ending}`));
      await workbench.page.keyboard.press("Enter");
      const path = join(vscode.folder, `flow-0.${ending}`);
      await waitFor(path, async () => existsSync(path) && readFileSync(path).length > 0);
      return readFileSync(path);
    }

    const files: readonly (readonly [string, string, RegExp])[] = [
      ["SVG picture", "svg", /^<svg xmlns=.*FIN-WAIT-2.*<\/svg>$/s],
      ["Mermaid", "mmd", /^sequenceDiagram\n.*FIN-WAIT-2/s],
      ["Plain text", "txt", /^Connection 0.*Half-closed.*FIN-WAIT-2/s],
      ["Markdown", "md", /^### Connection 0.*FIN\\-WAIT\\-2.*Half\\-closed/s],
      ["Page to print", "html", /^<!DOCTYPE html>.*<svg .*FIN-WAIT-2.*Half-closed/s],
    ];
    for (const [label, ending, content] of files)
      it(`is written to a file: ${label}`, async () => assert.match((await save(label, ending)).toString("utf8"), content));

    it("is written to a file: PNG picture", async () => {
      const png = await save("PNG picture", "png");
      assert.equal(png.subarray(0, 8).toString("hex"), "89504e470d0a1a0a");
      const svg = readFileSync(join(vscode.folder, "flow-0.svg"), "utf8");
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [2 * Number(width), 2 * Number(height)]);
      // a drawing, not an empty sheet
      assert.ok(png.length > 20_000, `${png.length} bytes`);
    });

    it("zooms by keyboard, and keeps what is selected in sight", async () => {
      await editor.locator("wirenote-ladder [role=grid]").focus();
      await workbench.page.keyboard.press("End");
      await editor.locator("wirenote-ladder .arrow.selected").waitFor();
      await waitFor("the last segment", async () => (await selectionIn(editor)) === "14");
      // to a pixel: where it begins between two of them, the browser counts both
      const heightOf = async () => (await editor.locator("wirenote-ladder .arrow.selected .back").boundingBox())?.height;
      const before = await waitFor("its height", heightOf);
      await workbench.page.keyboard.press("+");
      await waitFor("higher steps", async () => ((await heightOf()) ?? 0) > before * 1.3);
      await workbench.page.keyboard.press("-");
      await waitFor("the steps as before", async () => Math.abs(((await heightOf()) ?? 0) - before) < 3);
    });

    it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
  });
});

const selectionIn = (editor: Frame) =>
  editor
    .locator("wirenote-ladder tr[aria-selected=true] td")
    .first()
    .textContent({ timeout: 2000 })
    .then((text) => text?.trim())
    .catch(() => undefined);
const listIn = (editor: Frame) => editor.locator("wirenote-packet-list [aria-selected=true] .number").textContent();

/** States beside both lifelines, from the head down. */
async function statesIn(editor: Frame): Promise<string[]> {
  const chips = await editor.locator("wirenote-ladder .chip").evaluateAll((all) =>
    all.map((chip) => {
      const { x, y, right } = chip.getBoundingClientRect();
      return { name: chip.querySelector("text")!.textContent!, x, y, right };
    }),
  );
  const line = await editor
    .locator("wirenote-ladder .lifeline")
    .evaluateAll((lines) => Math.min(...lines.map((each) => each.getBoundingClientRect().x)));
  const sorted = chips.sort((a, b) => a.y - b.y);
  const names = (isClient: boolean) =>
    sorted
      .filter(({ right }) => right < line + 2 === isClient)
      .map(({ name }) => name)
      .join(" ");
  return [names(true), names(false)];
}

/** Each segment's frame and label as the table beside the drawing has them, and as the drawing's own titles do. */
async function tableIn(editor: Frame): Promise<string[]> {
  const rows = await editor
    .locator("wirenote-ladder tr[id]")
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent!.trim())));
  return rows.map(([frame, , , segment]) => `${frame}: ${segment.slice(segment.indexOf(": ") + 2)}`);
}

async function arrowsIn(editor: Frame): Promise<string[]> {
  const titles = await editor.locator("wirenote-ladder .arrow > title").allTextContents();
  return titles.map((title) => title.trim().split("\n").join(", "));
}
