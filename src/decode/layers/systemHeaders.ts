import { addressFamilies } from "../../protocols/loopback";
import {
  enc,
  ipnet,
  ipnetFamilies,
  nflog,
  nflogFamilies,
  nflogPayload,
  nflogValue,
  pflog,
  pflogDirection,
  pflogOwner,
} from "../../protocols/otherLinks";
import type { LayerDecoder, Next } from "../packet";
import { adopt, reachTo, readHeader, readMore } from "../readHeader";

/** Headers of firewalls and of systems' own interfaces: they name an address family, and no link layer stands behind them. */

/** Values are in the byte order of the host that captured; the order in which a length fits tells which. */
export const decodeNflog: LayerDecoder = (scope, packet): Next | undefined => {
  const reading = readHeader(scope, nflog);
  packet.add("nflog", reading.node);
  const protocol = nflogFamilies[reading.number("family")] ?? "data";
  const littleEndian =
    scope.has(nflog.size + 2) && scope.view.getUint16(scope.start + nflog.size, true) <= scope.length - nflog.size;
  for (let rest = scope.after(nflog.size); rest.has(nflogValue.size); ) {
    const value = readHeader(rest, nflogValue, littleEndian);
    const length = value.number("tlv_length");
    adopt(reading.node, value.node);
    if (length < nflogValue.size) {
      value.child("tlv_length")!.problem = { kind: "length", value: length, least: nflogValue.size };
      return undefined;
    }
    if ((value.number("tlv_type") & 0x7fff) === nflogPayload) {
      return { protocol, scope: rest.first(length, "nflog.tlv_length").after(nflogValue.size) };
    }
    rest = rest.after(Math.ceil(length / 4) * 4);
  }
  return undefined;
};

/** The header's length does not count the padding to words of four bytes. */
export const decodePflog: LayerDecoder = (scope, packet): Next | undefined => {
  const reading = readHeader(scope, pflog);
  packet.add("pflog", reading.node);
  if (!reading.complete) return undefined;
  const least = pflog.size + pflogDirection.size;
  const length = reading.number("length");
  if (length < least) {
    reading.child("length")!.problem = { kind: "length", value: length, least };
    return undefined;
  }
  let rest = scope.after(pflog.size);
  if (length >= least + pflogOwner.size) {
    readMore(reading, rest, pflogOwner);
    rest = rest.after(pflogOwner.size);
  }
  readMore(reading, rest, pflogDirection);
  const size = Math.ceil(length / 4) * 4;
  reachTo(reading.node, scope, size);
  return { protocol: addressFamilies[reading.number("af")] ?? "data", scope: scope.after(size) };
};

/** A family is a small number: the place of the zeros tells the byte order. */
export const decodeEnc: LayerDecoder = (scope, packet): Next | undefined => {
  const littleEndian = scope.has(enc.size) && scope.view.getUint16(scope.start) !== 0;
  const reading = readHeader(scope, enc, littleEndian);
  packet.add("enc", reading.node);
  if (!reading.complete) return undefined;
  // this field is in network byte order, whatever the machine
  reading.child("spi")!.value = scope.view.getUint32(scope.start + enc.fields.spi.offset);
  return { protocol: addressFamilies[reading.number("af")] ?? "data", scope: scope.after(enc.size) };
};

export const decodeIpnet: LayerDecoder = (scope, packet): Next | undefined => {
  const reading = readHeader(scope, ipnet);
  packet.add("ipnet", reading.node);
  if (!reading.complete) return undefined;
  return { protocol: ipnetFamilies[reading.number("family")] ?? "data", scope: scope.after(ipnet.size) };
};
