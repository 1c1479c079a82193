import type { Header } from "../../protocols/header";
import { greProtocols, type ProtocolName } from "../../protocols/next";
import {
  erspan2,
  erspan3,
  erspanPlatform,
  gre,
  greAck,
  greChecksum,
  greFlag,
  greKey,
  greRoute,
  greSequence,
  wccp,
} from "../../protocols/tunnels";
import { follow, type LayerDecoder } from "../packet";
import { adopt, type Reading, reachTo, readHeader, readMore } from "../readHeader";
import type { Scope } from "../scope";

const webCache = 0x883e;
const erspanType = 0x88be;

/** RFC 2784, RFC 2890, RFC 1701's routes, and PPTP's version 1 (RFC 2637 §4.1). */
export const decodeGre: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, gre);
  packet.add("gre", reading.node);
  if (!reading.complete) return undefined;
  const flags = reading.number("flags");
  const has = (flag: number) => (flags & flag) !== 0;
  const isPptp = (flags & greFlag.version) === 1;
  let rest = scope.after(gre.size);
  const read = (table: Header) => {
    readMore(reading, rest, table);
    rest = rest.after(table.size);
  };
  if (has(greFlag.checksum) || has(greFlag.routing)) read(greChecksum);
  if (has(greFlag.key)) read(greKey);
  if (has(greFlag.sequence)) read(greSequence);
  if (isPptp && has(greFlag.ack)) read(greAck);
  if (has(greFlag.routing)) rest = readRoutes(rest, reading);
  reachTo(reading.node, scope, rest.start - scope.start);
  const type = reading.number("proto");
  if (type === webCache) return { protocol: "ip", scope: afterWebCache(rest, reading) };
  // ERSPAN's first type has no header of its own, and no sequence number either
  if (type === erspanType && !has(greFlag.sequence)) return { protocol: "eth", scope: rest };
  return follow(greProtocols, "gre", type, rest);
};

function readRoutes(scope: Scope, reading: Reading<typeof gre>): Scope {
  let rest = scope;
  while (rest.has(greRoute.size)) {
    const route = readHeader(rest, greRoute);
    adopt(reading.node, route.node);
    const length = route.number("src_length");
    rest = rest.after(greRoute.size + length);
    if (length === 0 && route.number("address_family") === 0) break;
  }
  return rest;
}

/** WCCP 2 puts a redirect header before IP: then the first four bits are not 4. */
function afterWebCache(scope: Scope, reading: Reading<typeof gre>): Scope {
  if (!scope.has(1) || scope.bytes[scope.start] >> 4 === 4) return scope;
  readMore(reading, scope, wccp);
  return scope.after(wccp.size);
}

/** A mirrored frame; version 2 is type III, whatever type number GRE gave (draft-foschiano-erspan §4). */
export const decodeErspan: LayerDecoder = (scope, packet) => {
  const version = scope.has(1) ? scope.bytes[scope.start] >> 4 : 0;
  if (version === 2) return decodeErspan3(scope, packet);
  if (version !== 1) return { protocol: "data", scope };
  packet.add("erspan", readHeader(scope, erspan2).node);
  return { protocol: "eth", scope: scope.after(erspan2.size) };
};

/** What is mirrored, by the frame type: a frame of Ethernet, or a packet of IP without one. */
const erspanFrames: Readonly<Record<number, ProtocolName>> = { 0: "eth", 2: "raw" };

export const decodeErspan3: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, erspan3);
  packet.add("erspan", reading.node);
  if (!reading.complete || reading.number("version") !== 2) return undefined;
  let rest = scope.after(erspan3.size);
  if (reading.number("o") === 1) {
    readMore(reading, rest, erspanPlatform);
    rest = rest.after(erspanPlatform.size);
  }
  return { protocol: erspanFrames[reading.number("ft")] ?? "data", scope: rest };
};
