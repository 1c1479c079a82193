import { udp } from "../protocols/control";
import { ethernet, llc, snap, vlan } from "../protocols/ethernet";
import { ipv4 } from "../protocols/ipv4";
import { linuxCooked, linuxCooked2 } from "../protocols/linuxCooked";
import { loopback } from "../protocols/loopback";
import type { ProtocolName } from "../protocols/next";
import { pppFraming, pppProtocol } from "../protocols/ppp";
import { tcp } from "../protocols/tcp";
import { at16, type Evidence } from "./evidence";
import { evidenceFor, startLayers } from "./linkEvidence";
import { segmentEvidence } from "./networkEvidence";
import type { Subject } from "./subject";

/** At which layer some bytes begin, and how much speaks for it. */
export interface Start extends Evidence {
  readonly layer: ProtocolName;
}

/** The layer for which most speaks; nothing where not enough speaks for any. */
export function startOf(bytes: Uint8Array, enough: number): Start | undefined {
  let best: Start | undefined;
  for (const layer of startLayers) {
    const evidence = evidenceFor(layer, bytes);
    if (evidence.bits >= enough && evidence.bits > (best?.bits ?? 0)) best = { layer, ...evidence };
  }
  return best ?? segmentOfOptions(bytes, enough);
}

/** A header of TCP by itself with as many options as a SYN has: they speak for it as much as a checksum would. */
function segmentOfOptions(bytes: Uint8Array, enough: number): Start | undefined {
  const isWhole = bytes.length >= tcp.size && (bytes[tcp.fields.hdr_len.offset] >> 4) * 4 <= bytes.length;
  const bits = isWhole ? segmentEvidence(bytes) : 0;
  return bits >= Math.max(enough, enoughOptions) ? { layer: "tcp", bits } : undefined;
}

/** Bits that four options or more reach; fewer options occur in other bytes too. */
const enoughOptions = 40;

/** Whether this may be a header of TCP by itself, for which little speaks. */
export function isBareSegment(bytes: Uint8Array): boolean {
  const headerLength = (bytes[tcp.fields.hdr_len.offset] >> 4) * 4;
  return bytes.length >= tcp.size && headerLength <= bytes.length && segmentEvidence(bytes) >= 2;
}

/** Whether these are the twenty fixed bytes of a longer header, as exercises give them: everything in them must fit. */
const isFixedHeader = (bytes: Uint8Array): boolean => bytes.length === tcp.size && segmentEvidence(bytes) >= allFits;
const allFits = 10;

/** Whether these are the fields before the checksum, as in exercises that ask for it. */
const isWithoutSum = (bytes: Uint8Array): boolean =>
  bytes.length >= tcp.fields.checksum.offset &&
  bytes.length < tcp.size &&
  (bytes[tcp.fields.hdr_len.offset] >> 4) * 4 === tcp.size &&
  segmentEvidence(bytes) >= allKnownFits;
const allKnownFits = 5;

/** Whether this is a header of UDP alone, for a datagram that fits into a frame. */
function isUdpHeader(bytes: Uint8Array): boolean {
  const length = at16(bytes, udp.fields.length.offset);
  return bytes.length === udp.size && length >= udp.size && length <= largestInFrame;
}
const largestInFrame = 1480;

/** How much must speak for a header whose name stands beside it: its checksum may be wrong, as in made-up examples. */
const enoughWithName = { ip: 22, ipv6: 18 } as const;

/** The layer that the text beside the bytes names, if they may be its header. */
export function namedStart(bytes: Uint8Array, speaksOf: Subject, mayLackSum: boolean): Start["layer"] | undefined {
  for (const layer of ["ip", "ipv6"] as const)
    if (evidenceFor(layer, bytes).bits >= enoughWithName[layer] && speaksOf(layer)) return layer;
  if ((isBareSegment(bytes) || isFixedHeader(bytes) || (mayLackSum && isWithoutSum(bytes))) && speaksOf("tcp")) return "tcp";
  return isUdpHeader(bytes) && speaksOf("udp") ? "udp" : undefined;
}

/** How much must speak for a packet inside some bytes: more, since there are many places to try. */
const enoughInside = 44;
/** A packet begins no further inside the bytes that people paste. */
const furthest = 4096;

/** A packet that does not begin at the first byte, but behind the header of a file, of a device, or of a message that carries it. */
export function startInside(bytes: Uint8Array, from: number): (Start & { readonly at: number }) | undefined {
  const last = Math.min(bytes.length - ipv4.size, from + furthest);
  for (let at = from; at <= last; at += 1) {
    const version = bytes[at] >> 4;
    if (version !== 4 && version !== 6) continue;
    const network = evidenceFor(version === 4 ? "ip" : "ipv6", bytes.subarray(at));
    if (network.bits < enoughInside - linkBits) continue;
    const found = withLink(bytes, at, from) ?? { layer: version === 4 ? ("ip" as const) : ("ipv6" as const), at, ...network };
    if (found.bits >= enoughInside) return found;
  }
  return undefined;
}

/** A link header adds so many bits at most; one of these stands before most packets. */
const linkBits = 26;
const linkHeaders = [
  ["eth", ethernet.size + llc.size + snap.size],
  ["llc", llc.size + snap.size],
  ["eth", ethernet.size],
  ["eth", ethernet.size + vlan.size],
  ["sll2", linuxCooked2.size],
  ["sll", linuxCooked.size],
  ["null", loopback.size],
  ["ppp", pppFraming.size + pppProtocol.size],
  ["vlan", vlan.size],
] as const;

/** The link header right before a packet of IP, if it begins at `from` or later. */
export function withLink(bytes: Uint8Array, at: number, from: number): (Start & { readonly at: number }) | undefined {
  for (const [layer, size] of linkHeaders) {
    if (at - size < from) continue;
    const evidence = evidenceFor(layer, bytes.subarray(at - size));
    if (evidence.bits >= enoughInside) return { layer, at: at - size, ...evidence };
  }
  return undefined;
}
