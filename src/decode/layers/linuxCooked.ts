import { linuxCooked, linuxCooked2 } from "../../protocols/linuxCooked";
import { etherTypes } from "../../protocols/next";
import type { LayerDecoder } from "../packet";
import { readHeader } from "../readHeader";

const cooked =
  (header: typeof linuxCooked | typeof linuxCooked2): LayerDecoder =>
  (scope, packet) => {
    const reading = readHeader(scope, header);
    packet.add("sll", reading.node);
    if (!reading.complete) return undefined;
    return { protocol: etherTypes[reading.number("etype")] ?? "data", scope: scope.after(header.size) };
  };

export const decodeLinuxCooked = cooked(linuxCooked);
export const decodeLinuxCooked2 = cooked(linuxCooked2);
