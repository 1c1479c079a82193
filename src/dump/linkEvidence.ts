import { arp } from "../protocols/control";
import {
  ethernet,
  largestLength,
  llc,
  mpls,
  pppoe,
  pseudowireControl,
  serviceAccessPoint,
  snap,
  vlan,
} from "../protocols/ethernet";
import { ipv4 } from "../protocols/ipv4";
import { ipv6 } from "../protocols/ipv6";
import { linuxCooked, linuxCooked2 } from "../protocols/linuxCooked";
import { addressFamilies, loopback } from "../protocols/loopback";
import { etherTypeNames, etherTypes, type ProtocolName, pppProtocols } from "../protocols/next";
import { ciscoHdlc, pppAllStations, pppFraming, pppProtocol, pppProtocolShort } from "../protocols/ppp";
import {
  backboneTag,
  extenderTag,
  fabricPath,
  interfaceTag,
  metaData,
  serviceHeader,
  serviceNext,
} from "../protocols/switchTags";
import {
  radiotap,
  radiotapFields,
  radiotapPresent,
  wlan,
  wlanData,
  wlanDataType,
  wlanFourthAddress,
  wlanQos,
} from "../protocols/wireless";
import { at16, type Evidence, none, type Witness } from "./evidence";
import { cutIpv4Evidence, icmpErrorEvidence, ipv4Evidence, ipv6Evidence } from "./networkEvidence";

/** How much speaks for a link header, and for IP behind it. */

const byEtherType = (type: number, rest: Uint8Array): Evidence => {
  const next = etherTypes[type];
  const isCut = next === "ip" && rest.length < ipv4.size;
  const inside = isCut ? cutIpv4Evidence(rest) : next && witnesses[next]?.(rest);
  // a picture may repeat the type of a tag for ever: a second tag of the same type is no further evidence
  const isRepeated = next === "vlan" && rest.length >= vlan.size && at16(rest, vlan.fields.etype.offset) === type;
  if (inside) return { bits: inside.bits + (isRepeated ? 0 : 10), length: inside.length };
  return { bits: etherTypeNames[type] ? 4 : -10 };
};

const ethernetEvidence: Witness = (bytes) => {
  const { fields, size } = ethernet;
  if (bytes.length < size + 1) return none;
  const type = at16(bytes, fields.type.offset);
  // a group address cannot be a sender, but whoever makes up an address may not know that
  const sender = bytes[fields.src.offset] & 1 ? -4 : 0;
  const rest = bytes.subarray(size);
  if (type > largestLength) return more(byEtherType(type, rest), sender + targetEvidence(bytes, type), size);
  const fits = type === rest.length || (type < rest.length && type >= llc.size && rest.length <= 50);
  return fits ? more(llcEvidence(rest), sender + 8, size) : none;
};

/** A group's address of Ethernet repeats the end of IP's own (RFC 1112 §6.4, RFC 2464 §7). */
function targetEvidence(bytes: Uint8Array, type: number): number {
  const isGroup6 = etherTypes[type] === "ipv6" && at16(bytes, 0) === 0x3333;
  const target = ethernet.size + ipv6.fields.dst.offset + 12;
  return isGroup6 &&
    bytes.length >= target + 4 &&
    at16(bytes, 2) === at16(bytes, target) &&
    at16(bytes, 4) === at16(bytes, target + 2)
    ? 16
    : 0;
}

const more = (inside: Evidence, bits: number, header: number): Evidence => ({
  bits: inside.bits + bits,
  length: inside.length === undefined ? undefined : inside.length + header,
});

/** A tag of this size ends with the type of what follows. */
const tagEvidence =
  (size: number): Witness =>
  (bytes) =>
    bytes.length < size + 1 ? none : more(byEtherType(at16(bytes, size - 2), bytes.subarray(size)), 0, size);

const fabricPathEvidence: Witness = (bytes) => more(ethernetEvidence(bytes.subarray(fabricPath.size)), 0, fabricPath.size + 4);

const serviceHeaderEvidence: Witness = (bytes) => {
  const { size, fields } = serviceHeader;
  if (bytes.length < size + 1) return none;
  const { offset, mask, unit = 1 } = fields.length;
  const length = (bytes[offset] & mask) * unit;
  const next = serviceNext[bytes[fields.nextproto.offset]];
  const inside = next && length >= size ? witnesses[next]?.(bytes.subarray(length)) : undefined;
  return inside ? more(inside, 8, length) : none;
};

/** Services that have the same number as source and destination: spanning tree, IPX, NetBIOS, IS-IS. */
const knownServices: ReadonlySet<number> = new Set([0x42, 0xe0, 0xf0, 0xfe]);

const llcEvidence: Witness = (bytes) => {
  if (bytes.length < llc.size + 1) return none;
  const [dsap, ssap, control] = bytes;
  if (dsap === serviceAccessPoint.snap && ssap === serviceAccessPoint.snap && control === 3) {
    const start = llc.size + snap.size;
    if (bytes.length <= start) return { bits: 16 };
    const inside = byEtherType(at16(bytes, llc.size + snap.fields.type.offset), bytes.subarray(start));
    return more({ bits: Math.max(0, inside.bits), length: inside.length }, 20, start);
  }
  if (dsap === serviceAccessPoint.ip && ssap === serviceAccessPoint.ip && control === 3)
    return more(ipv4Evidence(bytes.subarray(llc.size)), 12, llc.size);
  return dsap === ssap && knownServices.has(dsap) && control === 3 ? { bits: 22 } : none;
};

