import { strict as assert } from "node:assert";
import { decodePacket } from "../../src/decode/decodePacket";
import { packetFields } from "../../src/view/packetFields";
import { headerPackets } from "../dsl/packetsOfHeaders";

/** A packet by its name, damaged at some bytes, cut to some length; and what `wirenote packets --json` says of it. */
function fieldsOf(name: string, changes: Readonly<Record<number, number>>, cutTo?: number): Record<string, unknown> {
  const { bytes, linkType } = headerPackets.find((packet) => packet.name === name)!;
  const damaged = bytes.slice();
  for (const [at, value] of Object.entries(changes)) damaged[Number(at)] = value;
  const kept = damaged.subarray(0, cutTo);
  const record = { length: bytes.length, capturedLength: kept.length, seconds: 0, nanoseconds: 0, interface: 0 };
  return packetFields(1, record, decodePacket(kept, bytes.length, linkType), undefined);
}

// what tshark 4.0.17 prints for the same bytes
const cases: readonly (readonly [string, string, Readonly<Record<number, number>>, number | undefined, object])[] = [
  [
    "an IPv6 header of version 7 has no addresses",
    "link-ipv6",
    { 0: 0x70 },
    undefined,
    { "ipv6.src": undefined, "tcp.len": undefined },
  ],
  [
    "version 6 behind IPv4's EtherType is IPv6",
    "padding",
    { 14: 0x65 },
    undefined,
    { "ip.src": undefined, "ipv6.src": "4006:26c8:a00:1:a00:2:4d2:50" },
  ],
  ["an Ethernet type of 0 is no length", "padding", { 12: 0, 13: 0 }, undefined, { "frame.protocols": "eth:ethertype:data" }],
  ["a supervisory LLC frame carries nothing", "llc-ip", { 16: 0x83 }, undefined, { "ip.src": undefined }],
  ["nor does SNAP in one", "snap", { 16: 0x83 }, undefined, { "ip.src": undefined }],
  ["SNAP wants both access points", "snap", { 15: 0xab }, undefined, { "ip.src": undefined }],
  ["a first fragment of 802.11 waits for the others", "wlan", { 1: 0x05 }, undefined, { "ip.src": undefined }],
  ["a numbered frame without others is a whole one", "ppi", { 54: 0x21 }, undefined, { "tcp.srcport": 1234 }],
  [
    "ERSPAN of an unknown version is not opened",
    "erspan2",
    { 42: 0x30 },
    undefined,
    { "ip.src": "192.0.2.1", "tcp.srcport": undefined },
  ],
  ["nor is type III", "erspan3", { 42: 0x80 }, undefined, { "ip.src": "192.0.2.1", "tcp.srcport": undefined }],
  [
    "a route's pointer that is no multiple of four leads nowhere",
    "ipv4-loose-route",
    { 36: 6 },
    undefined,
    { "ip.dst": "10.0.0.2" },
  ],
  ["nor does one below the first address", "ipv4-loose-route", { 36: 0 }, undefined, { "ip.dst": "10.0.0.2" }],
  [
    "an IPv4 option too short for its fields ends the reading",
    "ipv4-router-alert",
    { 35: 2 },
    undefined,
    { "ip.src": "10.0.0.1", "ip.dst": "10.0.0.2", "tcp.srcport": undefined },
  ],
  ["one too short for its length does not", "ipv4-router-alert", { 35: 1 }, undefined, { "tcp.srcport": 1234 }],
  [
    "an IPv6 option that ends beyond the packet ends the reading",
    "ipv6-hop-by-hop",
    { 57: 200 },
    undefined,
    { "ipv6.src": "2001:db8::1", "tcp.srcport": undefined },
  ],
  ["one that ends beyond its header does not", "ipv6-hop-by-hop", { 57: 9 }, undefined, { "tcp.srcport": 1234 }],
  [
    "a list of segments without an address ends the reading",
    "ipv6-segment-routing",
    { 55: 0 },
    undefined,
    { "ipv6.src": "2001:db8::1", "tcp.srcport": undefined },
  ],
  ["two bytes of TCP are no TCP", "padding", {}, 36, { "tcp.srcport": undefined }],
  ["four are", "padding", {}, 38, { "tcp.srcport": 1234, "tcp.dstport": 80, "tcp.seq_raw": undefined }],
  ["a checksum without what follows is unverified", "padding", {}, 52, { "tcp.checksum.status": "unverified" }],
  [
    "nothing counts behind a header length of 16",
    "padding",
    { 46: 0x40 },
    undefined,
    { "tcp.len": 9, "tcp.hdr_len": 16, "tcp.flags": undefined },
  ],
  [
    "AH of eight bytes leaves the rest to TCP",
    "ipv4-authentication",
    { 35: 0 },
    undefined,
    { "tcp.srcport": 0, "tcp.dstport": 1 },
  ],
  [
    "a first fragment longer than the packet is not waited for",
    "ipv4-first-fragment",
    { 17: 0x3c },
    undefined,
    { "tcp.srcport": 1234 },
  ],
  ["but of IPv6 it is", "ipv6-first-fragment", { 19: 0x22 }, undefined, { "tcp.srcport": undefined }],
  ["even where it was cut", "ipv6-first-fragment", {}, 80, { "tcp.srcport": undefined }],
  ["GTP' is not opened", "gtp", { 42: 0x20 }, undefined, { "ip.src": "192.0.2.1", "tcp.srcport": undefined }],
  [
    "what a cut leaves of an option counts",
    "tcp-syn",
    {},
    69,
    { "tcp.options.timestamp.tsval": 1000, "tcp.options.timestamp.tsecr": undefined },
  ],
  [
    "a length of UDP that its header alone exceeds ends it",
    "udp-dns",
    { 38: 0, 39: 7 },
    undefined,
    { "_ws.col.Info": "50000 → 53 [BAD UDP LENGTH 7 < 8]" },
  ],
  [
    "one that exceeds IP's is told, and what is there is read",
    "udp-dns",
    { 36: 0x17, 37: 0x70, 38: 1, 39: 0 },
    undefined,
    { "_ws.col.Info": "50000 → 6000 [BAD UDP LENGTH 256 > IP PAYLOAD LENGTH] Len=248" },
  ],
];

describe("damaged headers", () => {
  for (const [what, name, changes, cutTo, expected] of cases)
    it(what, () => {
      const found = fieldsOf(name, changes, cutTo);
      for (const [field, value] of Object.entries(expected)) assert.equal(found[field], value, field);
    });
});
