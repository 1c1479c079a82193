import { strict as assert } from "node:assert";
import fc from "fast-check";
import { decodeFrom, decodePacket } from "../../src/decode/decodePacket";
import type { Node } from "../../src/decode/node";
import { everyNode } from "../../src/decode/node";
import type { Packet } from "../../src/decode/packet";
import { lastSegment } from "../../src/decode/packet";
import { hex, join, u32, u32le } from "../dsl/bytes";
import { ethernet, ipv4, ipv6, linuxCooked, linuxCooked2, mss, tcp, timestamps } from "../dsl/headers";
import { headerPackets } from "../dsl/packetsOfHeaders";
import { linkType } from "../dsl/pcapFile";

const segmentBytes = tcp({ srcport: 1234, options: join(mss(1460), timestamps(1, 2)), payload: Uint8Array.of(1, 2, 3) });
const v4 = ipv4({}, segmentBytes);
const v6 = ipv6({}, segmentBytes);

const links: readonly (readonly [string, number, Uint8Array])[] = [
  ["Ethernet with IPv4", linkType.ethernet, ethernet(0x0800, v4)],
  ["Ethernet with IPv6", linkType.ethernet, ethernet(0x86dd, v6)],
  ["Linux cooked", linkType.linuxCooked, linuxCooked(0x0800, v4)],
  ["Linux cooked v2", linkType.linuxCooked2, linuxCooked2(0x86dd, v6)],
  ["BSD null, little-endian", linkType.null, join(u32le(2), v4)],
  ["BSD null, big-endian", linkType.null, join(u32(2), v4)],
  ["BSD null with IPv6 of macOS", linkType.null, join(u32le(30), v6)],
  ["BSD null with IPv6 of FreeBSD", linkType.null, join(u32le(28), v6)],
  ["BSD loop", linkType.loop, join(u32(24), v6)],
  ["Ethernet of Juniper without their header", 178, ethernet(0x0800, v4)],
  ["raw IPv4", linkType.raw, v4],
  ["raw IPv6", linkType.raw, v6],
  ["LINKTYPE_IPV4", linkType.ipv4, v4],
  ["LINKTYPE_IPV6", linkType.ipv6, v6],
];

/** Children lie within their parent, and everything within the bytes. */
function assertNested(packet: Packet): void {
  const inside = (node: Node, start: number, end: number) => {
    assert.ok(
      node.start >= start && node.length >= 0 && node.start + node.length <= end,
      `${node.id} ${node.start}+${node.length} in ${start}..${end}`,
    );
    for (const child of node.children ?? []) inside(child, node.start, node.start + node.length);
  };
  for (const { node } of packet.layers) inside(node, 0, packet.sources[node.source ?? 0].length);
}

describe("decoding", () => {
  for (const [name, type, bytes] of links) {
    it(`finds TCP in ${name}`, () => assert.equal(lastSegment(decodePacket(bytes, bytes.length, type))?.srcport, 1234));

    it(`keeps what is there of ${name}, cut at every byte`, () => {
      for (let length = 0; length <= bytes.length; length += 1)
        assertNested(decodePacket(bytes.subarray(0, length), bytes.length, type));
    });
  }

  it("shows the bytes of a link type it does not know", () => {
    const packet = decodePacket(Uint8Array.of(1, 2, 3), 3, 9999);
    assert.deepEqual(
      packet.layers.map((layer) => layer.node.id),
      ["data"],
    );
  });

  it("says who claimed the bytes that are missing", () => {
    const packet = decodeFrom("ip", v4.subarray(0, 30), v4.length);
    const cut = [...everyNode(packet.layers.map((layer) => layer.node))].find((node) => node.id === "tcp");
    assert.deepEqual(cut?.problem, { kind: "cut", needed: 20, have: 10, claimedBy: "frame.cap_len", start: 20 });
  });

  it("takes any bytes without a throw, and nests their ranges", () => {
    const types = [...new Set(Object.values(linkType))];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...types), fc.nat(400), (bytes, type, more) => {
        assertNested(decodePacket(bytes, bytes.length + more, type));
      }),
      { numRuns: 2000 },
    );
  });

  it("takes damaged packets without a throw, and nests their ranges", () => {
    const damage = fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...headerPackets), damage, ({ linkType: type, bytes }, changes) => {
        const damaged = bytes.slice();
        for (const [at, value] of changes) damaged[at % damaged.length] = value;
        assertNested(decodePacket(damaged, damaged.length, type));
      }),
      { numRuns: 3000 },
    );
  });

  it("nests the ranges of every header, cut at every byte", () => {
    for (const { bytes, linkType: type } of headerPackets)
      for (let cut = 0; cut < bytes.length; cut += 1) assertNested(decodePacket(bytes.subarray(0, cut), bytes.length, type));
  });

  it("nests the ranges of a hop-by-hop header that ends beyond the packet", () => {
    const packet = ipv6({ next: 0 }, hex("06 ff 01 ff 00 00 00 00"));
    assertNested(decodeFrom("ipv6", packet));
  });
});
