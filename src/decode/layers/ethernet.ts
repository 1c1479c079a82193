import { ethernet, largestLength, vlan } from "../../protocols/ethernet";
import { etherTypes } from "../../protocols/next";
import { follow, type LayerDecoder, type Next } from "../packet";
import { readHeader } from "../readHeader";
import type { Scope } from "../scope";

export const decodeEthernet: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, ethernet);
  packet.add("eth", reading.node);
  if (!reading.complete) return undefined;
  const [type, rest] = [reading.number("type"), scope.after(ethernet.size)];
  // no frame has a length of 0: as in Wireshark it is taken for an unknown type
  return type === 0 ? follow(etherTypes, "ethertype", type, rest) : afterType(type, rest, "eth.type");
};

export const decodeVlan: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, vlan);
  packet.add("vlan", reading.node);
  return reading.complete ? afterType(reading.number("etype"), scope.after(vlan.size), "vlan.etype") : undefined;
};

/** A small number is a length, and LLC follows (IEEE 802.3 §3.2.6); Novell's own frames begin with a checksum of ones. */
export function afterType(type: number, rest: Scope, claimedBy: string): Next {
  if (type > largestLength) return follow(etherTypes, "ethertype", type, rest);
  const body = rest.first(type, claimedBy);
  const isNovell = body.has(2) && body.view.getUint16(body.start) === 0xffff;
  return { protocol: isNovell ? "data" : "llc", scope: body };
}
