import { strict as assert } from "node:assert";
import { wordsFor } from "../../src/text/languages";
import { mentionHover } from "../../src/view/mentionHover";
import { mentionOf, nameOf, pointed } from "./pointed";

/** The line of a tree that is pointed at, its name, and what must be said of it in English and in Chinese. */
type Case = readonly [line: string, name: string, english: string, chinese: string];

/** How people paste a tree. */
const dressings: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "in a quote": (text) => text.replace(/^/gm, "> "),
  "with its branches drawn": (text) => text.replace(/^ *(?=\S)/gm, "│   ├─ "),
  "in a comment": (text) => text.replace(/^/gm, " * "),
  "without its indent": (text) => text.replace(/^ +/gm, ""),
  "with an empty line behind each": (text) => text.replaceAll("\n", "\n\n"),
  "with CRLF and tabs": (text) => text.replaceAll("    ", "\t").replaceAll("\n", "\r\n"),
};

/** The text with a whole line pointed at, or what stands in one. */
function marked(text: string, line: string): string {
  const whole = text.split("\n").find((each) => each.trim() === line);
  return whole ? text.replace(whole, whole.replace(line, `⟦${line}⟧`)) : text.replace(line, `⟦${line}⟧`);
}

/** Each line says what it should, however the text was pasted. */
export function describeTreeLines<Kind extends string>(
  title: string,
  trees: Readonly<Record<Kind, string>>,
  cases: Readonly<Record<Kind, readonly Case[]>>,
): void {
  describe(title, () => {
    for (const [kind, text] of Object.entries<string>(trees))
      describe(kind, () => {
        for (const [line, name, ...expected] of cases[kind as Kind])
          it(`says what follows from ${line}`, () => {
            for (const [dressing, dress] of Object.entries(dressings)) {
              const place = pointed(dress(marked(text, line)).replaceAll("\r\n", "\n"));
              const mention = mentionOf(place);
              assert.equal(nameOf(mention), name, dressing);
              assert.deepEqual(
                [mention?.startColumn, mention?.endColumn],
                [place.column, place.column + place.text.length],
                dressing,
              );
              for (const [i, language] of (["en", "zh-cn"] as const).entries()) {
                const { markdown } = mentionHover(mention!, wordsFor(language));
                assert.ok(markdown.includes(expected[i]), `${dressing}: ${markdown}`);
              }
            }
          });
      });
  });
}
