import { readFileSync } from "node:fs";
import { linesOf } from "../../src/dump/dump";
import { wordsFor } from "../../src/text/languages";
import { mentionHover } from "../../src/view/mentionHover";
import { mentionsIn } from "../dsl/pointed";
import { expectGolden } from "./golden";

describe("goldens of what is said around dumps", () => {
  for (const language of ["en", "zh-cn"] as const) {
    it(`hovers over the words of the study note, ${language}`, () => {
      const lines = linesOf(readFileSync("samples/study-note.md", "utf8"));
      const hovers = [...mentionsIn(lines)].map(
        ({ line, mention }) => `<!-- line ${line + 1} -->\n${mentionHover(mention, wordsFor(language)).markdown}`,
      );
      expectGolden(`mentions/study-note.${language}.md`, hovers.join("\n\n"));
    });
  }
});
