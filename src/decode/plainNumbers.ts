import { ipv4 } from "../protocols/ipv4";
import { etherTypes, ipProtocols, type ProtocolName } from "../protocols/next";
import { tcp } from "../protocols/tcp";
import { noOperation, timestamps } from "../protocols/tcpOptions";

// Numbers by which plain packets are told from others, from the tables of the headers.

export const keysOf = (table: Readonly<Record<number, ProtocolName>>, protocol: ProtocolName): number[] =>
  Object.keys(table)
    .map(Number)
    .filter((key) => table[key] === protocol);

export const [ipType] = keysOf(etherTypes, "ip");
export const [ipv6Type] = keysOf(etherTypes, "ipv6");
export const [arpType] = keysOf(etherTypes, "arp");
export const [tcpNumber] = keysOf(ipProtocols, "tcp");
export const [udpNumber] = keysOf(ipProtocols, "udp");

/** The first byte of IPv4: version 4, and a header without options. */
export const plainVersionAndSize = (4 << 4) | (ipv4.size / (ipv4.fields.hdr_len.unit ?? 1));
/** The flag for more fragments, and the fragment offset, in the two bytes that hold both. */
export const fragmentMask = (1 << 13) | ipv4.fields.frag_offset.mask;

/** The first four bytes of options that are timestamps alone, and the header's length with them. */
const timestampsSize = 2 + timestamps.body.size;
export const onlyTimestamps = (noOperation.kind << 24) | (noOperation.kind << 16) | (timestamps.kind << 8) | timestampsSize;
export const sizeWithTimestamps = tcp.size + 2 + timestampsSize;

/** A table with an entry for each of its few keys below `size`. */
export function flagged(size: number, keys: readonly number[]): Uint8Array {
  const table = new Uint8Array(size);
  for (const key of keys) table[key] = 1;
  return table;
}
