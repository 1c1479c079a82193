import { tokenRing, tokenRingLlcFrame, tokenRingRoute } from "../../protocols/otherLinks";
import type { LayerDecoder } from "../packet";
import { reachTo, readHeader } from "../readHeader";

export const decodeTokenRing: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, tokenRing);
  packet.add("tr", reading.node);
  if (!reading.complete) return undefined;
  let rest = scope.after(tokenRing.size);
  const [firstOfSource] = reading.child("src")!.value as Uint8Array;
  if (firstOfSource & tokenRingRoute.flag && rest.has(1)) {
    rest = rest.after(rest.bytes[rest.start] & tokenRingRoute.lengthMask);
    reachTo(reading.node, scope, rest.start - scope.start);
  }
  const isLlc = (reading.number("fc") & 0xc0) === tokenRingLlcFrame;
  return { protocol: isLlc ? "llc" : "data", scope: rest };
};
