import { ipv6 } from "../../protocols/ipv6";
import { ipProtocols } from "../../protocols/next";
import type { LayerDecoder } from "../packet";
import { readHeader } from "../readHeader";

export const decodeIpv6: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, ipv6);
  if (!reading.complete) {
    packet.add("ipv6", reading.node);
    return undefined;
  }
  const src = reading.child("src")!.value as Uint8Array;
  const dst = reading.child("dst")!.value as Uint8Array;
  packet.add("ipv6", reading.node, { network: { version: 6, src, dst, isFragment: false } });

  const length = reading.number("plen");
  const rest = scope.after(ipv6.size);
  if (length > rest.length) {
    reading.child("plen")!.problem = { kind: "cut", needed: length, have: rest.have, claimedBy: "ipv6.plen", start: rest.start };
  }
  return { protocol: ipProtocols[reading.number("nxt")] ?? "data", scope: length === 0 ? rest : rest.first(length, "ipv6.plen") };
};
