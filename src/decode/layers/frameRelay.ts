import type { Header } from "../../protocols/header";
import { etherTypes } from "../../protocols/next";
import {
  frameRelay,
  frameRelayControl,
  frameRelayNetwork,
  frameRelayNumber,
  frameRelayPadding,
  frameRelayProtocols,
  frameRelaySnap,
  frameRelayType,
} from "../../protocols/otherLinks";
import { follow, type LayerDecoder } from "../packet";
import { readHeader, readMore } from "../readHeader";

/** RFC 2427: unnumbered information names its protocol by a number of ISO's; everything else is taken for Cisco's EtherTypes. */
export const decodeFrameRelay: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, frameRelay);
  packet.add("fr", reading.node);
  // more than two octets of address are read by nobody here
  if (!reading.complete || reading.number("first.ea") === 1 || reading.number("ea") === 0) return undefined;
  let rest = scope.after(frameRelay.size);
  const read = <H extends Header>(table: H) => {
    const part = readMore(reading, rest, table);
    rest = rest.after(table.size);
    return part;
  };
  if (!rest.has(1) || rest.bytes[rest.start] !== frameRelayNumber.unnumberedInformation) {
    const type = read(frameRelayType).number("chdlctype");
    return Number.isNaN(type) ? undefined : follow(etherTypes, "ethertype", type, rest);
  }
  read(frameRelayControl);
  // one byte may be put in to align what follows
  if (rest.has(1) && rest.bytes[rest.start] === frameRelayNumber.padding) read(frameRelayPadding);
  const number = read(frameRelayNetwork).number("nlpid");
  if (number !== frameRelayNumber.snap) return { protocol: frameRelayProtocols[number] ?? "data", scope: rest };
  const snap = read(frameRelaySnap);
  if (snap.number("snap.oui") !== 0) return { protocol: "data", scope: rest };
  return follow(etherTypes, "ethertype", snap.number("snap.pid"), rest);
};
