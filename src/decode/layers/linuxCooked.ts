import { cookedDevices, cookedProtocols, linuxCooked, linuxCooked2 } from "../../protocols/linuxCooked";
import { etherTypes, greProtocols } from "../../protocols/next";
import { follow, type LayerDecoder } from "../packet";
import { readHeader } from "../readHeader";

const cooked =
  (header: typeof linuxCooked | typeof linuxCooked2): LayerDecoder =>
  (scope, packet) => {
    const reading = readHeader(scope, header);
    packet.add("sll", reading.node);
    if (!reading.complete) return undefined;
    const rest = scope.after(header.size);
    const type = reading.number("etype");
    switch (reading.number("hatype")) {
      case cookedDevices.gre:
        return follow(greProtocols, "gre", type, rest);
      case cookedDevices.radiotap:
        return { protocol: "radiotap", scope: rest };
      case cookedDevices.netlink:
        return { protocol: "data", scope: rest };
    }
    if (type === cookedProtocols.llc) return { protocol: "llc", scope: rest };
    if (type === cookedProtocols.novell) return { protocol: "data", scope: rest };
    return follow(etherTypes, "ethertype", type, rest);
  };

export const decodeLinuxCooked = cooked(linuxCooked);
export const decodeLinuxCooked2 = cooked(linuxCooked2);
