import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { readFilter } from "../../src/filter/filter";
import { readyFilters } from "../../src/filter/readyFilters";
import { wordsFor } from "../../src/text/languages";
import { completeFilter } from "../../src/view/filterCompletion";
import { explainFilter } from "../../src/view/filterExplanation";
import { expressions } from "../dsl/filterExpressions";
import { taken } from "../truth/filters/takenFilters";

const en = wordsFor("en");
const zh = wordsFor("zh-cn");

describe("a filter in words", () => {
  const explained = (expression: string, words = en) => {
    const reading = readFilter(expression);
    assert.ok("filter" in reading, expression);
    return explainFilter(reading.filter, words);
  };

  const sentences: Readonly<Record<string, readonly [string, string]>> = {
    "": ["Every packet.", "所有数据包。"],
    "tcp.port == 80": ["either TCP port (tcp.port) is 80", "任一TCP 端口（tcp.port）是 80"],
    "ip.addr != 10.0.0.0/8": [
      "each IPv4 address (ip.addr) lies outside 10.0.0.0/8",
      "每个IPv4 地址（ip.addr）在 10.0.0.0/8 之外",
    ],
    "tcp.analysis.retransmission": ["is marked “Retransmission”", "被标为“重传”"],
    "!tcp.analysis.retransmission": ["is not marked “Retransmission”", "未被标为“重传”"],
    "tcp.flags.syn == 1": ["SYN (tcp.flags.syn) is set", "SYN（tcp.flags.syn）已置位"],
    'tcp.checksum.status == "Bad"': [
      "Checksum status (tcp.checksum.status) is Bad (0)",
      "检验和状态（tcp.checksum.status）是 Bad (0)",
    ],
    'tcp.payload contains "GET"': ["Data (tcp.payload) contains “GET”", "数据（tcp.payload）包含 “GET”"],
    "tcp.analysis.ack_rtt > 0.2": [
      "Time until it was acknowledged (tcp.analysis.ack_rtt) is more than 0.2 s",
      "到被确认的时间（tcp.analysis.ack_rtt）大于 0.2 s",
    ],
    "tcp and (udp or ip)": [
      "has TCP (tcp), and (has UDP (udp), or has IPv4 (ip))",
      "有TCP（tcp），并且（有UDP（udp），或者有IPv4（ip））",
    ],
  };
  for (const [expression, [english, chinese]] of Object.entries(sentences))
    it(`tells "${expression}"`, () => {
      assert.equal(explained(expression), english);
      assert.equal(explained(expression, zh), chinese);
    });

  it("is told of everything that can be asked", () => {
    for (const expression of Object.values(taken).flat())
      for (const words of [en, zh])
        assert.doesNotMatch(explained(expression, words), /undefined|\[object|\{[a-z]+\}/, expression);
    fc.assert(fc.property(expressions, (expression) => explained(expression).length > 0));
  });
});

describe("completion of a filter", () => {
  const offered = (text: string, cursor = text.length, words = en) =>
    completeFilter(text, cursor, words, ({ name }) => (name === "tcp.port" ? ["80", "443"] : [])).items.map((item) => item.text);

  it("knows names by their beginning, the shorter first", () => {
    assert.deepEqual(offered("tcp.fl").slice(0, 2), ["tcp.flags", "tcp.flags.ae"]);
    assert.ok(offered("").includes("tcp"));
    assert.ok(offered("tcp and ud").includes("udp.port"));
  });

  it("finds them by what they are called, in both languages", () => {
    assert.ok(offered("retrans").includes("tcp.analysis.retransmission"));
    assert.ok(offered("重传", 2, zh).includes("tcp.analysis.retransmission"));
    const [item] = completeFilter("tcp.port", 8, zh).items;
    assert.deepEqual(item, { kind: "field", text: "tcp.port", label: "TCP 端口" });
  });

  it("offers whole filters by a word for what they show, in both languages, in brackets beside others", () => {
    assert.equal(offered("handsh")[0], readyFilters.handshake);
    assert.equal(offered("three-way")[0], readyFilters.handshake);
    assert.equal(offered("握手", 2, zh)[0], readyFilters.handshake);
    assert.equal(offered("handshake", 9, zh)[0], readyFilters.handshake);
    assert.equal(offered("挥手", 2, zh)[0], readyFilters.closing);
    assert.equal(offered("retransm")[0], readyFilters.loss);
    assert.equal(offered("复位", 2, zh)[0], readyFilters.reset);
    assert.equal(offered("ip and clos")[0], `(${readyFilters.closing})`);
    assert.ok(!offered("tcp.port == clos").includes(readyFilters.closing));
    assert.ok(!offered("").includes(readyFilters.closing));
    const { label } = completeFilter("handshake", 9, en).items[0];
    assert.equal(label, "Three-way handshakes");
  });

  it("offers values: those of the capture, and those that have names", () => {
    assert.deepEqual(offered("tcp.port == ").slice(0, 2), ["80", "443"]);
    assert.deepEqual(offered("tcp.port in {80, ").slice(0, 2), ["80", "443"]);
    assert.deepEqual(offered("tcp.checksum.status == ").slice(0, 2), ['"Bad"', '"Good"']);
    assert.deepEqual(offered('tcp.checksum.status == "G'), ['"Good"']);
    assert.deepEqual(offered("tcp.flags.syn == ").slice(0, 2), ["1", "0"]);
  });

  it("offers the operators that go with a field", () => {
    assert.ok(!offered("tcp.port ").includes("contains"));
    assert.ok(offered("tcp.payload ").includes("contains"));
    assert.deepEqual(offered("tcp.analysis.flags "), ["and", "or", "xor"]);
    assert.deepEqual(offered("tcp.port == 80 "), ["and", "or", "xor"]);
  });

  it("replaces the word around the cursor", () => {
    const { start, end } = completeFilter("tcp.fl == 1", 6, en);
    assert.deepEqual([start, end], [0, 6]);
    assert.deepEqual(
      [completeFilter("tcp.flags == 1", 5, en)].map((found) => [found.start, found.end]),
      [[0, 9]],
    );
  });

  it("never throws, and replaces what is there", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), expressions), fc.nat(), (text, at) => {
        const cursor = at % (text.length + 1);
        const { start, end } = completeFilter(text, cursor, en);
        assert.ok(start >= 0 && start <= cursor && cursor <= end && end <= text.length);
      }),
    );
  });
});
