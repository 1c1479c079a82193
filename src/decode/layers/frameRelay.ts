import type { Header } from "../../protocols/header";
import { etherTypes } from "../../protocols/next";
import {
  frameRelay,
  frameRelayControl,
  frameRelayLast,
  frameRelayNetwork,
  frameRelayNumber,
  frameRelayPadding,
  frameRelayProtocols,
  frameRelaySnap,
  frameRelayThird,
  frameRelayType,
} from "../../protocols/otherLinks";
import { follow, type LayerDecoder } from "../packet";
import { readHeader, readMore } from "../readHeader";

/** The lowest bit of each octet of the address says whether it is the last. */
const endOfAddress = 1;

/** RFC 2427: unnumbered information names its protocol by a number that ISO assigned; in all else an EtherType is read, as Cisco writes it. */
export const decodeFrameRelay: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, frameRelay);
  packet.add("fr", reading.node);
  if (!reading.complete || reading.number("first.ea") === 1) return undefined;
  let rest = scope.after(frameRelay.size);
  const read = <H extends Header>(table: H) => {
    const part = readMore(reading, rest, table);
    rest = rest.after(table.size);
    return part;
  };
  if (reading.number("ea") === 0) {
    if (!rest.has(1)) return undefined;
    if ((rest.bytes[rest.start] & endOfAddress) === 0) read(frameRelayThird);
    const last = read(frameRelayLast);
    if (last.number("last.ea") !== 1) return undefined;
  }
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
