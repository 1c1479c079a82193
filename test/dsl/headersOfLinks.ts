import { hex, join, text, u8, u16, u16le, u32, u32le, zeros } from "./bytes";

/** Link layers beside Ethernet, built byte by byte from their specifications. */
const address = (last: number) => hex(`02 00 00 00 00 ${last.toString(16).padStart(2, "0")}`);

/** IEEE 802.1Q §9.6: what follows EtherType 8100 or 88a8. */
export const vlanTag = (priority: number, id: number, etherType: number, payload: Uint8Array): Uint8Array =>
  join(u16((priority << 13) | id), u16(etherType), payload);

/** IEEE 802.2 and IEEE 802 §10.3: an organisation and its protocol number. */
export const snap = (etherType: number, payload: Uint8Array, organisation = 0): Uint8Array =>
  join(hex("aa aa 03"), u8(organisation >>> 16), u16(organisation & 0xffff), u16(etherType), payload);

/** IEEE 802.3 §3.2.6: the type field as a length. */
export const ethernet8023 = (payload: Uint8Array): Uint8Array => join(address(2), address(1), u16(payload.length), payload);

/** RFC 3032 §2.1 */
export const mplsLabel = (label: number, bottom: boolean, payload: Uint8Array): Uint8Array =>
  join(u32(((label << 12) | (bottom ? 0x100 : 0) | 64) >>> 0), payload);

/** RFC 2516 §4, with the session's PPP protocol. */
export const pppoeSession = (protocol: number, payload: Uint8Array): Uint8Array =>
  join(hex("11 00 12 34"), u16(payload.length + 2), u16(protocol), payload);

/** RFC 1662 §3.1 */
export const ppp = (protocol: number, payload: Uint8Array): Uint8Array => join(hex("ff 03"), u16(protocol), payload);
/** RFC 1661 §6.5 and §6.6: both ends agreed to leave out what is always the same. */
export const pppCompressed = (protocol: number, payload: Uint8Array): Uint8Array => join(u8(protocol), payload);

/** RFC 1547 §4.3.1 */
export const ciscoHdlc = (etherType: number, payload: Uint8Array): Uint8Array => join(hex("0f 00"), u16(etherType), payload);

/** ISO 9314-2: LLC frames. */
export const fddi = (payload: Uint8Array): Uint8Array => join(u8(0x50), address(2), address(1), payload);

/** IEEE 802.5 §3: a frame with LLC; bridges have noted a route of two segments where there is one. */
export const tokenRing = (payload: Uint8Array, isRouted = false): Uint8Array =>
  isRouted
    ? join(hex("10 40"), address(2), hex("82 00 00 00 00 01"), hex("06 30 00 11 00 20"), payload)
    : join(hex("10 40"), address(2), address(1), payload);

/** RFC 1201 §2, and RFC 1051, whose packets are never split; Linux puts two bytes before the protocol. */
export const arcnet = (payload: Uint8Array): Uint8Array => join(hex("01 02 d4"), hex("00 01 66"), payload);
export const arcnetException = (payload: Uint8Array): Uint8Array => join(hex("01 02 d4"), hex("ff ff ff ff 00 01 66"), payload);
export const arcnetOfLinux = (payload: Uint8Array): Uint8Array => join(hex("01 02 a8 e7 d4"), hex("00 01 66"), payload);
export const arcnetSimple = (payload: Uint8Array): Uint8Array => join(hex("01 02 f0"), payload);

/** ITU-T Q.922: circuit 100. RFC 2427: ISO's numbers, or SNAP behind a byte of padding; Cisco has an EtherType. */
const circuit = hex("18 41");
export const frameRelay = (number: number, payload: Uint8Array): Uint8Array => join(circuit, hex("03"), u8(number), payload);
export const frameRelaySnap = (etherType: number, payload: Uint8Array): Uint8Array =>
  join(circuit, hex("03 00 80 00 00 00"), u16(etherType), payload);
/** Q.922 §3.3.1: circuits whose numbers take three and four octets. */
export const frameRelayLong = (octets: 3 | 4, etherType: number, payload: Uint8Array): Uint8Array =>
  join(octets === 3 ? hex("1c 10 a1") : hex("1c 10 2a a1"), u16(etherType), payload);
export const frameRelayCisco = (etherType: number, payload: Uint8Array): Uint8Array => join(circuit, u16(etherType), payload);

/** RFC 4391 §6 behind a global route header. */
export const ipOverInfiniBand = (etherType: number, payload: Uint8Array): Uint8Array =>
  join(hex("60 00 00 00"), u32(5), zeros(16), zeros(16), u16(etherType), u16(0), payload);

/** IEEE 802.1Q §9.7: service 0x1234 of a provider, around a customer's frame. */
export const backboneTag = (frame: Uint8Array): Uint8Array => join(u32(0x40001234), frame);
/** IEEE 802.1BR §7.5 */
export const extenderTag = (etherType: number, payload: Uint8Array): Uint8Array =>
  join(hex("20 01 10 02 00 00"), u16(etherType), payload);
/** Cisco: VN-Tag, MetaData, FabricPath, whose frame keeps its checksum. */
export const interfaceTag = (etherType: number, payload: Uint8Array): Uint8Array =>
  join(hex("80 05 00 07"), u16(etherType), payload);
