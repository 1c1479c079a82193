import { readFileSync } from "node:fs";
import { linesOf } from "../../src/dump/dump";
import { wordsFor } from "../../src/text/languages";
import { mentionHover } from "../../src/view/mentionHover";
import { mentionsIn } from "../dsl/pointed";
import { toolLines } from "../dsl/toolLines";
import { expectGolden } from "./golden";

const texts: Readonly<Record<string, string>> = {
  "study-note": readFileSync("samples/study-note.md", "utf8"),
  tools: toolLines.join("\n\n"),
};

describe("goldens of what is said around dumps", () => {
  for (const [name, text] of Object.entries(texts))
    for (const language of ["en", "zh-cn"] as const)
      it(`hovers over the words of ${name}, ${language}`, () => {
        const hovers = [...mentionsIn(linesOf(text))].map(
          ({ line, mention }) => `<!-- line ${line + 1} -->\n${mentionHover(mention, wordsFor(language)).markdown}`,
        );
        expectGolden(`mentions/${name}.${language}.md`, hovers.join("\n\n"));
      });
});
