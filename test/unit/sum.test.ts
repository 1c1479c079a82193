import { strict as assert } from "node:assert";
import { conversation, conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { pcapFile } from "../dsl/pcapFile";

const open = "C>S SYN | S>C SYN,ACK | C>S ACK";

const zeroWindow = `${open} | C>S 0:100 | S>C ACK win 0`;
const loss = `${open} | C>S 0:100 | S>C ACK | C>S 200:300 | S>C ack 101 | C>S 100:200 | S>C ack 301`;

/** A conversation, a packet of it, and what is said of its marks. */
const marked: readonly (readonly [string, string, number, readonly (readonly [string, RegExp])[]])[] = [
  ["nothing, where nothing is remarkable", open, 3, []],
  ["a closed window", zeroWindow, 5, [["zero_window", /^Its sender can take nothing more now/]]],
  [
    "a duplicate acknowledgment, of which one, and how often",
    loss,
    7,
    [["duplicate_ack", /^Acknowledges the same number again.*It repeats packet \*\*5\*\*, for time \*\*1\*\*\.$/]],
  ],
  [
    "what is sent again, and when it was sent first",
    `${open} | C>S 0:100 | C>S 0:100 @0.5`,
    5,
    [["retransmission", /^Sent once more.*Packet \*\*4\*\* sent it first, 497 ms before\.$/]],
  ],
  ["what came late, which nobody sent before", loss, 8, [["out_of_order", /^Comes after a segment with higher numbers[^*]*$/]]],
];

/** A conversation, a packet of it, and what its sum says, by kind. */
const cases: readonly (readonly [string, string, number, Readonly<Record<string, string | undefined>>])[] = [
  [
    "a SYN counts as one",
    open,
    1,
    { why: undefined, next: "The SYN counts as one: 0 + 1 = 1 is the client's next number.", flight: undefined },
  ],
  [
    "the answer acknowledges it",
    open,
    2,
    {
      why: "Why Ack 1? The client's SYN (packet 1) had number 0 and counts as one: 0 + 1 = 1. The server expects number 1 next.",
      acknowledges: undefined,
      flight: "Nothing of the client's is in flight: all up to 1 is acknowledged.",
    },
  ],
  [
    "after the handshake nothing is on its way",
    open,
    3,
    { next: "It carries nothing that counts: the client's next number stays 1." },
  ],
  [
    "data in flight grows, and one acknowledgment covers several",
    `${open} | C>S 0:100 | C>S 100:250 | S>C ACK`,
    6,
    {
      why: "Why Ack 251? Packet 5 of the client began at number 101 and carried 150 bytes: 101 + 150 = 251. The server expects number 251 next.",
      acknowledges: "New is the acknowledgment of 250 bytes of the client's, in these packets: 4, 5.",
    },
  ],
  [
    "of data",
    `${open} | C>S 0:100 | C>S 100:250`,
    5,
    {
      next: "101 + 150 bytes = 251 is the client's next number.",
      flight: "In flight are 250 bytes of the client's: sent up to 251, acknowledged up to 1.",
    },
  ],
  [
    "a FIN counts as one, behind its data too",
    `${open} | C>S FIN 0:10 | S>C ACK`,
    5,
    {
      why: "Why Ack 12? Packet 4 of the client began at number 1, carried 10 bytes and a FIN, which counts as one: 1 + 10 + 1 = 12. The server expects number 12 next.",
    },
  ],
  [
    "a FIN on its way is no data",
    `${open} | C>S FIN`,
    4,
    { flight: "In flight is no data of the client's, but its SYN or FIN: sent up to 2, acknowledged up to 1." },
  ],
  [
    "a duplicate acknowledgment",
    `${open} | C>S 0:100 | S>C ACK | C>S 200:300 | S>C ack 101`,
    7,
    { acknowledges: "It acknowledges nothing new: Ack 101 stood in packet 5 already." },
  ],
  [
    "what fills a gap is acknowledged with what came before it",
    `${open} | C>S 0:100 | C>S 200:300 | S>C ack 101 | C>S 100:200 | S>C ack 301`,
    8,
    { acknowledges: "New is the acknowledgment of 200 bytes of the client's, in these packets: 5, 7." },
  ],
  [
    "what was not captured",
    `${open} | S>C ack 501`,
    4,
    {
      why: "Why Ack 501? The client must have sent everything before that number, but the capture does not have it. The server expects number 501 next.",
      flight: "Nothing of the server's is in flight: all up to 1 is acknowledged.",
    },
  ],
  ["a reset", `${open} | S>C RST`, 4, { next: "A reset takes no number, and nobody acknowledges it.", flight: undefined }],
];

describe("the sum", () => {
  for (const [name, picture, frame, expected] of cases) {
    it(name, async () => {
      const { lines } = await (await engineOf(conversationCapture(picture))).sum(0, "relative", frame);
      for (const [kind, text] of Object.entries(expected)) {
        const found = lines.filter((line) => line.kind === kind).map((line) => line.text);
        if (text === undefined) assert.deepEqual(found, []);
        else assert.ok(found.includes(text), `${text} is not among ${JSON.stringify(lines, undefined, 1)}`);
      }
    });
  }

  it("begins with what a segment is for: its own numbers, where it acknowledges nothing new", async () => {
    const engine = await engineOf(conversationCapture(`${open} | C>S 0:100 | C>S 100:200 | S>C 0:50 | S>C FIN`));
    const kinds = async (frame: number) => (await engine.sum(0, "relative", frame)).lines.map(({ kind }) => kind);
    assert.deepEqual(await kinds(3), ["why", "next", "flight", "flight"]);
    assert.deepEqual(await kinds(5), ["next", "acknowledges", "flight", "flight"]);
    assert.deepEqual(await kinds(6), ["why", "acknowledges", "next", "flight", "flight"]);
    assert.deepEqual(await kinds(7), ["next", "acknowledges", "flight", "flight"]);
  });

  for (const [name, picture, frame, expected] of marked) {
    it(`is preceded by what the marks mean: ${name}`, async () => {
      const { marks } = await (await engineOf(conversationCapture(picture))).sum(0, "relative", frame);
      assert.deepEqual(
        marks.map(({ mark }) => mark),
        expected.map(([mark]) => mark),
      );
      for (const [i, [, text]] of expected.entries()) assert.match(marks[i].text, text);
    });
  }

  it("counts in the numbers of the header on request", async () => {
    const { lines } = await (await engineOf(conversationCapture(`${open} | C>S 0:100 | S>C ACK`))).sum(0, "raw", 5);
    assert.equal(
      lines[0].text,
      "Why Ack 1101? Packet 4 of the client began at number 1001 and carried 100 bytes: 1001 + 100 = 1101. The server expects number 1101 next.",
    );
    assert.equal(lines.at(-1)?.text, "Nothing of the client's is in flight: all up to 1101 is acknowledged.");
  });

  it("goes on over the end of the numbers, and says so", async () => {
    const sides = { client: { isn: 2 ** 32 - 50 } };
    const capture = pcapFile(conversation(`${open} | C>S 0:100 | S>C ACK`, sides));
    const { lines } = await (await engineOf(capture)).sum(0, "raw", 5);
    assert.match(lines[0].text, /4294967247 \+ 100 = 51\. Behind 4294967295 the numbers begin again at 0\. /);
  });
});
