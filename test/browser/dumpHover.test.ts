import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

/** A note as people write them: tabs and spaces, marks around bytes, a row of Wireshark, flags and states in a sentence. */
const note = [
  "12:00:00.000100 IP 10.1.2.3.40000 > 10.1.2.4.80: Flags [S], seq 1000, win 64240, options [mss 1460,nop,wscale 7], length 0",
  "\t0x0000:  4500 0030 0001 4000 4006 22c0 0a01 0203  E..0..@.@.......",
  "\t0x0010:  0a01 0204 9c40 0050 0000 03e8 0000 0000  .....@.P........",
  "\t0x0020:  {7002} faf0 0000 0000 0204 05b4 0103 0307  p...............",
  "12:00:00.000350 IP 10.1.2.4.80 > 10.1.2.3.40000: Flags [S.], seq 5000, ack 1001, win 65160, options [mss 1460,nop,wscale 9], length 0",
  "\t0x0000:  4500 0030 0000 4000 4006 22c1 0a01 0204  E..0..@.@.......",
  "\t0x0010:  0a01 0203 0050 9c40 0000 1388 0000 03e9  .....P.@........",
  "\t0x0020:  7012 fe88 0000 0000 0204 05b4 0103 0309  p...............",
  "12:00:00.000400 IP 10.1.2.3.40000 > 10.1.2.4.80: Flags [.], ack 1, win 502, length 0",
  "    0x0000:  4500 0028 0002 4000 4006 22c7 0a01 0203  E..(..@.@.......",
  "    0x0010:  0a01 0204 9c40 0050 0000 03e9 0000 1389  .....@.P........",
  "    0x0020:  【5010】 01f6 0000 0000                     P.......",
  "",
  "52296 → 80 [SYN] Seq=0 Win=64240 Len=0 MSS=1460",
  "",
  "The side that closes first rests in TIME_WAIT. The TCP flags word `0x8011` has FIN set.",
].join("\n");

/** What is pointed at (no text goes past a flags word: a hint stands behind it), and what must be said of it. */
const places = [
  { of: "bytes", text: "【5010", offset: 2, en: "5000 + 1 = 5001", zh: "第三次握手" },
  { of: "a mark", text: "【5010", offset: 0, en: "Third segment of the handshake", zh: "5000 + 1 = 5001" },
  { of: "another mark", text: "{7002", offset: 0, en: "first of three segments", zh: "第一次握手" },
  { of: "the window's bytes", text: "01f6 0000", offset: 0, en: "502 × 2^7 = 64256 bytes", zh: "502 × 2^7 = 64256 字节" },
  { of: "an offset", text: "0x0020:  【", offset: 2, en: "this row has the bytes 32–39", zh: "32–39" },
  { of: "a summary line", text: "win 502", offset: 1, en: "502 × 2^7 = 64256 bytes", zh: "502 × 2^7 = 64256 字节" },
  { of: "a row of Wireshark", text: "[SYN] Seq", offset: 1, en: "first of three segments", zh: "第一次握手" },
  { of: "a state in prose", text: "TIME_WAIT", offset: 2, en: "2MSL", zh: "2MSL" },
  { of: "flags in prose", text: "0x8011", offset: 2, en: "FIN, ACK", zh: "FIN, ACK" },
] as const;
const byKeyboard = places.filter(({ of }) => ["bytes", "a mark", "a summary line", "flags in prose"].includes(of));

const languages = [
  {
    locale: "en",
    explain: "Wirenote: Explain the Hex Dump at the Cursor",
    more: "More",
    link: "They begin elsewhere",
    title: "Where do these bytes begin?",
    command: "Wirenote: Choose the Layer at Which the Pasted Bytes Begin",
    begins: "The bytes begin at IPv4",
    chosen: "read from IPv6 on, as chosen",
  },
  {
    locale: "zh-cn",
    explain: "Wirenote: 解读光标处的十六进制转储",
    more: "更多",
    link: "不是从这里开始",
    title: "这些字节从哪一层开始？",
    command: "Wirenote: 选择粘贴的字节从哪一层开始",
    begins: "从 IPv4 首部开始",
    chosen: "从 IPv6 首部开始解读",
  },
] as const;

