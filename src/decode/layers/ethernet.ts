import { ethernet } from "../../protocols/ethernet";
import { etherTypes } from "../../protocols/next";
import type { LayerDecoder } from "../packet";
import { readHeader } from "../readHeader";

export const decodeEthernet: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, ethernet);
  packet.add("eth", reading.node);
  if (!reading.complete) return undefined;
  return { protocol: etherTypes[reading.number("type")] ?? "data", scope: scope.after(ethernet.size) };
};
