import { strict as assert } from "node:assert";
import { wordsFor } from "../../src/text/languages";
import type { Language } from "../../src/text/words";
import type { Flow } from "../../src/view/flow/flow";
import { flowMarkdown } from "../../src/view/flow/flowMarkdown";
import { flowMermaid } from "../../src/view/flow/flowMermaid";
import { flowSvg } from "../../src/view/flow/flowSvg";
import { flowText } from "../../src/view/flow/flowText";
import { flowNotations } from "../../src/view/onScreen/flowLook";
import { conversationCapture } from "../dsl/conversation";
import { flowConversations } from "../dsl/flowConversations";
import { flowIn } from "../dsl/flowOf";
import { expectGolden } from "./golden";
import { assertNested } from "./nestedSvg";

const languages: readonly Language[] = ["en", "zh-cn"];
const open = "C>S SYN | S>C SYN,ACK | C>S ACK";

const captures: Readonly<Record<string, Uint8Array>> = {
  ...flowConversations,
  "many-alike": conversationCapture(
    `${open} | ${Array.from({ length: 12 }, (_, i) => `S>C ${i * 1460}:${(i + 1) * 1460}${i % 2 ? " | C>S ACK" : ""}`).join(" | ")} | S>C FIN`,
  ),
  "mid-capture": conversationCapture("S>C 0:9 ack 5 | C>S ACK"),
};

describe("flows", () => {
  // it is large: to read it takes seconds where much else runs
  before(async function () {
    this.timeout(60_000);
    await import("mermaid");
  });

  for (const [name, capture] of Object.entries(captures)) {
    it(`${name}, as text`, async () => expectGolden(`flow/${name}.txt`, flowText(await flowIn(capture), wordsFor("en"))));
  }

  for (const notation of flowNotations) {
    it(`in the notation of ${notation}`, async () => {
      const flow = await flowIn(captures["close-3"], { notation });
      expectGolden(`flow/notation.${notation}.txt`, flowText(flow, wordsFor("en")));
    });
  }

  const formats: Readonly<Record<string, (flow: Flow, words: ReturnType<typeof wordsFor>) => string>> = {
    txt: flowText,
    md: flowMarkdown,
    mmd: flowMermaid,
    svg: flowSvg,
  };
  for (const language of languages) {
    for (const [extension, format] of Object.entries(formats)) {
      it(`half-close as ${extension}, ${language}`, async () => {
        const words = wordsFor(language);
        expectGolden(`flow/half-close.${language}.${extension}`, format(await flowIn(captures["half-close"], { words }), words));
      });
    }
  }

  for (const [name, capture] of Object.entries(captures)) {
    for (const notation of flowNotations) {
      it(`${name} is a sequence diagram to Mermaid's own parser, ${notation}`, async () => {
        const { default: mermaid } = await import("mermaid");
        for (const language of languages) {
          const words = wordsFor(language);
          const parsed = await mermaid.parse(flowMermaid(await flowIn(capture, { notation, words }), words));
          assert.equal(parsed.diagramType, "sequence");
        }
      });
    }

    it(`${name} makes an SVG that stands alone`, async () => {
      const svg = flowSvg(await flowIn(capture, { notation: "stevens" }), wordsFor("zh-cn"));
      assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
      assert.equal(/(href|url\(|<script|<style|NaN|Infinity)/.test(svg), false);
      assertNested(svg);
    });
  }

  it("is refused by Mermaid's parser where a text has its signs", async () => {
    const { default: mermaid } = await import("mermaid");
    await assert.rejects(async () => mermaid.parse("sequenceDiagram\n  C->>S"));
  });

  it("draw every segment where they are not to be folded", async () => {
    const flow = await flowIn(captures["many-alike"], { folds: false });
    assert.equal(flow.rows.length, 22);
    assert.equal((await flowIn(captures["many-alike"])).rows.length, 5);
  });
});
