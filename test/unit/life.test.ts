import { strict as assert } from "node:assert";
import fc from "fast-check";
import type { ClosingId } from "../../src/connections/closing";
import { ConnectionLife } from "../../src/connections/life";
import type { Mark } from "../../src/connections/marks";
import type { OpeningId } from "../../src/connections/opening";
import { explainClosing, explainOpening } from "../../src/explain/explainConnection";
import { wordsFor } from "../../src/text/languages";
import { type Language, sayAll } from "../../src/text/words";
import { lifeOf } from "../dsl/life";

const open = "C>S SYN | S>C SYN,ACK | C>S ACK";

function told(picture: string, language: Language = "en", marks?: Readonly<Record<number, readonly Mark[]>>) {
  const { client, opening, closing } = lifeOf(picture, marks);
  const words = wordsFor(language);
  return {
    opening: sayAll(words, explainOpening(opening, client)),
    closing: sayAll(words, explainClosing(closing, client, opening)),
  };
}

const openings: readonly (readonly [OpeningId, string, string, RegExp])[] = [
  ["handshake", "three segments", open, /SYN \(packet 1\), SYN,ACK \(packet 2\), ACK \(packet 3\)/],
  [
    "handshake",
    "SYNs sent again",
    "C>S SYN | C>S SYN seq 0 | S>C SYN,ACK | S>C SYN,ACK seq 0 | C>S ACK",
    /The SYN was sent 2 times\. The SYN,ACK was sent 2 times/,
  ],
  [
    "handshake",
    "a SYN,ACK that was not captured",
    "C>S SYN | C>S ack 1 | C>S 0:5",
    /second segment was not captured.*packet 2 on/,
  ],
  ["handshake", "a SYN,ACK captured first", "S>C SYN,ACK ack 1 | C>S SYN seq 0 | C>S ACK", /in another order/],
  ["handshake", "data on the SYN,ACK", "C>S SYN | S>C SYN,ACK 0:3 seq 0 | C>S ACK", /The SYN,ACK carried 3 bytes/],
  [
    "handshake",
    "data on the SYN that nobody takes",
    "C>S SYN !ACK 0:3 seq 0 | S>C SYN,ACK ack 1 | C>S ACK",
    /The 3 bytes in the SYN were not acknowledged/,
  ],
  ["handshake-with-data", "data on the third segment", "C>S SYN | S>C SYN,ACK | C>S 0:65", /ACK with 65 bytes \(packet 3\)/],
  ["simultaneous", "crossing SYNs", "C>S SYN | S>C SYN | C>S SYN,ACK seq 0 | S>C SYN,ACK seq 0", /packets 1 and 2/],
  [
    "fast-open",
    "data on the SYN that are taken",
    "C>S SYN !ACK 0:9 seq 0 | S>C SYN,ACK ack 10 | C>S ACK",
    /carried 9 bytes.*RFC 7413/,
  ],
  ["refused", "a reset", "C>S SYN | S>C RST,ACK", /answer to the SYN \(packet 1\) was a reset \(packet 2\)/],
  [
    "refused",
    "resets, again and again",
    "C>S SYN | S>C RST,ACK seq 0 | C>S SYN seq 0 | S>C RST,ACK seq 0",
    /The SYN was sent 2 times/,
  ],
  [
    "handshake",
    "a refusal, then success",
    "C>S SYN | S>C RST,ACK seq 0 | C>S SYN seq 0 | S>C SYN,ACK seq 0 | C>S ACK",
    /SYN,ACK \(packet 4\), ACK \(packet 5\)/,
  ],
  ["unanswered", "nothing", "C>S SYN | C>S SYN seq 0 | C>S SYN seq 0", /no answer.*sent 3 times/],
  ["unanswered", "the sender's own reset", "C>S SYN | C>S RST,ACK", /its own sender gave up.*packet 2/],
  ["unfinished", "a SYN,ACK that nobody acknowledges", "C>S SYN | S>C SYN,ACK | S>C SYN,ACK seq 0", /SYN,ACK in packet 2/],
  [
    "abandoned",
    "a port scan",
    "C>S SYN | S>C SYN,ACK | C>S RST",
    /the client answered the SYN,ACK \(packet 2\) with a reset \(packet 3\)/,
  ],
  ["abandoned", "a server that thinks better of it", "C>S SYN | S>C SYN,ACK | S>C RST", /the server sent a reset \(packet 3\)/],
  [
    "half-open",
    "an old connection",
    "C>S SYN | S>C ACK ack 77 seq 900 | C>S RST !ACK seq 77",
    /acknowledgment for that one \(packet 2\)/,
  ],
  [
    "handshake",
    "an old connection, then a new one",
    "C>S SYN | S>C ACK ack 77 seq 900 | C>S RST !ACK seq 77 | C>S SYN seq 0 | S>C SYN,ACK seq 0 ack 1 | C>S seq 1 ack 1",
    /SYN,ACK \(packet 5\), ACK \(packet 6\)/,
  ],
  ["mid-capture", "no SYN", "S>C 0:9 ack 1 | C>S ACK", /first segment here is packet 1/],
  ["mid-capture", "the second segment first", "S>C SYN,ACK ack 1 | C>S ACK", /the SYN,ACK is packet 1/],
  ["mid-capture", "a probe", "C>S FIN !ACK | S>C RST,ACK", /port scanners do/],
];

