import type { Locator, Page } from "playwright-core";
import { waitFor } from "./waitFor";

export interface HoverOptions {
  /** Which character of the text is pointed at. */
  readonly offset?: number;
  /** What it has to say: VS Code shows what some extensions answered before others have. */
  readonly saying?: string;
}

/** Points at a character of the first such text in a text editor and returns the text of the hover. */
export async function hoverText(page: Page, text: string, { offset = 0, saying = "" }: HoverOptions = {}): Promise<string> {
  const contents = page.locator(".monaco-hover:not(.hidden) .hover-contents");
  return waitFor(`a hover over ${text}`, async () => {
    // an extension that was still starting had nothing to say: go away and point again
    await page.mouse.move(0, 0);
    const place = await page.evaluate(findInEditor, { text, offset });
    if (!place) return undefined;
    await page.mouse.move(place.x - 2, place.y);
    await page.mouse.move(place.x, place.y);
    return waitFor("its text", () => readHover(contents, saying), 2_000).catch(() => undefined);
  });
}

async function readHover(contents: Locator, saying: string): Promise<string | false> {
  const shown = (await contents.allInnerTexts()).join("\n").replaceAll("\u00a0", " ").trim();
  return shown !== "" && !shown.includes("Loading...") && shown.includes(saying) && shown;
}

/** Runs in the page. */
function findInEditor({ text, offset }: { text: string; offset: number }): { x: number; y: number } | undefined {
  for (const line of document.querySelectorAll(".monaco-editor .view-line")) {
    // the editor draws spaces as no-break spaces and splits a line into many elements
    const start = line.textContent.replaceAll("\u00a0", " ").indexOf(text);
    if (start < 0) continue;
    let position = start + offset;
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (position < length) {
        const range = document.createRange();
        range.setStart(node, position);
        range.setEnd(node, position + 1);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      position -= length;
    }
  }
  return undefined;
}
