import { strict as assert } from "node:assert";
import { wordsFor } from "../../src/text/languages";
import { completenessText } from "../../src/view/completeness";

// tshark 4.0's words, for each sum that a connection may come to
const words: readonly (readonly [number, string])[] = [
  [0, "Incomplete (0)"],
  [1, "Incomplete, SYN_SENT (1)"],
  [3, "Incomplete, CLIENT_ESTABLISHED (3)"],
  [7, "Incomplete, ESTABLISHED (7)"],
  [15, "Incomplete, DATA (15)"],
  [12, "Incomplete (12)"],
  [37, "Incomplete (37)"],
  [28, "Incomplete (28)"],
  [23, "Complete, NO_DATA (23)"],
  [39, "Complete, NO_DATA (39)"],
  [55, "Complete, NO_DATA (55)"],
  [31, "Complete, WITH_DATA (31)"],
  [47, "Complete, WITH_DATA (47)"],
  [63, "Complete, WITH_DATA (63)"],
];

describe("completeness in words", () => {
  for (const [value, text] of words)
    it(`is ${text}`, () => {
      assert.equal(completenessText(wordsFor("en"), value), text);
      assert.ok(completenessText(wordsFor("zh-cn"), value).includes(`（${value}）`));
    });
});
