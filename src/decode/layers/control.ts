import { arp, arpAddresses, icmp, icmpErrors, icmpv6, icmpv6Errors, igmp, sctp } from "../../protocols/control";
import type { LayerDecoder } from "../packet";
import { readHeader, readMore } from "../readHeader";

export const decodeArp: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, arp);
  packet.add("arp", reading.node);
  if (reading.number("hw.size") !== 6 || reading.number("proto.size") !== 4) return undefined;
  readMore(reading, scope.after(arp.size), arpAddresses);
  return undefined;
};

/** An error quotes the packet that caused it: a picture of a packet, not one. */
const control =
  (protocol: string, table: typeof icmp | typeof icmpv6, errors: ReadonlySet<number>): LayerDecoder =>
  (scope, packet) => {
    const reading = readHeader(scope, table);
    packet.add(protocol, reading.node);
    if (!reading.complete) return undefined;
    const rest = scope.after(table.size);
    if (!errors.has(reading.number("type"))) return { protocol: "data", scope: rest };
    packet.quoting = true;
    return { protocol: "raw", scope: rest };
  };

export const decodeIcmp = control("icmp", icmp, icmpErrors);
export const decodeIcmpv6 = control("icmpv6", icmpv6, icmpv6Errors);

export const decodeIgmp: LayerDecoder = (scope, packet) => {
  packet.add("igmp", readHeader(scope, igmp).node);
  return { protocol: "data", scope: scope.after(igmp.size) };
};

export const decodeSctp: LayerDecoder = (scope, packet) => {
  packet.add("sctp", readHeader(scope, sctp).node);
  return { protocol: "data", scope: scope.after(sctp.size) };
};