const arpEvidence: Witness = (bytes) => {
  const { fields, size } = arp;
  if (bytes.length < size) return none;
  const opcode = at16(bytes, fields.opcode.offset);
  const fits =
    at16(bytes, fields["hw.type"].offset) <= 32 &&
    etherTypes[at16(bytes, fields["proto.type"].offset)] === "ip" &&
    bytes[fields["hw.size"].offset] === 6 &&
    bytes[fields["proto.size"].offset] === 4 &&
    opcode >= 1 &&
    opcode <= 9;
  return fits ? { bits: 56 } : none;
};

/** Linux's numbers of device types (ARPHRD_), with the two for no type and for devices without a number. */
const isDevice = (number: number): boolean => number <= 1024 || number >= 0xfffe;

const cookedEvidence: Witness = (bytes) => {
  const { fields, size } = linuxCooked;
  if (bytes.length < size + 1 || at16(bytes, fields.pkttype.offset) > 4 || at16(bytes, fields.halen.offset) > 8) return none;
  if (!isDevice(at16(bytes, fields.hatype.offset))) return none;
  return more(byEtherType(at16(bytes, fields.etype.offset), bytes.subarray(size)), 8, size);
};

const cooked2Evidence: Witness = (bytes) => {
  const { fields, size } = linuxCooked2;
  if (bytes.length < size + 1 || at16(bytes, fields.reserved.offset) !== 0) return none;
  if (bytes[fields.pkttype.offset] > 4 || bytes[fields.halen.offset] > 8) return none;
  if (!isDevice(at16(bytes, fields.hatype.offset))) return none;
  return more(byEtherType(at16(bytes, fields.etype.offset), bytes.subarray(size)), 8, size);
};

/** An address family is a small number, in the byte order of the machine that captured. */
const loopbackEvidence: Witness = (bytes) => {
  if (bytes.length < loopback.size + 1 || at16(bytes, 1) !== 0 || (bytes[0] !== 0) === (bytes[3] !== 0)) return none;
  const family = addressFamilies[bytes[0] || bytes[3]];
  const inside = family && witnesses[family]?.(bytes.subarray(loopback.size));
  return inside ? more(inside, 12, loopback.size) : none;
};

const pppEvidence: Witness = (bytes) => {
  if (bytes.length < pppFraming.size + pppProtocol.size) return none;
  const framing = bytes[0] === pppAllStations && bytes[1] === 3 ? pppFraming.size : 0;
  // RFC 1661 §6.5: the number may be sent as one byte; that is odd, and the first of two bytes even (§2)
  const isShort = framing > 0 && (bytes[framing] & 1) === 1;
  const next = pppProtocols[isShort ? bytes[framing] : at16(bytes, framing)];
  const start = framing + (isShort ? pppProtocolShort : pppProtocol).size;
  const inside = next && witnesses[next]?.(bytes.subarray(start));
  return inside ? more(inside, framing > 0 ? 24 : 10, start) : framing > 0 && bytes[2] >= 0x80 ? { bits: 18 } : none;
};

const pppoeEvidence: Witness = (bytes) => {
  const { fields, size } = pppoe;
  if (bytes.length < size + pppProtocol.size || bytes[0] !== 0x11 || bytes[fields.code.offset] !== 0) return none;
  const inside = pppEvidence(bytes.subarray(size));
  const claimed = at16(bytes, fields.payload_length.offset);
  return more({ bits: Math.max(0, inside.bits) }, 16 + (claimed <= bytes.length - size ? 4 : 0), size);
};

const chdlcEvidence: Witness = (bytes) =>
  bytes.length > ciscoHdlc.size && (bytes[0] === 0x0f || bytes[0] === 0x8f) && bytes[1] === 0
    ? more(byEtherType(at16(bytes, ciscoHdlc.fields.protocol.offset), bytes.subarray(ciscoHdlc.size)), 14, ciscoHdlc.size)
    : none;

/** RFC 3032 §2.1: the last label has the bottom-of-stack bit. What follows is known by how well it fits: no field names it. */
const mplsEvidence: Witness = (bytes) => {
  const last = bottomLabel(bytes);
  const start = last + mpls.size;
  if (bytes.length <= start || (bytes[last + 2] & 1) === 0 || hasDeadLabel(bytes, last)) return none;
  const rest = bytes.subarray(start);
  const inside = [ipv4Evidence(rest), ipv6Evidence(rest), ethernetEvidence(rest), behindControlWord(rest)];
  return more(
    inside.reduce((best, other) => (other.bits > best.bits ? other : best)),
    0,
    start,
  );
};

