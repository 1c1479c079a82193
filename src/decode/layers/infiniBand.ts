import { etherTypes } from "../../protocols/next";
import { ipOverInfiniBand } from "../../protocols/otherLinks";
import { follow, type LayerDecoder } from "../packet";
import { readHeader } from "../readHeader";

export const decodeIpOverInfiniBand: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, ipOverInfiniBand);
  packet.add("ipoib", reading.node);
  if (!reading.complete) return undefined;
  return follow(etherTypes, "ethertype", reading.number("type"), scope.after(ipOverInfiniBand.size));
};
