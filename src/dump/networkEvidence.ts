import { addToSum, foldSum } from "../bytes/checksum";
import { udp } from "../protocols/control";
import { icmpHeaderSize, icmpMessages } from "../protocols/icmp";
import { ipv4 } from "../protocols/ipv4";
import { ipv6 } from "../protocols/ipv6";
import { ipProtocolNames, ipProtocols, ipv6Extension } from "../protocols/next";
import { tcp, tcpFlag } from "../protocols/tcp";
import { at16, type Evidence, none, type Witness } from "./evidence";

/** How much speaks for IP, and for what is in it. */

/** Facts that chance brings about one time in 2^16. */
const sumFits = 16;
const lengthFits = 14;

/** Whether the Internet checksum over these bytes is right. */
const sums = (bytes: Uint8Array, end = bytes.length, start = 0) => foldSum(addToSum(start, bytes, 0, end)) === 0xffff;

export const ipv4Evidence: Witness = (bytes) => {
  const { fields, size } = ipv4;
  const headerLength = (bytes[0] & 0x0f) * 4;
  if (bytes.length < size || bytes[0] >> 4 !== 4 || headerLength < size) return none;
  const total = at16(bytes, fields.len.offset);
  if (total !== 0 && total < headerLength) return none;
  const length = total === 0 ? bytes.length : total;
  const data = bytes.subarray(headerLength, length);
  const isWhole = length <= bytes.length;
  const pieces = at16(bytes, fields.flags.offset);
  const isFragment = (pieces & 0x3fff) !== 0;
  const protocol = bytes[fields.proto.offset];
  let found = headerLength === size ? 8 : 5;
  if (bytes.length >= headerLength) found += sums(bytes, headerLength) ? sumFits : -2;
  found += lengthEvidence(total, bytes);
  found += (pieces & 0x8000 ? -8 : 0) + (isFragment ? -2 : 10);
  found += ipProtocolNames[protocol] ? 4 : -2;
  found += sourceEvidence(bytes, fields.src.offset) + (bytes[fields.ttl.offset] === 0 ? -4 : 0);
  if (isFragment && (pieces & 0x1fff) !== 0) return { bits: found, length };
  const addresses = addToSum(0, bytes, fields.src.offset, fields.src.offset + 8);
  return { bits: found + upperEvidence(protocol, data, isWhole && !isFragment, addresses, length - headerLength), length };
};

/** An error of ICMP by itself: its sum fits, and it quotes the packet that caused it (RFC 792). */
export const icmpErrorEvidence: Witness = (bytes) => {
  if (bytes.length < icmpHeaderSize + ipv4.size || !icmpMessages.icmp.errors.has(bytes[0]) || !sums(bytes)) return none;
  return { bits: ipv4Evidence(bytes.subarray(icmpHeaderSize)).bits + sumFits };
};

/** A header that was cut off behind its checksum, as in the first row or two of a frame. */
export function cutIpv4Evidence(bytes: Uint8Array): Evidence {
  const { fields, size } = ipv4;
  if (bytes.length < fields.src.offset || bytes[0] >> 4 !== 4 || (bytes[0] & 0x0f) * 4 !== size) return none;
  const total = at16(bytes, fields.len.offset);
  const pieces = at16(bytes, fields.flags.offset);
  const isUsual = (pieces & 0xbfff) === 0 && ipProtocolNames[bytes[fields.proto.offset]] && bytes[fields.ttl.offset] > 0;
  return isUsual && total >= size && total <= 9000 ? { bits: 22, length: total } : none;
}

/** A length says most if it is just that of the bytes, and something if only padding or a frame check sequence follows. */
function lengthEvidence(length: number, bytes: Uint8Array): number {
  const rest = bytes.length - length;
  if (length === 0) return -2;
  if (rest === 0) return lengthFits;
  if (rest < 0) return length <= 9000 ? 3 : 0;
  const isPadding = bytes.subarray(length).every((byte) => byte === 0);
  return rest <= 6 ? 10 : isPadding || length <= 46 ? 6 : -4;
}

/** Nobody sends from a multicast or reserved address, nor from one in 0.0.0.0/8 but 0.0.0.0 itself, which hosts use that have no address yet. */
function sourceEvidence(bytes: Uint8Array, at: number): number {
  if (bytes[at] >= 0xe0) return -8;
  return bytes[at] === 0 && (bytes[at + 1] | bytes[at + 2] | bytes[at + 3]) !== 0 ? -6 : 0;
}

export const ipv6Evidence: Witness = (bytes) => {
  const { fields, size } = ipv6;
  if (bytes.length < size || bytes[0] >> 4 !== 6) return none;
  const payload = at16(bytes, fields.plen.offset);
  const length = payload === 0 ? bytes.length : size + payload;
  const next = bytes[fields.nxt.offset];
  let found = 4 + (payload === 0 ? -6 : lengthEvidence(length, bytes));
  found += (bytes[0] & 0x0f) === 0 && bytes[1] >> 4 === 0 ? 4 : 0;
  found += ipProtocolNames[next] ? 4 : -4;
  found += usualHopLimits.has(bytes[fields.hlim.offset]) ? 4 : 0;
  found += bytes[fields.src.offset] === 0xff ? -8 : 0;
  found += addressEvidence(bytes, fields.src.offset) + addressEvidence(bytes, fields.dst.offset);
  const addresses = addToSum(0, bytes, fields.src.offset, size);
  const upper = skipExtensions(bytes, next, size);
  if (!upper) return { bits: found, length };
  const data = bytes.subarray(upper.at, length);
  return { bits: found + upperEvidence(upper.next, data, length <= bytes.length, addresses, length - upper.at), length };
};

