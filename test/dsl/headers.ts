import { addToSum, foldSum } from "../../src/bytes/checksum";
import { type TcpFlagName, tcpFlag } from "../../src/protocols/tcp";
import { hex, join, u8, u16, u32, zeros } from "./bytes";

/** Headers built byte by byte from their specifications, not from the tables that are under test. */
export function ethernet(etherType: number, payload: Uint8Array): Uint8Array {
  return join(hex("02 00 00 00 00 02 02 00 00 00 00 01"), u16(etherType), payload);
}

export function linuxCooked(etherType: number, payload: Uint8Array): Uint8Array {
  return join(u16(0), u16(1), u16(6), hex("02 00 00 00 00 01 00 00"), u16(etherType), payload);
}

export function linuxCooked2(etherType: number, payload: Uint8Array): Uint8Array {
  return join(u16(etherType), u16(0), u32(1), u16(772), u8(0), u8(6), zeros(8), payload);
}

export interface Ipv4 {
  readonly src?: string;
  readonly dst?: string;
  readonly protocol?: number;
  readonly ttl?: number;
  readonly id?: number;
  /** The 16 bits of flags and fragment offset. */
  readonly fragment?: number;
  readonly options?: Uint8Array;
  /** Instead of the true one. */
  readonly totalLength?: number;
}

export function ipv4(header: Ipv4, payload: Uint8Array): Uint8Array {
  const { src = "10.0.0.1", dst = "10.0.0.2", protocol = 6, ttl = 64, id = 1, fragment = 0x4000, options = zeros(0) } = header;
  const length = 20 + options.length;
  const before = join(
    u8(0x40 | (length / 4)),
    u8(0),
    u16(header.totalLength ?? length + payload.length),
    u16(id),
    u16(fragment),
    u8(ttl),
    u8(protocol),
  );
  const after = join(address(src), address(dst), options);
  const sum = addToSum(addToSum(0, before, 0, before.length), after, 0, after.length);
  return join(before, u16(~foldSum(sum) & 0xffff), after, payload);
}

export function ipv6(
  header: { readonly src?: string; readonly dst?: string; readonly next?: number },
  payload: Uint8Array,
): Uint8Array {
  const { src = "20010db8000000000000000000000001", dst = "20010db8000000000000000000000002", next = 6 } = header;
  return join(u32(0x60000000), u16(payload.length), u8(next), u8(64), hex(src), hex(dst), payload);
}

export interface Tcp {
  readonly srcport?: number;
  readonly dstport?: number;
  readonly seq?: number;
  readonly ack?: number;
  /** By their names, or all twelve bits. */
  readonly flags?: readonly TcpFlagName[] | number;
  /** Instead of the true one, in words of four bytes. */
  readonly dataOffset?: number;
  readonly window?: number;
  readonly urgent?: number;
  readonly options?: Uint8Array;
  readonly payload?: Uint8Array;
  /** Instead of the true one; addresses for the true one come from `within`. */
  readonly checksum?: number;
  readonly within?: { readonly src?: string; readonly dst?: string };
}

export function tcp(header: Tcp): Uint8Array {
  const { srcport = 40000, dstport = 80, seq = 0, ack = 0, flags = ["ACK"], window = 65535, urgent = 0 } = header;
  const options = padded(header.options ?? zeros(0));
  const payload = header.payload ?? zeros(0);
  const bits = typeof flags === "number" ? flags : flags.reduce((sum, name) => sum | tcpFlag[name], 0);
  const { dataOffset = 5 + options.length / 4 } = header;
  const before = join(u16(srcport), u16(dstport), u32(seq), u32(ack), u16((dataOffset << 12) | bits), u16(window));
  const after = join(u16(urgent), options, payload);
  return join(before, u16(header.checksum ?? tcpChecksum(header.within ?? {}, join(before, u16(0), after))), after);
}

function tcpChecksum({ src = "10.0.0.1", dst = "10.0.0.2" }: { src?: string; dst?: string }, segment: Uint8Array): number {
  const pseudo = join(address(src), address(dst), u32(6), u32(segment.length));
  return ~foldSum(addToSum(addToSum(0, pseudo, 0, pseudo.length), segment, 0, segment.length)) & 0xffff;
}

const padded = (options: Uint8Array) => join(options, zeros((4 - (options.length % 4)) % 4));

/** `10.0.0.1`, or 32 hex digits. */
export function address(text: string): Uint8Array {
  return text.includes(".") ? Uint8Array.from(text.split("."), Number) : hex(text);
}

export const mss = (size: number): Uint8Array => join(u8(2), u8(4), u16(size));
export const windowScale = (shift: number): Uint8Array => Uint8Array.of(3, 3, shift);
export const sackPermitted = Uint8Array.of(4, 2);
export const nop = Uint8Array.of(1);
export const timestamps = (value: number, echo: number): Uint8Array => join(u8(8), u8(10), u32(value), u32(echo));
export const sack = (...edges: readonly number[]): Uint8Array => join(u8(5), u8(2 + edges.length * 4), ...edges.map(u32));
