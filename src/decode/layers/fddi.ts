import { fddi, fddiLlcFrame } from "../../protocols/otherLinks";
import type { LayerDecoder } from "../packet";
import { readHeader } from "../readHeader";

export const decodeFddi: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, fddi);
  packet.add("fddi", reading.node);
  if (!reading.complete) return undefined;
  const isLlc = (reading.number("fc") & 0xf0) === fddiLlcFrame;
  return { protocol: isLlc ? "llc" : "data", scope: scope.after(fddi.size) };
};
