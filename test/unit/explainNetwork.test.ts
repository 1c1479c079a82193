import { strict as assert } from "node:assert";
import { decodeFrom } from "../../src/decode/decodePacket";
import { everyNode } from "../../src/decode/node";
import { wordsFor } from "../../src/text/languages";
import { hoverAt } from "../../src/view/hover";
import { u8 } from "../dsl/bytes";
import { type Ipv4, ipv4, ipv6, tcp } from "../dsl/headers";

/** What is said at once of a field, before what is folded away. */
function saidOf(packet: Uint8Array, start: "ip" | "ipv6", field: string, language: "en" | "zh-cn"): string {
  const decoded = decodeFrom(start, packet);
  const node = [...everyNode(decoded.layers.map((layer) => layer.node))].find(({ id }) => id === field)!;
  return hoverAt(decoded, node.start, wordsFor(language))!.markdown.split("<details>")[0];
}

const header = (fields: Ipv4, service = 0): Uint8Array => {
  const packet = ipv4(fields, tcp({}));
  packet.set(u8(service), 1);
  return packet;
};

const dontFragment = 0x4000;
const moreFragments = 0x2000;

type Case = readonly [what: string, packet: Uint8Array, field: string, english: readonly string[], chinese: readonly string[]];

const cases: readonly Case[] = [
  ["that routers may not split it", header({ fragment: dontFragment }), "ip.flags", ["**DF**", "RFC 1191"], ["**DF**"]],
  ["that more fragments follow", header({ fragment: moreFragments }), "ip.flags", ["**MF**", "more fragments"], ["**MF**"]],
  ["that routers may split it", header({ fragment: 0 }), "ip.flags", ["None: routers may split it"], ["可以分片"]],
  ["a number that has no use", header({ id: 7, fragment: dontFragment }), "ip.id", ["0x0007", "means nothing"], ["0x0007"]],
  ["a number that fragments share", header({ id: 7, fragment: moreFragments }), "ip.id", ["share"], ["0x0007"]],
  ["ordinary traffic", header({}), "ip.dsfield", ["best effort", "no ECN"], ["尽力而为"]],
  ["a class of traffic", header({}, 46 << 2), "ip.dsfield", ["46 (EF)", "Not-ECT"], ["46 (EF)"]],
  ["what routers may mark", header({}, 2), "ip.dsfield", ["ECT(0)"], ["ECT(0)"]],
  ["that a router was congested", header({}, 3), "ip.dsfield", ["**CE**", "congested", "ECE"], ["**CE**", "拥塞"]],
  ["whose address it is", header({ src: "192.168.1.9" }), "ip.src", ["**192.168.1.9**", "private", "RFC 1918"], ["私有"]],
];

describe("hovers on bytes of an IP header say", () => {
  for (const [what, packet, field, english, chinese] of cases) {
    it(what, () => {
      for (const said of english) assert.ok(saidOf(packet, "ip", field, "en").includes(said), saidOf(packet, "ip", field, "en"));
      for (const said of chinese)
        assert.ok(saidOf(packet, "ip", field, "zh-cn").includes(said), saidOf(packet, "ip", field, "zh-cn"));
    });
  }

  it("whose address of IPv6 it is, with IPv6's own reference", () => {
    const packet = ipv6({ src: "fd000000000000000000000000000001" }, tcp({}));
    const said = saidOf(packet, "ipv6", "ipv6.src", "en");
    assert.ok(said.includes("unique local") && said.includes("RFC 4193") && !said.includes("RFC 1918"), said);
  });
});
