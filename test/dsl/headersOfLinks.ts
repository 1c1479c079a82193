import { hex, join, u8, u16, u16le, u32, u32le, zeros } from "./bytes";

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

/** IEEE 802.11 §9.3.2: QoS data on its way to the access point; `flags` is the second octet of frame control. */
export function wlanQosData(payload: Uint8Array, more: { readonly flags?: number; readonly qos?: number } = {}): Uint8Array {
  const { flags = 0x01, qos = 0 } = more;
  const fourth = (flags & 3) === 3 ? address(4) : zeros(0);
  return join(u8(0x88), u8(flags), u16le(44), address(3), address(1), address(2), u16le(0x0120), fourth, u16le(qos), payload);
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