const closings: readonly (readonly [ClosingId, string, string, RegExp])[] = [
  [
    "fin-3",
    "three segments",
    `${open} | C>S FIN | S>C FIN | C>S ACK`,
    /the ACK travelled on the FIN \(packet 5\).*delayed ACK.*client closed first.*last ACK is packet 6/,
  ],
  ["fin-3", "the server first", `${open} | S>C FIN | C>S FIN | S>C ACK`, /The server closed first/],
  ["fin-3", "no last ACK", `${open} | C>S FIN | S>C FIN`, /no acknowledgment of the FIN in packet 5/],
  ["fin-3", "data beside the first FIN", `${open} | C>S FIN 0:9 | S>C FIN | C>S ACK`, /first FIN is packet 4/],
  [
    "fin-4",
    "four segments",
    `${open} | C>S FIN | S>C ACK | S>C FIN | C>S ACK`,
    /FIN \(packet 4\), its ACK \(packet 5\).*FIN in packet 6/,
  ],
  [
    "fin-4",
    "a FIN sent again",
    `${open} | C>S FIN | C>S FIN seq 1 | S>C ACK | S>C FIN | C>S ACK`,
    /FIN of packet 4 was sent 2 times/,
  ],
  ["fin-4", "old data sent again after the FIN", `${open} | S>C 0:9 | C>S FIN | S>C 0:9 | S>C FIN | C>S ACK`, /four segments/],
  ["simultaneous", "crossing FINs", `${open} | C>S FIN | S>C FIN ack 1 | C>S ACK | S>C ACK`, /packets 4 and 5\) crossed/],
  ["half-closed", "one FIN", `${open} | C>S FIN | S>C ACK`, /the other was still open/],
  [
    "half-closed",
    "data after the FIN",
    `${open} | C>S FIN | S>C 0:9 | C>S ACK | S>C FIN | C>S ACK`,
    /9 bytes from packet 5 on.*packet 7/,
  ],
  ["half-closed", "one direction captured", "C>S SYN | C>S ack 1 | C>S FIN ack 9", /of the other the capture has nothing/],
  [
    "fin-4",
    "data that crossed the FIN",
    `${open} | C>S FIN | S>C 0:9 ack 1 | S>C ack 2 | C>S ACK | S>C FIN | C>S ACK`,
    /four segments/,
  ],
  [
    "reset-by-client",
    "the client's reset",
    `${open} | C>S 0:1 | S>C 0:1 | C>S RST,ACK`,
    /Reset by the client \(packet 6\).*at once/,
  ],
  ["reset-by-server", "the server's reset", `${open} | C>S 0:1 | S>C RST,ACK`, /Reset by the server \(packet 5\)/],
  ["reset-by-server", "a server that has forgotten", `C>S 0:9 ack 5 | S>C RST !ACK seq 5`, /numbers are taken from packet 1/],
  [
    "reset-by-client",
    "data for one that has closed",
    `${open} | C>S FIN | S>C ACK | S>C 0:9 | C>S RST,ACK`,
    /Data had come \(packet 6\).*A FIN \(packet 4\)/,
  ],
  ["reset-by-client", "a reset in place of the last ACK", `${open} | S>C FIN | C>S RST,ACK`, /A FIN \(packet 4\)/],
  ["reset-by-server", "refusal", "C>S SYN | S>C RST,ACK", /It refused/],
  ["reset-by-server", "an answer to a probe", "C>S FIN !ACK | S>C RST,ACK seq 0", /numbers are taken from packet 1/],
  ["fin-3", "resets after the end", `${open} | C>S FIN | S>C FIN | C>S ACK | S>C RST`, /three segments/],
  ["open", "nothing", `${open} | C>S 0:9`, /neither a FIN nor a reset/],
  ["open", "a reset that is not its sender's", `${open} | C>S 0:1 | S>C 0:1 | C>S RST,ACK | C>S 1:10 | S>C ACK`, /neither/],
  ["open", "no connection", "C>S SYN", /never came to be/],
];

