import { arp, arpAddresses, igmp, sctp } from "../../protocols/control";
import type { LayerDecoder } from "../packet";
import { readHeader, readMore } from "../readHeader";

export const decodeArp: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, arp);
  packet.add("arp", reading.node);
  if (reading.number("hw.size") !== 6 || reading.number("proto.size") !== 4) return undefined;
  readMore(reading, scope.after(arp.size), arpAddresses);
  return undefined;
};

export const decodeIgmp: LayerDecoder = (scope, packet) => {
  packet.add("igmp", readHeader(scope, igmp).node);
  return { protocol: "data", scope: scope.after(igmp.size) };
};

export const decodeSctp: LayerDecoder = (scope, packet) => {
  packet.add("sctp", readHeader(scope, sctp).node);
  return { protocol: "data", scope: scope.after(sctp.size) };
};
