import { pppoe } from "../../protocols/ethernet";
import { etherTypes, pppProtocols } from "../../protocols/next";
import { ciscoHdlc, pppAllStations, pppDirection, pppFraming, pppProtocol, pppProtocolShort } from "../../protocols/ppp";
import { follow, type LayerDecoder, type Next, type PacketInProgress } from "../packet";
import { type Reading, readHeader, readMore } from "../readHeader";
import type { Scope } from "../scope";

/** The addresses of Cisco's HDLC, where PPP has the address of all stations. */
const ciscoAddresses: ReadonlySet<number> = new Set([0x0f, 0x8f]);

/** PPP in HDLC-like framing (RFC 1662), with or without address and control. */
export const decodePpp: LayerDecoder = (scope, packet) => {
  const first = scope.has(1) ? scope.bytes[scope.start] : -1;
  if (ciscoAddresses.has(first)) return { protocol: "chdlc", scope };
  if (first !== pppAllStations) return protocolField(scope, packet);
  return protocolField(scope.after(pppFraming.size), packet, readHeader(scope, pppFraming));
};

export const decodePppWithDirection: LayerDecoder = (scope, packet) => {
  packet.add("ppp", readHeader(scope, pppDirection).node);
  return { protocol: "ppp", scope: scope.after(pppDirection.size) };
};

export const decodePppoe: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, pppoe);
  packet.add("pppoes", reading.node);
  if (!reading.complete) return undefined;
  return protocolField(scope.after(pppoe.size).first(reading.number("payload_length"), "pppoe.payload_length"), packet);
};

export const decodeCiscoHdlc: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, ciscoHdlc);
  packet.add("chdlc", reading.node);
  return reading.complete ? follow(etherTypes, "ethertype", reading.number("protocol"), scope.after(ciscoHdlc.size)) : undefined;
};

/** RFC 1661 §2: the lowest bit is set in the last octet of the number, and in no other: that tells one octet from two. */
function protocolField(rest: Scope, packet: PacketInProgress, framing?: Reading<typeof pppFraming>): Next | undefined {
  const isShort = rest.has(1) && (rest.bytes[rest.start] & 1) === 1;
  const table = isShort ? pppProtocolShort : pppProtocol;
  const reading = framing ? readMore(framing, rest, table) : readHeader(rest, table);
  packet.add("ppp", (framing ?? reading).node);
  return reading.complete ? follow(pppProtocols, "ppp", reading.number("protocol"), rest.after(table.size)) : undefined;
}