function bottomLabel(bytes: Uint8Array): number {
  let at = 0;
  while (bytes.length > at + mpls.size && (bytes[at + 2] & 1) === 0 && at < 16) at += mpls.size;
  return at;
}

/** Whether a label has no time to live, which nobody sends (RFC 3032 §2.4.2): it is the header of a device or of a file. */
function hasDeadLabel(bytes: Uint8Array, last: number): boolean {
  for (let at = last; at >= 0; at -= mpls.size) if (bytes[at + mpls.fields.ttl.offset] === 0) return true;
  return false;
}

/** RFC 4385 §3: a pseudowire may put a control word before its Ethernet frame. It begins with four zero bits, as no packet of IP does. */
const behindControlWord: Witness = (bytes) =>
  bytes[0] >> 4 === 0 ? more(ethernetEvidence(bytes.subarray(pseudowireControl.size)), 0, pseudowireControl.size) : none;

/** A radiotap header says its length, and its bitmaps say the same again. */
const radiotapEvidence: Witness = (bytes) => {
  if (bytes.length < radiotap.size + wlan.size || bytes[0] !== 0 || bytes[1] !== 0) return none;
  const length = bytes[2] | (bytes[3] << 8);
  if (length < radiotap.size || length > 256 || length + wlan.size > bytes.length) return none;
  const counted = radiotapLength(bytes.subarray(0, length));
  return counted === length ? { bits: 16 + frameControlEvidence(bytes.subarray(length)) } : none;
};

/** The length of a header with the fields that its bitmaps name. In each further bitmap the bits have the same meaning. */
function radiotapLength(header: Uint8Array): number | undefined {
  const bitmaps: number[] = [];
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  let at = radiotap.fields.present.offset;
  do {
    if (at + 4 > header.length) return undefined;
    bitmaps.push(view.getUint32(at, true));
    at += 4;
  } while (bitmaps[bitmaps.length - 1] >= radiotapPresent.another);
  if (bitmaps[0] === 0) return undefined;
  for (const bitmap of bitmaps) {
    for (const [bit, [align, size]] of radiotapFields.entries()) {
      if (bitmap & (1 << bit)) at = Math.ceil(at / align) * align + size;
    }
  }
  return at;
}

/** IEEE 802.11 §9.2.4.1: version 0. Frames for all say more; in a beacon the sender is the network, and a data frame holds LLC. */
function frameControlEvidence(frame: Uint8Array): number {
  const type = (frame[0] >> 2) & 3;
  if ((frame[0] & 3) !== 0 || type === 3) return Number.NEGATIVE_INFINITY;
  const receiver = wlan.fields.ra.offset;
  const isBroadcast = frame.subarray(receiver, receiver + 6).every((byte) => byte === 0xff);
  const repeatsSender = frame.length >= wlanSize && sameAddress(frame, wlan.size, wlan.size + 6);
  const inside = type === wlanDataType ? dataEvidence(frame) : 0;
  return 4 + (isBroadcast ? 24 : 4) + (type === 0 && repeatsSender ? 24 : 0) + inside;
}

const wlanSize = wlan.size + wlanData.size;

const sameAddress = (frame: Uint8Array, one: number, other: number) =>
  frame[one] + frame[one + 1] !== 0 && frame.subarray(one, one + 6).every((byte, i) => byte === frame[other + i]);

/** LLC behind the header, which may have a fourth address, a quality of service and padding (§9.2.4). */
function dataEvidence(frame: Uint8Array): number {
  const starts = [0, wlanQos.size, 4, wlanFourthAddress.size, wlanFourthAddress.size + wlanQos.size];
  return Math.max(0, ...starts.map((more) => llcEvidence(frame.subarray(wlanSize + more)).bits));
}

const witnesses: Partial<Record<ProtocolName, Witness>> = {
  ip: ipv4Evidence,
  ipv6: ipv6Evidence,
  icmp: icmpErrorEvidence,
  eth: ethernetEvidence,
  sll2: cooked2Evidence,
  sll: cookedEvidence,
  null: loopbackEvidence,
  vlan: tagEvidence(vlan.size),
  ieee8021ah: tagEvidence(backboneTag.size),
  etag: tagEvidence(extenderTag.size),
  vntag: tagEvidence(interfaceTag.size),
  cmd: tagEvidence(metaData.size),
  cfp: fabricPathEvidence,
  nsh: serviceHeaderEvidence,
  arp: arpEvidence,
  pppoe: pppoeEvidence,
  ppp: pppEvidence,
  chdlc: chdlcEvidence,
  mpls: mplsEvidence,
  llc: llcEvidence,
  radiotap: radiotapEvidence,
};

/** Headers with which pasted bytes never begin: they occur behind Ethernet only. */
const inside: ReadonlySet<string> = new Set(["ieee8021ah", "etag", "vntag", "cmd", "cfp", "nsh"]);

/** The layers at which pasted bytes may begin. */
export const startLayers = Object.keys(witnesses).filter((layer) => !inside.has(layer)) as ProtocolName[];

export function evidenceFor(layer: ProtocolName, bytes: Uint8Array): Evidence {
  return witnesses[layer]?.(bytes) ?? none;
}
