import { strict as assert } from "node:assert";
import { wordsFor } from "../../src/text/languages";
import type { Language } from "../../src/text/words";
import type { FlowView } from "../../src/view/flow/flowWindow";
import type { JointFlow } from "../../src/view/flow/joint/jointFlow";
import { jointMarkdown } from "../../src/view/flow/joint/jointMarkdown";
import { jointMermaid } from "../../src/view/flow/joint/jointMermaid";
import { jointPages } from "../../src/view/flow/joint/jointPages";
import { jointSvg } from "../../src/view/flow/joint/jointSvg";
import { jointText } from "../../src/view/flow/joint/jointText";
import { browser, jointConversations, manyConversations } from "../dsl/jointConversations";
import { jointFlowIn } from "../dsl/jointFlowOf";
import { expectGolden } from "./golden";
import { assertNested } from "./nestedSvg";

const languages: readonly Language[] = ["en", "zh-cn"];
const captures: Readonly<Record<string, Uint8Array>> = { ...jointConversations, browser };
const whole = (capture: Uint8Array, language: Language, view: Partial<FlowView> = {}) =>
  jointFlowIn(capture, { ...view, words: wordsFor(language) });

describe("flows of several connections", () => {
  // it is large: to read it takes seconds where much else runs
  before(async function () {
    this.timeout(60_000);
    await import("mermaid");
  });

  for (const [name, capture] of Object.entries(captures))
    it(`${name}, as text`, async () =>
      expectGolden(`flow/joint.${name}.txt`, jointText(await whole(capture, "en"), wordsFor("en"))));

  const formats: Readonly<Record<string, (flow: JointFlow, words: ReturnType<typeof wordsFor>) => string>> = {
    txt: jointText,
    md: jointMarkdown,
    mmd: jointMermaid,
    svg: jointSvg,
  };
  for (const language of languages)
    for (const [extension, format] of Object.entries(formats))
      it(`proxy as ${extension}, ${language}`, async () => {
        const written = format(await whole(captures["proxy"], language), wordsFor(language));
        expectGolden(`flow/joint.proxy.${language}.${extension}`, written);
      });

  for (const [name, capture] of Object.entries(captures)) {
    it(`${name} is a sequence diagram to Mermaid's own parser`, async () => {
      const { default: mermaid } = await import("mermaid");
      for (const language of languages) {
        const parsed = await mermaid.parse(jointMermaid(await whole(capture, language), wordsFor(language)));
        assert.equal(parsed.diagramType, "sequence");
      }
    });

    it(`${name} makes an SVG that stands alone, in even steps and in proportion to time`, async () => {
      for (const time of ["even", "proportional"] as const) {
        const svg = jointSvg(await whole(capture, "zh-cn", { time }), wordsFor("zh-cn"));
        assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
        assert.equal(/(href|url\(|<script|<style|NaN|Infinity)/.test(svg), false);
        assertNested(svg);
      }
    });

    it(`${name} is printed on sheets that have all its rows`, async () => {
      const flow = await whole(capture, "en");
      const page = jointPages(flow, wordsFor("en"));
      const frames = flow.rows.flatMap((row) => (row.kind === "silence" ? [] : [row.frame]));
      const arrows = page.match(/<text x="16" [^>]*font-weight="600"[^>]*>\d+/g) ?? [];
      assert.equal(arrows.length, frames.length);
    });
  }

  it("say in text who sends to whom where there are more hosts than lines stand beside one another", async () => {
    const text = jointText(await whole(manyConversations(12, 3), "en"), wordsFor("en"));
    assert.match(text, /10\.1\.0\.11 → 10\.2\.0\.1 +11 +20011 → 80 \[SYN\]/);
  });

  it("leave out on paper what no paper has room for, and say so", async () => {
    const flow = await whole(manyConversations(60, 3), "en");
    assert.equal(flow.lifelines.length, 61);
    for (const written of [jointSvg(flow, wordsFor("en")), jointMermaid(flow, wordsFor("en")), jointPages(flow, wordsFor("en"))])
      assert.match(written, /21 further hosts are not drawn/);
  });
});
