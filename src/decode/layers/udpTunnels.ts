import { greProtocols } from "../../protocols/next";
import {
  etherip,
  geneve,
  geneveOptions,
  gtp,
  gtpExtension,
  gtpFlag,
  gtpOptional,
  gtpUserData,
  teredoAuthentication,
  teredoAuthenticationTail,
  teredoIndicator,
  teredoOrigin,
  vxlan,
  vxlanGpe,
  vxlanGpeNext,
} from "../../protocols/tunnels";
import { follow, type LayerDecoder } from "../packet";
import { adopt, bytesNode, type Reading, reachTo, readHeader, readMore } from "../readHeader";
import type { Scope } from "../scope";

export const decodeEtherip: LayerDecoder = (scope, packet) => {
  packet.add("etherip", readHeader(scope, etherip).node);
  return { protocol: "eth", scope: scope.after(etherip.size) };
};

export const decodeVxlan: LayerDecoder = (scope, packet) => {
  packet.add("vxlan", readHeader(scope, vxlan).node);
  return { protocol: "eth", scope: scope.after(vxlan.size) };
};

export const decodeVxlanGpe: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, vxlanGpe);
  packet.add("vxlan", reading.node);
  return { protocol: vxlanGpeNext[reading.number("next_proto")] ?? "data", scope: scope.after(vxlanGpe.size) };
};

export const decodeGeneve: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, geneve);
  packet.add("geneve", reading.node);
  if (!reading.complete) return undefined;
  const length = geneve.size + reading.number("option_length");
  const options = scope.first(length, "geneve.option_length").after(geneve.size);
  if (options.have > 0) adopt(reading.node, bytesNode(options, geneveOptions.id));
  return follow(greProtocols, "ethertype", reading.number("proto_type"), scope.after(length));
};

export const decodeGtp: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, gtp);
  packet.add("gtp", reading.node);
  if (!reading.complete) return undefined;
  const flags = reading.number("flags");
  // version 1 of GTP, and not GTP', the charging protocol that shares its port
  const isVersion1 = flags >> 4 === 3;
  if (!isVersion1 || reading.number("message") !== gtpUserData) return { protocol: "data", scope: scope.after(gtp.size) };
  const rest = scope.first(gtp.size + reading.number("length"), "gtp.length").after(gtp.size);
  return { protocol: "raw", scope: (flags & gtpFlag.optional) !== 0 ? afterOptional(rest, flags, reading) : rest };
};

/** TS 29.281 §5.1: one of the three flags brings all four bytes; only the extension flag makes the last of them count. */
function afterOptional(scope: Scope, flags: number, reading: Reading<typeof gtp>): Scope {
  const optional = readMore(reading, scope, gtpOptional);
  let rest = scope.after(gtpOptional.size);
  let next = (flags & gtpFlag.extension) !== 0 ? optional.number("next") : 0;
  while (next > 0 && rest.has(gtpExtension.size)) {
    const extension = readHeader(rest, gtpExtension);
    const size = extension.number("length") * 4;
    if (size === 0) break;
    extension.node.length = Math.min(size, rest.have);
    adopt(reading.node, extension.node);
    next = rest.has(size) ? rest.bytes[rest.start + size - 1] : 0;
    rest = rest.after(size);
  }
  return rest;
}

/** RFC 4380 §5.1.1: indications, then an IPv6 packet. */
export const decodeTeredo: LayerDecoder = (scope, packet) => {
  let rest = scope;
  if (indicator(rest) === teredoIndicator.authentication) {
    const reading = readHeader(rest, teredoAuthentication);
    const size = teredoAuthentication.size + reading.number("idlen") + reading.number("aulen") + teredoAuthenticationTail;
    reachTo(reading.node, rest, size || 0);
    packet.add("teredo", reading.node);
    if (!reading.complete) return undefined;
    rest = rest.after(size);
  }
  if (indicator(rest) === teredoIndicator.origin) {
    packet.add("teredo", readHeader(rest, teredoOrigin).node);
    rest = rest.after(teredoOrigin.size);
  }
  return { protocol: "ipv6", scope: rest };
};

const indicator = (scope: Scope) => (scope.has(2) ? scope.view.getUint16(scope.start) : -1);
