import { strict as assert } from "node:assert";
import { decodePacket } from "../../src/decode/decodePacket";
import { wordsFor } from "../../src/text/languages";
import { packetRow } from "../../src/view/packetRow";
import { packetTree } from "../../src/view/tree";
import { hex, join, u16 } from "../dsl/bytes";
import { ethernet, ipv4 } from "../dsl/headers";
import { arp, arpRequest, udp } from "../dsl/headersOfIp";
import { headerPackets } from "../dsl/packetsOfHeaders";
import { linkType } from "../dsl/pcapFile";

const rowOf = (bytes: Uint8Array, link: number = linkType.ethernet) => {
  const { source, destination, protocol, info } = packetRow(
    { number: 1, length: bytes.length },
    decodePacket(bytes, bytes.length, link),
    undefined,
  );
  return [source, destination, protocol, info];
};

const [card, other] = ["02:00:00:00:00:01", "02:00:00:00:00:02"];
const [none, all] = ["00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"];

// what `tshark -n` 4.0 prints of each
const questions: readonly (readonly [...Parameters<typeof arp>, protocol: string, info: string])[] = [
  [1, [card, "10.0.0.1"], [none, "10.0.0.2"], "ARP", "Who has 10.0.0.2? Tell 10.0.0.1"],
  [2, [other, "10.0.0.2"], [card, "10.0.0.1"], "ARP", `10.0.0.2 is at ${other}`],
  [1, [card, "10.0.0.1"], [none, "10.0.0.1"], "ARP", "ARP Announcement for 10.0.0.1"],
  [1, [card, "10.0.0.1"], [all, "10.0.0.1"], "ARP", "Gratuitous ARP for 10.0.0.1 (Request)"],
  [2, [card, "10.0.0.1"], [card, "10.0.0.1"], "ARP", "Gratuitous ARP for 10.0.0.1 (Reply)"],
  [1, [card, "0.0.0.0"], [none, "10.0.0.1"], "ARP", "Who has 10.0.0.1? (ARP Probe)"],
  [1, [card, "0.0.0.0"], [other, "10.0.0.2"], "ARP", "Who has 10.0.0.2? Tell 0.0.0.0"],
  [1, [card, "0.0.0.0"], [none, "0.0.0.0"], "ARP", "ARP Announcement for 0.0.0.0"],
  [3, [card, "0.0.0.0"], [card, "0.0.0.0"], "RARP", `Who is ${card}? Tell ${card}`],
  [4, [other, "10.0.0.2"], [card, "10.0.0.1"], "RARP", `${card} is at 10.0.0.1`],
  [5, [card, "0.0.0.0"], [other, "0.0.0.0"], "DRARP", `Who is ${other}? Tell ${card}`],
  [6, [card, "10.0.0.1"], [other, "10.0.0.2"], "DRARP", `${other} is at 10.0.0.2`],
  [7, [card, "0.0.0.0"], [other, "0.0.0.0"], "DRARP", "DRARP Error"],
  [8, [card, "10.0.0.1"], [other, "0.0.0.0"], "Inverse ARP", `Who is ${other}? Tell ${card}`],
  [9, [other, "10.0.0.2"], [card, "10.0.0.1"], "Inverse ARP", `${other} is at 10.0.0.2`],
  [77, [card, "10.0.0.1"], [other, "0.0.0.0"], "ARP", "Unknown ARP opcode 0x004d"],
];

describe("a frame without IP, in the list", () => {
  for (const [operation, sender, target, protocol, info] of questions)
    it(`says what ARP does: ${info}`, () => {
      assert.deepEqual(rowOf(ethernet(0x0806, arp(operation, sender, target))), [card, other, protocol, info]);
    });

  it("asks the other way round under RARP's own EtherType too", () => {
    const bytes = ethernet(0x8035, arp(3, [card, "0.0.0.0"], [card, "0.0.0.0"]));
    assert.deepEqual(rowOf(bytes), [card, other, "RARP", `Who is ${card}? Tell ${card}`]);
  });

  it("names the cards that it goes between, whatever it carries", () =>
    assert.deepEqual(rowOf(ethernet(0x88cc, hex("0207"))), [card, other, "Ethernet", "EtherType 0x88cc (LLDP)"]));

  it("names those within a tunnel", () => {
    const inner = join(hex("02000000000a 02000000000b"), u16(0x0806), arpRequest("10.0.0.1", "10.0.0.2"));
    const vxlan = ethernet(0x0800, ipv4({ protocol: 17 }, udp(40_000, 4789, join(hex("0800000000000100"), inner))));
    assert.deepEqual(rowOf(vxlan).slice(0, 3), ["02:00:00:00:00:0b", "02:00:00:00:00:0a", "ARP"]);
  });

  it("names the sender alone where capturing on any interface has kept no more", () => {
    const cooked = join(hex("0004 0001 0006 020000000001 0000"), u16(0x0806), arpRequest("10.0.0.1", "10.0.0.2"));
    assert.deepEqual(rowOf(cooked, linkType.linuxCooked).slice(0, 2), [card, ""]);
  });

  it("has what was captured of it", () => {
    const bytes = ethernet(0x0806, arpRequest("10.0.0.1", "10.0.0.2"));
    assert.deepEqual(rowOf(bytes.subarray(0, 10)).slice(0, 2), ["", other]);
    assert.deepEqual(rowOf(bytes.subarray(0, 3)).slice(0, 2), ["", ""]);
    assert.equal(rowOf(bytes.subarray(0, 26))[3], "Who has ?? Tell ?");
    assert.equal(rowOf(bytes.subarray(0, 18))[3], "");
  });
});

describe("a header in one line of the tree", () => {
  const line = (name: string, id: string) => {
    const { bytes, linkType: link } = headerPackets.find((packet) => packet.name === name)!;
    return packetTree(decodePacket(bytes, bytes.length, link), wordsFor("en")).find((node) => node.id === id)?.text;
  };
  it("says which cards a frame goes between", () => assert.equal(line("arp", "eth"), `${card} → ${other}`));
  it("says what ARP asks", () => assert.equal(line("arp", "arp"), "Who has 10.0.0.2? Tell 10.0.0.1"));
  it("has the ports of UDP", () => assert.equal(line("udp-dns", "udp"), "50000 → 53"));
});
