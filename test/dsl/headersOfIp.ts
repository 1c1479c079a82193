import { addToSum, foldSum } from "../../src/bytes/checksum";
import { hex, join, u8, u16, u32, zeros } from "./bytes";
import { address } from "./headers";

/** IPv4 options, IPv6 extension headers, and what stands beside TCP on IP; from their specifications. */
const paddedTo = (size: number, bytes: Uint8Array) => join(bytes, zeros((size - (bytes.length % size)) % size));
const addresses = (...list: readonly string[]) => join(...list.map(address));

/** RFC 791 §3.1: the pointer counts from the option's first byte, which is 1. */
const route = (type: number, pointer: number, hops: readonly string[]) =>
  join(u8(type), u8(3 + 4 * hops.length), u8(pointer), addresses(...hops));
export const ipv4Options = {
  recordRoute: paddedTo(4, route(7, 8, ["10.9.0.1", "0.0.0.0"])),
  looseRoute: paddedTo(4, route(131, 4, ["10.9.0.1", "10.0.0.9"])),
  strictRoute: paddedTo(4, route(137, 12, ["10.9.0.1", "10.9.0.2"])),
  timestamp: join(hex("44 0c 09 00"), u32(3_600_000), u32(0)),
  timestampWithAddress: join(hex("44 0c 05 01"), address("10.9.0.1"), u32(0)),
  routerAlert: hex("94 04 00 00"),
  streamId: hex("88 04 00 07"),
  security: paddedTo(4, hex("82 0b 00 00 00 00 00 00 00 00 00")),
} as const;

/** RFC 8200 §4: every extension header begins with the next one's number. */
export const ipv6Options = (next: number, options: Uint8Array, payload: Uint8Array): Uint8Array =>
  join(u8(next), u8((options.length + 2) / 8 - 1), options, payload);
export const routerAlertAndPad = hex("05 02 00 00 01 00");
export const padSix = hex("01 04 00 00 00 00");
/** RFC 6275 §6.3, behind four bytes of padding. */
export const homeAddress = (address: string): Uint8Array => join(hex("01 02 00 00 c9 10"), hex(address));
/** §4.4, RFC 5095, RFC 8754 */
export const ipv6Routing = (next: number, type: number, left: number, hops: readonly string[], payload: Uint8Array): Uint8Array =>
  join(u8(next), u8(hops.length * 2), u8(type), u8(left), u32(0), addresses(...hops), payload);
/** §4.5 */
export const ipv6Fragment = (next: number, offset: number, more: boolean, payload: Uint8Array): Uint8Array =>
  join(u8(next), u8(0), u16(offset | (more ? 1 : 0)), u32(0x1234), payload);
/** RFC 4302 §2: twelve bytes of check value. */
export const authentication = (next: number, payload: Uint8Array): Uint8Array =>
  join(u8(next), u8(4), u16(0), u32(0x100), u32(1), hex("00 11 22 33 44 55 66 77 88 99 aa bb"), payload);

/** RFC 768; without a checksum, which IPv4 allows. */
export const udp = (srcport: number, dstport: number, payload: Uint8Array): Uint8Array =>
  join(u16(srcport), u16(dstport), u16(8 + payload.length), u16(0), payload);

/** RFC 826: the operation, and card and host of its sender and of its target. */
export const arp = (operation: number, sender: readonly [string, string], target: readonly [string, string]): Uint8Array => {
  const end = ([card, host]: readonly [string, string]) => join(hex(card.replaceAll(":", "")), address(host));
  return join(hex("0001 0800 06 04"), u16(operation), end(sender), end(target));
};
/** Who has `target`? */
export const arpRequest = (sender: string, target: string): Uint8Array =>
  arp(1, ["02:00:00:00:00:01", sender], ["00:00:00:00:00:00", target]);

/** RFC 792, RFC 4443 (whose checksum counts addresses and is left out here), RFC 2236 */
export function icmp(type: number, code: number, rest: number, payload: Uint8Array): Uint8Array {
  const message = join(u8(type), u8(code), u16(0), u32(rest), payload);
  const sum = ~foldSum(addToSum(0, message, 0, message.length)) & 0xffff;
  return join(message.subarray(0, 2), u16(sum), message.subarray(4));
}
export const igmpReport = (group: string): Uint8Array => join(hex("16 00 00 00"), address(group));

/** RFC 9260 §3.1 with an INIT chunk's first bytes. */
export const sctp = join(u16(5000), u16(5001), u32(0), u32(0xdeadbeef), hex("01 00 00 14"), zeros(16));
