import { addToSum, foldSum } from "../bytes/checksum";
import { ethernet } from "../protocols/ethernet";
import { ipv4 } from "../protocols/ipv4";
import { ipv6 } from "../protocols/ipv6";
import { linuxCooked, linuxCooked2 } from "../protocols/linuxCooked";
import { etherTypes, ipProtocolNames, type ProtocolName } from "../protocols/next";

/** At which layer these bytes begin, judged by the bytes alone; nothing when they fit none. */
export function startLayerOf(bytes: Uint8Array): ProtocolName | undefined {
  return candidates.find(({ fits }) => fits(bytes))?.layer;
}

const candidates: readonly { layer: ProtocolName; fits: (bytes: Uint8Array) => boolean }[] = [
  { layer: "ip", fits: isIpv4 },
  { layer: "eth", fits: (bytes) => carriesIp(bytes, ethernet.fields.type.offset, ethernet.size) },
  { layer: "sll2", fits: (bytes) => carriesIp(bytes, linuxCooked2.fields.etype.offset, linuxCooked2.size) },
  { layer: "sll", fits: (bytes) => carriesIp(bytes, linuxCooked.fields.etype.offset, linuxCooked.size) },
  { layer: "ipv6", fits: isIpv6 },
];

function carriesIp(bytes: Uint8Array, typeAt: number, size: number): boolean {
  if (bytes.length < size + 1) return false;
  const next = etherTypes[(bytes[typeAt] << 8) | bytes[typeAt + 1]];
  const inside = bytes.subarray(size);
  return (next === "ip" && isIpv4(inside)) || (next === "ipv6" && isIpv6(inside));
}

/** Version and header length fit, and the total length or the checksum says that this is no accident. */
function isIpv4(bytes: Uint8Array): boolean {
  const headerLength = (bytes[0] & 0x0f) * 4;
  if (bytes.length < ipv4.size || bytes[0] >> 4 !== 4 || headerLength < ipv4.size) return false;
  const total = (bytes[ipv4.fields.len.offset] << 8) | bytes[ipv4.fields.len.offset + 1];
  const checksumFits = bytes.length >= headerLength && foldSum(addToSum(0, bytes, 0, headerLength)) === 0xffff;
  return checksumFits || (total >= headerLength && ipProtocolNames[bytes[ipv4.fields.proto.offset]] !== undefined);
}

function isIpv6(bytes: Uint8Array): boolean {
  return bytes.length >= ipv6.size && bytes[0] >> 4 === 6 && ipProtocolNames[bytes[ipv6.fields.nxt.offset]] !== undefined;
}
