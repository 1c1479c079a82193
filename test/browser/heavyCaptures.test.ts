import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join as inFolder } from "node:path";
import type { Frame } from "playwright-core";
import { join, text, zeros } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { ethernet, ipv4 } from "../dsl/headers";
import { pcapFile } from "../dsl/pcapFile";
import { Pcapng } from "../dsl/pcapngFile";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

/** Fragments of eight bytes, of datagrams whose beginnings and ends are missing. */
function fragments(count: number): Uint8Array {
  const header = pcapFile([]);
  const records = Array.from({ length: count }, (_, i) => {
    const part = { id: 1 + Math.floor(i / 8000), fragment: 0x2000 | (1 + (i % 8000)) };
    return pcapFile([{ bytes: ethernet(0x0800, ipv4(part, zeros(8))) }]).subarray(header.length);
  });
  return Buffer.concat([header, ...records]);
}

const [syn] = conversation("C>S SYN");
const comments = (file: Pcapng, count: number, first = 0) =>
  join(...Array.from({ length: count }, (_, i) => file.option(1, text(`Comment ${first + i + 1}, ${"a word ".repeat(20)}`))));

/** A comment beside each packet, and beside the last one very many. */
function commented(packets: number, beside: number): Uint8Array {
  const file = new Pcapng();
  const blocks = Array.from({ length: packets - 1 }, (_, i) =>
    file.packet(syn.bytes, { time: BigInt(i), options: comments(file, 1, i) }),
  );
  return Buffer.concat([
    file.section(),
    file.interface(),
    ...blocks,
    file.packet(syn.bytes, { options: comments(file, beside) }),
  ]);
}

describe("captures with very much of one thing", () => {
  const vscode = sharedVsCode({}, (folder) => {
    writeFileSync(inFolder(folder, "fragments.pcap"), fragments(60_000));
    writeFileSync(inFolder(folder, "comments.pcapng"), commented(100_000, 5000));
  });
  let workbench: Workbench;
  let editor: Frame;
  before(() => {
    workbench = vscode.workbench;
  });

  async function openAtEnd(name: string, packets: number): Promise<void> {
    await workbench.openFile(name);
    editor = await workbench.webviewFrame(`wirenote-packet-list [aria-rowcount="${packets + 1}"]`);
    await editor.locator("wirenote-packet-list [role=grid]").focus();
    await workbench.page.keyboard.press("End");
    await editor.locator(`wirenote-packet-list [aria-selected=true]#packet-${packets}`).waitFor();
  }
  const elements = () =>
    editor.evaluate(() => {
      const count = (root: Document | ShadowRoot): number =>
        [...root.querySelectorAll("*")].reduce(
          (sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0),
          0,
        );
      return count(document);
    });

  it("show fragments to the last one, which says that it is one", async () => {
    await openAtEnd("fragments.pcap", 60_000);
    await editor.locator("wirenote-detail-tree [data-key=ip] .problem", { hasText: "a fragment" }).waitFor();
    await workbench.runCommand("View: Close All Editors");
    await waitFor("the page to go", async () => editor.isDetached());
  });

  it("show the comments of a packet, a page of them at most, above its tree", async () => {
    await openAtEnd("comments.pcapng", 100_000);
    const shown = editor.locator("wirenote-detail-tree .comment");
    await waitForEqual("4950 more comments", () => shown.last().textContent());
    assert.equal(await shown.count(), 51);
    const tree = editor.locator("wirenote-detail-tree [data-key=tcp]");
    await waitFor("the tree in sight", async () => {
      const [box, pane] = [await tree.boundingBox(), await editor.locator("wirenote-detail-tree").boundingBox()];
      return box && pane && box.y + box.height <= pane.y + pane.height;
    });
    const few = await elements();
    assert.ok(few < 3000, `${few} elements`);
  });

  it("show a comment beside its sign, as high as its words", async () => {
    await workbench.page.keyboard.press("Home");
    const comment = editor.locator("wirenote-detail-tree .comment");
    await waitForEqual([1, true], async () => [
      await comment.count(),
      ((await comment.first().textContent()) ?? "").includes("Comment 1,"),
    ]);
    const [row, words] = [await comment.boundingBox(), await comment.locator("> span").boundingBox()];
    assert.ok(row!.height - words!.height <= 10, `${row!.height} for words of ${words!.height}`);
  });

  it("leave no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
