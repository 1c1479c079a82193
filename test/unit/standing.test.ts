import { strict as assert } from "node:assert";
import { wordsFor } from "../../src/text/languages";
import { standingOf } from "../../src/view/standing";
import { lifeOf } from "../dsl/life";

describe("where a segment stands in its connection", () => {
  const life = lifeOf("C>S SYN | S>C SYN,ACK | C>S ACK | C>S FIN,ACK | S>C FIN,ACK | C>S ACK");

  for (const [language, said] of [
    ["en", "opened by a handshake, closed in 3 segments"],
    ["zh-cn", "三次握手打开，三次挥手关闭"],
  ])
    it(`is said with how that opened and closed, in ${language}`, () => {
      assert.equal(standingOf(0, life, 1, 0, wordsFor(language)).life, said);
    });
});
