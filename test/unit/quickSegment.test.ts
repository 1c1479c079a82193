import { strict as assert } from "node:assert";
import { decodeFrom } from "../../src/decode/decodePacket";
import { lastSegment, type Packet } from "../../src/decode/packet";
import type { ListedSegment } from "../../src/decode/plainSegment";
import { quickSegment } from "../../src/decode/quickSegment";
import type { ProtocolName } from "../../src/protocols/next";
import { join, zeros } from "../dsl/bytes";
import {
  ethernet,
  ipv4,
  ipv6,
  linuxCooked,
  linuxCooked2,
  mss,
  nop,
  sackPermitted,
  tcp,
  timestamps,
  windowScale,
} from "../dsl/headers";
import { vlanTag } from "../dsl/headersOfLinks";

const options = join(mss(1460), sackPermitted, timestamps(70, 80), nop, windowScale(7));
const segment = tcp({ srcport: 40000, dstport: 80, seq: 0xfffffff0, ack: 7, flags: ["SYN", "ACK"], window: 229, options });
const inIpv4 = ipv4({}, tcp({ seq: 9, ack: 8, flags: ["PSH", "ACK"], payload: zeros(11) }));

const packets: Readonly<Record<string, readonly [ProtocolName, Uint8Array]>> = {
  IPv4: ["ip", ipv4({}, segment)],
  IPv6: ["ipv6", ipv6({}, segment)],
  "data in IPv4": ["ip", inIpv4],
  Ethernet: ["eth", ethernet(0x0800, inIpv4)],
  "Ethernet with padding": ["eth", join(ethernet(0x0800, ipv4({}, tcp({}))), zeros(6))],
  "IPv6 in Ethernet": ["eth", ethernet(0x86dd, ipv6({}, segment))],
  "Linux cooked": ["sll", linuxCooked(0x0800, inIpv4)],
  "Linux cooked v2": ["sll2", linuxCooked2(0x0800, inIpv4)],
  "VLAN, left to its decoder": ["eth", ethernet(0x8100, vlanTag(0, 5, 0x0800, inIpv4))],
  "TCP alone": ["tcp", segment],
  "no TCP": ["ip", ipv4({ protocol: 17 }, zeros(20))],
};

const listed = (found: ListedSegment | undefined) =>
  found && {
    ports: [found.srcport, found.dstport],
    numbers: [found.seq, found.ack, found.flags, found.window, found.urgentPointer, found.length],
    options: found.options,
  };

describe("a segment without a tree", () => {
  for (const [name, [protocol, bytes]] of Object.entries(packets)) {
    it(`is the decoder's: ${name}, cut at every byte`, () => {
      for (let length = bytes.length; length >= 0; length -= 1) {
        const cut = bytes.subarray(0, length);
        const packet: Packet = decodeFrom(protocol, cut);
        assert.deepEqual(listed(quickSegment(protocol, cut)), listed(lastSegment(packet)), `${length} bytes`);
      }
    });
  }
});
