import { strict as assert } from "node:assert";
import { transitions } from "../../src/protocols/tcpStates";
import { edgeLines } from "../../src/webview/flow/diagramWords";
import { conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";

const open = "C>S SYN | S>C SYN,ACK | C>S ACK";
const ways: Readonly<Record<string, readonly [picture: string, client: string, server: string]>> = {
  "a close in four segments": [
    `${open} | C>S FIN | S>C ACK | S>C FIN | C>S ACK`,
    "CLOSED SYN-SENT ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT",
    "LISTEN SYN-RECEIVED ESTABLISHED CLOSE-WAIT LAST-ACK CLOSED",
  ],
  "FINs that cross": [
    `${open} | C>S FIN | S>C FIN ack 1 | C>S ACK | S>C ACK`,
    "CLOSED SYN-SENT ESTABLISHED FIN-WAIT-1 CLOSING TIME-WAIT",
    "LISTEN SYN-RECEIVED ESTABLISHED FIN-WAIT-1 CLOSING TIME-WAIT",
  ],
  "a reset": [`${open} | S>C RST`, "CLOSED SYN-SENT ESTABLISHED CLOSED", "LISTEN SYN-RECEIVED ESTABLISHED CLOSED"],
};

describe("the way through the state diagram", () => {
  for (const [name, [picture, ...expected]] of Object.entries(ways)) {
    it(`of ${name}`, async () => {
      const { initial, steps } = await (await engineOf(conversationCapture(picture))).states(0);
      for (const [index, end] of (["client", "server"] as const).entries()) {
        const own = steps.filter((step) => step.end === end);
        assert.equal([initial[end].state, ...own.map(({ to }) => to.state)].join(" "), expected[index]);
        for (const { from, to, event, section } of own)
          assert.ok(
            transitions.some(
              (known) => known.from === from && known.to === to.state && known.event === event && known.section === section,
            ),
          );
      }
      assert.deepEqual(
        steps.map(({ frame }) => frame),
        steps
          .map(({ frame }) => frame)
          .slice()
          .sort((a, b) => a - b),
      );
    });
  }
});

describe("words along an edge of the diagram", () => {
  const written: Readonly<Record<string, readonly string[]>> = {
    "sends SYN": ["sends SYN"],
    "gets SYN, sends SYN,ACK": ["gets SYN,", "sends SYN,ACK"],
    "gets FIN and ACK of FIN": ["gets FIN and", "ACK of FIN"],
    "收到 SYN，发送 SYN,ACK": ["收到 SYN，", "发送 SYN,ACK"],
    ein_Wort_ohne_Luecke: ["ein_Wort_ohne_Luecke"],
  };
  for (const [text, lines] of Object.entries(written))
    it(`${text}`, () => {
      assert.deepEqual(edgeLines(text), lines);
    });
});