describe("a connection's life", () => {
  for (const [id, what, picture, text] of openings)
    it(`opens with ${what}: ${id}`, () => {
      assert.equal(lifeOf(picture).opening.id, id);
      assert.match(told(picture).opening, text);
      assert.match(told(picture, "zh-cn").opening, /\p{Script=Han}/u);
    });

  for (const [id, what, picture, text] of closings)
    it(`closes with ${what}: ${id}`, () => {
      assert.equal(lifeOf(picture).closing.id, id);
      assert.match(told(picture).closing, text);
      assert.match(told(picture, "zh-cn").closing, /\p{Script=Han}/u);
    });

  it("tells of a Fast Open whose data were not taken, and of ports that were used before", () => {
    const picture = "C>S SYN !ACK 0:9 seq 0 | S>C SYN,ACK ack 1 | C>S 0:9";
    const { opening } = lifeOf(picture, { 1: ["tfo_syn"] });
    assert.equal(opening.id, "fast-open");
    assert.match(told(picture, "en", { 1: ["tfo_syn"] }).opening, /had to be sent again/);
    assert.match(told(open, "en", { 1: ["reused_ports"] }).opening, /same addresses and ports/);
  });

  it("makes the sender of the first SYN the client", () => {
    assert.equal(lifeOf("S>C SYN | C>S SYN").client, 0);
    assert.equal(lifeOf("S>C SYN,ACK ack 1 | C>S SYN seq 0").client, 1);
  });
});

describe("any segments at all", () => {
  const segment = fc.record({
    from: fc.constantFrom<0 | 1>(0, 1),
    // few numbers, so that they meet
    seq: fc.integer({ min: -3, max: 6 }).map((number) => number >>> 0),
    ack: fc.integer({ min: -3, max: 6 }).map((number) => number >>> 0),
    flags: fc.oneof(fc.nat(0x1ff), fc.constantFrom(2, 18, 16, 17, 20, 4)),
    length: fc.nat(2),
    window: fc.constantFrom(0, 3, 65535),
    marks: fc.constant(new Set<Mark>()),
  });

  it("make a life that follows the diagram, and can be told", () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 12 }), fc.constantFrom<0 | 1>(0, 1), (segments, likely) => {
        const life = new ConnectionLife();
        for (const [index, each] of segments.entries()) life.add({ ...each, frame: index + 1 });
        const { client, opening, closing, states } = life.result(likely)!;
        const current = [...states.initial.states];
        let frame = 0;
        for (const change of states.changes) {
          assert.ok(change.frame >= frame && change.frame <= segments.length);
          frame = change.frame;
          change.steps.forEach((steps, end) => {
            for (const { from, to } of steps) {
              assert.equal(from, current[end]);
              current[end] = to;
            }
          });
          assert.deepEqual(change.states, current);
        }
        for (const language of ["en", "zh-cn"]) {
          const words = wordsFor(language);
          const text = sayAll(words, [...explainOpening(opening, client), ...explainClosing(closing, client, opening)]);
          assert.equal(/undefined|NaN|\{/.test(text), false, text);
        }
      }),
      { numRuns: 1000 },
    );
  }).timeout(20_000);
});
