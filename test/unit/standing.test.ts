import { strict as assert } from "node:assert";
import { wordsFor } from "../../src/text/languages";
import { standingOf } from "../../src/view/standing";
import { lifeOf } from "../dsl/life";

describe("where a segment stands in its connection", () => {
  const life = lifeOf("C>S SYN | S>C SYN,ACK | C>S ACK | C>S FIN,ACK | S>C FIN,ACK | C>S ACK");

  for (const [language, said] of [
    ["en", "opened by a handshake, closed in 3 segments, the client first"],
    ["zh-cn", "三次握手打开，三次挥手关闭，客户端先关闭"],
  ])
    it(`is said with how that opened and closed, in ${language}`, () => {
      assert.equal(standingOf(0, life, 1, 0, wordsFor(language)).life, said);
    });

  for (const [picture, said] of [
    ["S>C FIN,ACK | C>S ACK | C>S FIN,ACK | S>C ACK", /closed in 4 segments, the server first$/],
    ["C>S FIN | S>C FIN ack 1 | C>S ACK | S>C ACK", /closed from both sides at once$/],
    ["C>S 0:1 | S>C RST,ACK", /reset by the server$/],
    ["C>S 0:1", /open at the end$/],
  ] as const)
    it(`names who closed first where one did: ${picture}`, () => {
      const whole = lifeOf(`C>S SYN | S>C SYN,ACK | C>S ACK | ${picture}`);
      assert.match(standingOf(0, whole, 1, 0, wordsFor("en")).life, said);
    });
});