export const metaData = (etherType: number, payload: Uint8Array): Uint8Array =>
  join(hex("01 01 00 01 00 63"), u16(etherType), payload);
export const fabricPath = (frame: Uint8Array): Uint8Array => join(u16((1 << 6) | 32), frame, hex("11 22 33 44"));
/** RFC 8300 §2.2: path 5, index 255, four words of context. */
export const serviceHeader = (next: number, payload: Uint8Array): Uint8Array =>
  join(hex("0f c6 01"), u8(next), hex("000005 ff"), zeros(16), payload);

/** IEEE 802.11 §9.3.2: QoS data on its way to the access point; `flags` is the second octet of frame control. */
export function wlanQosData(payload: Uint8Array, more: { readonly flags?: number; readonly qos?: number } = {}): Uint8Array {
  const { flags = 0x01, qos = 0 } = more;
  const fourth = (flags & 3) === 3 ? address(4) : zeros(0);
  // table 9-30: of an aggregate each packet says whom it is for, and the third address is the access point's
  const third = address(qos & 0x80 ? 3 : 2);
  return join(u8(0x88), u8(flags), u16le(44), address(3), address(1), third, u16le(0x0120), fourth, u16le(qos), payload);
}

/** §9.3.2.2: each subframe padded to four bytes, the last one too short to matter. */
export const wlanAggregate = (...payloads: readonly Uint8Array[]): Uint8Array =>
  join(
    ...payloads.map((payload, index) => {
      const subframe = join(address(2), address(1), u16(payload.length), payload);
      return index === payloads.length - 1 ? subframe : join(subframe, zeros((4 - (subframe.length % 4)) % 4));
    }),
  );

/** https://www.radiotap.org: clock, flags and rate. */
export const radiotap = (flags: number, frame: Uint8Array): Uint8Array =>
  join(hex("00 00"), u16le(18), u32le(0x7), zeros(8), u8(flags), u8(12), frame);

/** CACE PPI 1.0.7 with the common 802.11 field, whose flags say whether the frame ends in its checksum. */
export const ppi = (linkType: number, hasChecksum: boolean, frame: Uint8Array): Uint8Array =>
  join(hex("00 00"), u16le(32), u32le(linkType), u16le(2), u16le(20), zeros(8), u16le(hasChecksum ? 1 : 0), zeros(10), frame);

/** LINKTYPE_NFLOG: a prefix of the rule, and the packet, as typed values of a little-endian machine. */
export function nflog(family: number, packet: Uint8Array): Uint8Array {
  const value = (type: number, bytes: Uint8Array) =>
    join(u16le(4 + bytes.length), u16le(type), bytes, zeros((4 - (bytes.length % 4)) % 4));
  return join(u8(family), u8(0), u16(5), value(10, hex("69 6e 00")), value(9, packet));
}

/** LINKTYPE_PFLOG: rule 7 blocked it on `em0`; OpenBSD before 3.8 does not say whose it is, since 4.9 it says how it was rewritten. */
export function pflog(age: "old" | "usual" | "new", family: number, packet: Uint8Array): Uint8Array {
  const name = (letters: string) => join(text(letters), zeros(16 - letters.length));
  const owner = age === "old" ? zeros(0) : join(u32le(1000), u32le(4242), u32le(0), u32le(1));
  const behind = { old: zeros(3), usual: zeros(3), new: zeros(39) }[age];
  const length = { old: 45, usual: 61, new: 100 }[age];
  const rule = join(u8(length), u8(family), u8(1), u8(0), name("em0"), name("anchor"), u32(7), u32(0xffff_ffff));
  return join(rule, owner, u8(1), behind, packet);
}

/** LINKTYPE_ENC: it was encrypted and authenticated. */
export const enc = (family: number, order: "little" | "big", packet: Uint8Array): Uint8Array =>
  order === "little"
    ? join(u32le(family), u32(0x1234), u32le(0xc00), packet)
    : join(u32(family), u32(0x1234), u32(0xc00), packet);

/** LINKTYPE_IPNET: it leaves the global zone. */
export const ipnet = (family: number, packet: Uint8Array): Uint8Array =>
  join(u8(1), u8(family), u16(1), u32(packet.length), u32(2), u32(0), u32(0), u32(0xffff_ffff), packet);

/** LINKTYPE_PKTAP: Apple's 108 bytes, of a process named `curl` on `en0`. */
export function pktap(linkType: number, frame: Uint8Array): Uint8Array {
  const name = (letters: string, size: number) => join(text(letters), zeros(size - letters.length));
  const about = join(u32le(1), u32le(2), u32le(14), u32le(0), u32le(4242), name("curl", 20));
  const rest = join(u32le(0), u16le(6), u16le(0), u32le(4242), name("curl", 20));
  return join(u32le(108), u32le(1), u32le(linkType), name("en0", 24), about, rest, frame);
}

/** LINKTYPE_JUNIPER_ETHER, incoming: with values about the interface, or with an address family in place of the link header. */
export const juniper = {
  plain: (frame: Uint8Array): Uint8Array => join(hex("4d 47 43 01"), frame),
  extended: (frame: Uint8Array): Uint8Array => join(hex("4d 47 43 81 00 03 03 01 01"), frame),
  withoutLink: (family: number, packet: Uint8Array): Uint8Array => join(hex("4d 47 43 03"), u32le(family), packet),
} as const;