describe("a note in the editor", () => {
  for (const { locale, explain, more, link, title, command, begins, chosen } of languages) {
    describe(`in ${locale}`, () => {
      const vscode = sharedVsCode({ locale, size: { width: 1600, height: 1000 } }, (folder) => {
        writeFileSync(join(folder, "marked.md"), note);
        writeFileSync(join(folder, "talk.tcpdump"), note);
      });
      let workbench: Workbench;
      before(async () => {
        workbench = vscode.workbench;
        await workbench.openFile("marked.md");
      });

      for (const { of, text, offset, en, zh } of places) {
        it(`explains ${of} to the mouse`, async () => {
          await workbench.hover(text, { offset, saying: locale === "en" ? en : zh });
        });
      }

      for (const { of, text, offset, en, zh } of byKeyboard) {
        it(`explains ${of} to the keyboard`, async () => {
          const above = note.slice(0, note.indexOf(text) + offset).split("\n");
          await workbench.goTo(above.length, above[above.length - 1].length + 1);
          await workbench.runCommand(explain);
          const hover = workbench.page.locator(".monaco-hover:not(.hidden)");
          await hover.filter({ hasText: locale === "en" ? en : zh }).waitFor();
          await workbench.page.keyboard.press("Escape");
          await hover.waitFor({ state: "hidden" });
        });
      }

      it("keeps the rest folded until it is asked for", async () => {
        const { page } = workbench;
        const rest = page.locator(".monaco-hover:not(.hidden)").getByText("tcp.window_size_value");
        await waitFor("the rest of what is said", async () => {
          await workbench.hover("01f6 0000", { saying: more });
          const wasFolded = !(await rest.isVisible());
          const summary = page.locator(".monaco-hover:not(.hidden) details:not([open]) summary", { hasText: more });
          const click = summary.click({ timeout: 5_000 });
          return (
            wasFolded &&
            (await click.then(
              () => true,
              () => false,
            )) &&
            (await rest.isVisible())
          );
        });
      });

      it("lets the reader say where the bytes begin, and take it back", async () => {
        const row = "0001 4000 4006";
        const { page } = workbench;
        const choose = async (said: string, entry: string) => {
          // the hover may go before the pointer is on it
          await waitFor("the question", async () => {
            await workbench.hover(row, { saying: said });
            const answer = page.locator(".monaco-hover:not(.hidden) a", { hasText: link }).click({ timeout: 5_000 });
            return answer.then(
              () => true,
              () => false,
            );
          });
          await page.locator(".quick-input-title", { hasText: title }).waitFor();
          await page.locator(".quick-input-list .monaco-list-row", { hasText: entry }).first().click();
        };
        await choose(begins, "IPv6");
        await choose(chosen, "IPv4");
        await workbench.hover(row, { saying: begins });
      });

      it("lists the packets of a text of tcpdump anew after that", async () => {
        const { page } = workbench;
        const rows = page.locator(".quick-input-list .monaco-list-row");
        // a list that is open stays as it is
        const lists = (packet: string) =>
          waitFor(`${packet} among the symbols`, async () => {
            await page.keyboard.press("Control+Shift+O");
            await rows.filter({ hasText: "→" }).first().waitFor();
            const isThere = await rows.filter({ hasText: packet }).first().isVisible();
            await page.keyboard.press("Escape");
            return isThere;
          });
        const begin = async (entry: string) => {
          await workbench.runCommand(command);
          await page.locator(".quick-input-title", { hasText: title }).waitFor();
          await rows.filter({ hasText: entry }).first().click();
        };
        await workbench.openFile("talk.tcpdump");
        await workbench.goTo(2, 20);
        await lists("40000 → 80 [SYN]");
        await begin("UDP");
        await lists("17664 → 48");
        await begin("IPv4");
        await lists("40000 → 80 [SYN]");
      });

      it("has no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
    });
  }
});
