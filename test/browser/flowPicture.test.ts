import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { wordsFor } from "../../src/text/languages";
import type { Language } from "../../src/text/words";
import { flowSvg } from "../../src/view/flow/flowSvg";
import { flowIn } from "../dsl/flowOf";
import { launchChromium } from "../host/chromium";

const captures = ["samples/handshake.cap", "test/captures/recorded/half-close.cap", "test/captures/recorded/zero-window.cap"];
const languages: readonly Language[] = ["en", "zh-cn"];

/** Texts that leave the picture, and how many there are. */
async function lookAt(page: Page): Promise<{ outside: string[]; texts: number }> {
  return page.evaluate(() => {
    const svg = document.documentElement as unknown as SVGSVGElement;
    const { width, height } = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll("text")];
    const frame = svg.getBoundingClientRect();
    const outside = texts.filter((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return left < frame.left || right > frame.left + width || top < frame.top || bottom > frame.top + height;
    });
    return { outside: outside.map((text) => text.textContent ?? ""), texts: texts.length };
  });
}

describe("a flow as SVG in a browser", () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  for (const capture of captures) {
    for (const language of languages) {
      it(`shows all of ${capture} within its edges, ${language}`, async () => {
        const words = wordsFor(language);
        const flow = await flowIn(readFileSync(capture), { words });
        const page = await browser.newPage();
        await page.goto(`data:image/svg+xml;base64,${Buffer.from(flowSvg(flow, words)).toString("base64")}`);
        const { outside, texts } = await lookAt(page);
        assert.deepEqual(outside, []);
        assert.ok(texts > flow.rows.length);
        await page.close();
      });
    }
  }

  for (const paper of ["#ffffff", "#000000"]) {
    it(`has its own paper on ${paper}`, async () => {
      const svg = flowSvg(await flowIn(readFileSync(captures[0])), wordsFor("en"));
      const page = await browser.newPage();
      await page.setContent(`<body style="margin:0;background:${paper}">${svg}</body>`);
      const light = await page.evaluate(() => {
        const { x, y } = document.querySelector("svg")!.getBoundingClientRect();
        return document.elementFromPoint(x + 300, y + 10)?.getAttribute("fill");
      });
      assert.equal(light, "#ffffff");
      await page.close();
    });
  }
});