/** Hop limits with which hosts usually send. */
const usualHopLimits: ReadonlySet<number> = new Set([1, 64, 128, 255]);

/** Most addresses begin with one of a few prefixes (RFC 4291 §2.4). */
function addressEvidence(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (at16(bytes, at) === 0xfe80) return bytes.subarray(at + 2, at + 8).every((byte) => byte === 0) ? 20 : 6;
  if (first >> 5 === 1) return 2;
  if (first === 0xff) return bytes[at + 1] >> 4 <= 1 ? 6 : 0;
  if ((first & 0xfe) === 0xfc) return 4;
  return isNearlyZero(bytes, at) ? 10 : -8;
}

/** Whether this is `::1`, an IPv4-mapped address, or as a source `::`, which hosts use that have no address yet. */
function isNearlyZero(bytes: Uint8Array, at: number): boolean {
  if (bytes.subarray(at, at + 10).some((byte) => byte !== 0)) return false;
  const last = bytes.subarray(at + 10, at + 16);
  const isLoopback = last.every((byte, i) => byte === (i === 5 ? 1 : 0));
  const isMapped = last[0] === 0xff && last[1] === 0xff;
  return isLoopback || isMapped || (at === ipv6.fields.src.offset && last.every((byte) => byte === 0));
}

function skipExtensions(bytes: Uint8Array, first: number, start: number): { next: number; at: number } | undefined {
  let next = first;
  let at = start;
  for (; isOptionHeader(next); at += (bytes[at + 1] + 1) * 8) {
    if (at + 2 > bytes.length) return undefined;
    next = bytes[at];
  }
  return next === ipv6Extension.fragment ? undefined : { next, at };
}

const isOptionHeader = (next: number) =>
  next === ipv6Extension.hopByHop || next === ipv6Extension.routing || next === ipv6Extension.destination;

/** How much the header behind IP's says: whether its checksum is right, and its length repeats IP's. */
function upperEvidence(protocol: number, data: Uint8Array, isWhole: boolean, addresses: number, length: number): number {
  const pseudo = addresses + protocol + length;
  switch (ipProtocols[protocol]) {
    case "tcp":
      return segmentEvidence(data) + (isWhole && data.length >= tcp.size && sums(data, data.length, pseudo) ? sumFits : 0);
    case "udp":
      return (
        datagramEvidence(data, length) + (isWhole && data.length >= udp.size && sums(data, data.length, pseudo) ? sumFits : 0)
      );
    case "icmp":
      return isWhole && data.length >= icmpHeaderSize && sums(data) ? sumFits : 0;
    case "icmpv6":
      return isWhole && data.length >= icmpHeaderSize && sums(data, data.length, pseudo) ? sumFits : 0;
    case "ip":
      return Math.max(0, ipv4Evidence(data).bits);
    case "ipv6":
      return Math.max(0, ipv6Evidence(data).bits);
    default:
      return 0;
  }
}

const datagramEvidence = (data: Uint8Array, length: number) =>
  data.length < udp.size ? 0 : at16(data, udp.fields.length.offset) === length ? sumFits : -6;

/** A TCP header by itself: it has nothing to check but whether its fields fit one another. */
export function segmentEvidence(data: Uint8Array): number {
  const { flags: field, hdr_len, urgent_pointer } = tcp.fields;
  if (data.length < hdr_len.offset + 2) return 0;
  const words = at16(data, hdr_len.offset);
  const headerLength = (words >> 12) * 4;
  const flags = words & 0x1ff;
  if (headerLength < tcp.size) return -10;
  let found = 1 + ((words & 0xe00) === 0 ? 3 : -3);
  const both = (one: number, other: number) => (flags & one) !== 0 && (flags & other) !== 0;
  if (flags === 0 || both(tcpFlag.SYN, tcpFlag.FIN) || both(tcpFlag.SYN, tcpFlag.RST)) found -= 3;
  else if ((flags & (tcpFlag.ACK | tcpFlag.SYN | tcpFlag.RST)) !== 0) found += 1;
  if (data.length >= field.offset + 2 && data.length >= tcp.size && (flags & tcpFlag.URG) === 0)
    found += at16(data, urgent_pointer.offset) === 0 ? 6 : -2;
  return found + optionEvidence(data.subarray(tcp.size, headerLength), headerLength - tcp.size);
}

/** Usual lengths of the options that every TCP knows (RFC 9293 §3.2, RFC 7323, RFC 2018). */
const optionLengths: Readonly<Record<number, number>> = { 2: 4, 3: 3, 4: 2, 8: 10 };

function optionEvidence(options: Uint8Array, claimed: number): number {
  let found = 0;
  for (let at = 0; at < options.length; ) {
    const kind = options[at];
    if (kind === 0) return found + (options.subarray(at).every((byte) => byte === 0) ? 4 : 0);
    if (kind === 1) {
      found += 3;
      at += 1;
      continue;
    }
    if (at + 1 >= options.length) break;
    const length = options[at + 1];
    if (length < 2 || at + length > claimed) return found - 12;
    found += optionLengths[kind] === length ? 8 : kind < 70 || kind >= 253 ? 1 : -4;
    at += length;
  }
  return found;
}
