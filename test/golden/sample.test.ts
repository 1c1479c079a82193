import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { decodeFrom } from "../../src/decode/decodePacket";
import { linesOf } from "../../src/dump/dump";
import { findDumps } from "../../src/dump/findDumps";
import { wordsFor } from "../../src/text/languages";
import type { Language } from "../../src/text/words";
import { hoverAt } from "../../src/view/hover";
import { packetTree } from "../../src/view/tree";
import { engineOf } from "../dsl/engineOf";
import { treeText } from "../dsl/treeText";
import { expectGolden } from "./golden";

const languages: readonly Language[] = ["en", "zh-cn"];
const capture = readFileSync("samples/handshake.cap");
const dumps = findDumps(linesOf(readFileSync("samples/note.md", "utf8")));

describe("goldens of the sample", () => {
  for (const language of languages) {
    it(`tree of the SYN, ${language}`, async () => {
      const { tree, bytes } = await (await engineOf(capture, language)).packet(1);
      expectGolden(`sample/syn.${language}.tree.txt`, treeText(tree, bytes));
    });

    it(`hover on every field of the third segment, ${language}`, () => {
      const { startLayer, bytes } = dumps[2];
      const packet = decodeFrom(startLayer, bytes);
      const hovers = Array.from(bytes, (_, at) => hoverAt(packet, at, wordsFor(language))?.markdown ?? "nothing");
      expectGolden(`sample/hovers.${language}.md`, [...new Set(hovers)].join("\n\n---\n\n"));
    });
  }

  it("the note's dumps have the trees of the capture's packets, from IP on", async () => {
    const engine = await engineOf(capture);
    const fromNote = dumps.map(({ startLayer, bytes }) =>
      treeText(packetTree(decodeFrom(startLayer, bytes), wordsFor("en")), bytes),
    );
    const fromCapture = await Promise.all(
      dumps.map(async (_, index) => {
        const { tree, bytes } = await engine.packet(index + 1);
        const [, ...inside] = tree;
        return treeText(inside, bytes, inside[0].start);
      }),
    );
    expectGolden("sample/note.tree.txt", fromNote.join("\n"));
    assert.deepEqual(fromCapture, fromNote);
  });
});
