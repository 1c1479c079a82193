import { strict as assert } from "node:assert";
import { mentionOf, nameOf, pointed } from "./pointed";

/** Texts in which what the pointer rests on stands in brackets, each with the name of what it is, by what writes them. */
export function describeMentions(
  title: string,
  table: Readonly<Record<string, readonly (readonly [marked: string, name: string])[]>>,
): void {
  describe(title, () => {
    for (const [kind, cases] of Object.entries(table)) {
      describe(kind, () => {
        for (const [marked, name] of cases) {
          it(`${name} in ${marked.replaceAll("\n", "⏎")}`, () => {
            const place = pointed(marked);
            const mention = mentionOf(place);
            assert.equal(nameOf(mention), name);
            assert.deepEqual([mention?.startColumn, mention?.endColumn], [place.column, place.column + place.text.length]);
          });
        }
      });
    }
  });
}
