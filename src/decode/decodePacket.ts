import { linkTypes, type ProtocolName } from "../protocols/next";
import { decodeData } from "./layers/data";
import { decodeEthernet } from "./layers/ethernet";
import { decodeIpv4 } from "./layers/ipv4";
import { decodeIpv6 } from "./layers/ipv6";
import { decodeLinuxCooked, decodeLinuxCooked2 } from "./layers/linuxCooked";
import { decodeLoop, decodeNull } from "./layers/loopback";
import { decodeRaw } from "./layers/raw";
import { decodeTcp } from "./layers/tcp";
import { type LayerDecoder, type Next, type Packet, PacketInProgress } from "./packet";
import { Scope } from "./scope";

const decoders: Readonly<Record<ProtocolName, LayerDecoder>> = {
  eth: decodeEthernet,
  sll: decodeLinuxCooked,
  sll2: decodeLinuxCooked2,
  null: decodeNull,
  loop: decodeLoop,
  raw: decodeRaw,
  ip: decodeIpv4,
  ipv6: decodeIpv6,
  tcp: decodeTcp,
  data: decodeData,
};

/** More layers than this are a loop somebody built. */
const mostLayers = 64;

/** Decodes a packet of a capture: `length` is what was on the wire, `bytes` what was kept of it. */
export function decodePacket(bytes: Uint8Array, length: number, linkType: number): Packet {
  return decodeFrom(linkTypes[linkType] ?? "data", bytes, length);
}

/** The same from any layer on, as pasted bytes may begin anywhere. */
export function decodeFrom(first: ProtocolName, bytes: Uint8Array, length = bytes.length): Packet {
  const packet = new PacketInProgress(bytes);
  let next: Next | undefined = { protocol: first, scope: new Scope(bytes, 0, Math.max(length, bytes.length), "frame.len") };
  while (next && packet.layers.length < mostLayers) next = decoders[next.protocol](next.scope, packet);
  return packet;
}
