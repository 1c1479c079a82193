import { hex, join, u8, u16, u32, zeros } from "./bytes";

/** Tunnels, built byte by byte from their specifications. */

/** RFC 2784 and RFC 2890 */
export function gre(
  protocol: number,
  payload: Uint8Array,
  { key, sequence, checksum }: { readonly key?: number; readonly sequence?: number; readonly checksum?: number } = {},
): Uint8Array {
  const optional = (value: number | undefined) => (value === undefined ? zeros(0) : u32(value));
  const flags = (checksum === undefined ? 0 : 0x8000) | (key === undefined ? 0 : 0x2000) | (sequence === undefined ? 0 : 0x1000);
  const sum = checksum === undefined ? zeros(0) : join(u16(checksum), u16(0));
  return join(u16(flags), u16(protocol), sum, optional(key), optional(sequence), payload);
}

/** draft-foschiano-erspan §4.2: session 5 of VLAN 10. */
export const erspan2 = (frame: Uint8Array): Uint8Array => join(u16(0x100a), u16(0x2005), u32(0x00000007), frame);
/** §4.3: with a platform's own header, whose bit ends the fixed one. */
export const erspan3 = (frame: Uint8Array, isOptional = false): Uint8Array =>
  join(u16(0x200a), u16(0x2005), u32(1_000_000), u16(0), u16(isOptional ? 0x0001 : 0x0000), zeros(isOptional ? 8 : 0), frame);

/** RFC 3378 §3 */
export const etherip = (frame: Uint8Array): Uint8Array => join(u16(0x3000), frame);

/** RFC 7348 §5: its second flag octet says that the identifier counts. */
export const vxlan = (network: number, frame: Uint8Array): Uint8Array => join(u32(0x08000000), u32(network * 256), frame);

/** RFC 8926 §3.4 */
export const geneve = (protocol: number, options: Uint8Array, payload: Uint8Array): Uint8Array =>
  join(u8(options.length / 4), u8(0), u16(protocol), u32(77 * 256), options, payload);
/** §3.5: class, type, length in words. */
export const geneveOption = (value: Uint8Array): Uint8Array => join(u16(0x0102), u8(0x80), u8(value.length / 4), value);

/** 3GPP TS 29.281 §5.1; with an extension header (TS 38.415: PDU session information) where `extended`. */
export function gtpUserData(packet: Uint8Array, extended = false): Uint8Array {
  const optional = extended ? join(u16(0), u8(0), u8(0x85), hex("01 10 09 00")) : zeros(0);
  return join(u8(extended ? 0x34 : 0x30), u8(0xff), u16(optional.length + packet.length), u32(0x1234), optional, packet);
}

/** RFC 4380 §5.1.1: port and address are written inverted. */
export const teredoOrigin = (packet: Uint8Array): Uint8Array => join(u16(0), u16(~40000 & 0xffff), hex("f5 ff ff fe"), packet);
/** With no client identifier and no authentication value. */
export const teredoAuthentication = (packet: Uint8Array): Uint8Array => join(hex("00 01 00 00"), zeros(9), packet);
