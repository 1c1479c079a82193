import { largestLength } from "../../protocols/ethernet";
import { addressFamilies, loopback } from "../../protocols/loopback";
import { etherTypes } from "../../protocols/next";
import { follow, type LayerDecoder, type Next, type PacketInProgress } from "../packet";
import { readHeader } from "../readHeader";
import type { Scope } from "../scope";

/** PPP's first two bytes, which some systems write under the same link type. */
const pppStart = 0xff03;

export const decodeNull: LayerDecoder = (scope, packet) => {
  if (!scope.has(loopback.size)) return readFamily(scope, packet, Number.NaN);
  if (scope.view.getUint16(scope.start) === pppStart) return { protocol: "ppp", scope };
  return readFamily(scope, packet, familyOf(scope.view.getUint32(scope.start, true)));
};

/** The address family of LINKTYPE_LOOP is always in network byte order. */
export const decodeLoop: LayerDecoder = (scope, packet) =>
  readFamily(scope, packet, scope.has(loopback.size) ? scope.view.getUint32(scope.start) : Number.NaN);

/**
 * The byte order of the capturing host is not recorded, and some hosts wrote 16 bits. Since a family is a small number, the place of the
 * zeros tells. `value` is what a little-endian host would mean.
 */
function familyOf(value: number): number {
  const swapped = new DataView(new ArrayBuffer(4));
  swapped.setUint32(0, value, true);
  if (value > 0xffff) return value >>> 24 === 0 && value >>> 16 < 6 ? value >>> 16 : swapped.getUint32(0);
  return (value & 0xff) === 0 && value >>> 8 < 6 ? value >>> 8 : value;
}

/** A number too large for a family is an EtherType, in its lower half. */
function readFamily(scope: Scope, packet: PacketInProgress, family: number): Next | undefined {
  const reading = readHeader(scope, loopback);
  const children = reading.node.children.map((node) => ({ ...node, value: family }));
  packet.add("null", { ...reading.node, children });
  if (!reading.complete) return undefined;
  const rest = scope.after(loopback.size);
  if (family > largestLength) return follow(etherTypes, "ethertype", family & 0xffff, rest);
  return { protocol: addressFamilies[family] ?? "data", scope: rest };
}
