import { linkTypes, type ProtocolName } from "../protocols/next";
import type { FragmentStore } from "./fragments";
import { decodeArcnet, decodeArcnetOfLinux } from "./layers/arcnet";
import { decodeAuthentication } from "./layers/authentication";
import { decodeJuniper, decodePktap, decodePpi, decodeRadiotap } from "./layers/captureHeaders";
import { decodeArp, decodeIgmp, decodeSctp } from "./layers/control";
import { decodeData } from "./layers/data";
import { decodeEthernet, decodeVlan } from "./layers/ethernet";
import { decodeFddi } from "./layers/fddi";
import { decodeFrameRelay } from "./layers/frameRelay";
import { decodeErspan, decodeErspan3, decodeGre } from "./layers/gre";
import { decodeIcmp, decodeIcmpv6 } from "./layers/icmp";
import { decodeIpOverInfiniBand } from "./layers/infiniBand";
import { decodeIpv4 } from "./layers/ipv4";
import { decodeIpv6 } from "./layers/ipv6";
import { decodeLinuxCooked, decodeLinuxCooked2 } from "./layers/linuxCooked";
import { decodeLlc } from "./layers/llc";
import { decodeLoop, decodeNull } from "./layers/loopback";
import { decodeMpls } from "./layers/mpls";
import { decodeCiscoHdlc, decodePpp, decodePppoe, decodePppWithDirection } from "./layers/ppp";
import { decodeRaw } from "./layers/raw";
import {
  decodeBackboneTag,
  decodeExtenderTag,
  decodeFabricPath,
  decodeInterfaceTag,
  decodeMetaData,
  decodeServiceHeader,
} from "./layers/switchTags";
import { decodeEnc, decodeIpnet, decodeNflog, decodePflog } from "./layers/systemHeaders";
import { decodeTcp } from "./layers/tcp";
import { decodeTokenRing } from "./layers/tokenRing";
import { decodeUdp } from "./layers/udp";
import { decodeEtherip, decodeGeneve, decodeGtp, decodeTeredo, decodeVxlan, decodeVxlanGpe } from "./layers/udpTunnels";
import { decodeWlan } from "./layers/wlan";
import { follow, type LayerDecoder, type Next, type Packet, PacketInProgress } from "./packet";
import { Scope } from "./scope";

const decoders: Readonly<Record<Exclude<ProtocolName, "data">, LayerDecoder>> = {
  eth: decodeEthernet,
  vlan: decodeVlan,
  llc: decodeLlc,
  mpls: decodeMpls,
  pppoe: decodePppoe,
  sll: decodeLinuxCooked,
  sll2: decodeLinuxCooked2,
  null: decodeNull,
  loop: decodeLoop,
  raw: decodeRaw,
  ppp: decodePpp,
  "ppp-with-direction": decodePppWithDirection,
  chdlc: decodeCiscoHdlc,
  wlan: decodeWlan,
  radiotap: decodeRadiotap,
  ppi: decodePpi,
  nflog: decodeNflog,
  pflog: decodePflog,
  enc: decodeEnc,
  ipnet: decodeIpnet,
  pktap: decodePktap,
  juniper: decodeJuniper,
  fddi: decodeFddi,
  tr: decodeTokenRing,
  arcnet: decodeArcnet,
  "arcnet-linux": decodeArcnetOfLinux,
  fr: decodeFrameRelay,
  ipoib: decodeIpOverInfiniBand,
  ieee8021ah: decodeBackboneTag,
  etag: decodeExtenderTag,
  vntag: decodeInterfaceTag,
  cmd: decodeMetaData,
  cfp: decodeFabricPath,
  nsh: decodeServiceHeader,
  ip: decodeIpv4,
  ipv6: decodeIpv6,
  ah: decodeAuthentication,
  tcp: decodeTcp,
  udp: decodeUdp,
  sctp: decodeSctp,
  arp: decodeArp,
  icmp: decodeIcmp,
  icmpv6: decodeIcmpv6,
  igmp: decodeIgmp,
  gre: decodeGre,
  erspan: decodeErspan,
  erspan3: decodeErspan3,
  etherip: decodeEtherip,
  vxlan: decodeVxlan,
  "vxlan-gpe": decodeVxlanGpe,
  geneve: decodeGeneve,
  gtp: decodeGtp,
  teredo: decodeTeredo,
};

/** More layers than this are a loop somebody built. */
const mostLayers = 200;

/** Decodes a packet of a capture: `length` is what was on the wire, `bytes` what was kept of it. */
export function decodePacket(bytes: Uint8Array, length: number, linkType: number, fragments?: FragmentStore): Packet {
  const scope = new Scope(bytes, 0, Math.max(length, bytes.length), "frame.len");
  return decodeAll(follow(linkTypes, "link", linkType, scope), new PacketInProgress(bytes, fragments));
}

/** The same from any layer on, as pasted bytes may begin anywhere. */
export function decodeFrom(protocol: ProtocolName, bytes: Uint8Array, length = bytes.length): Packet {
  const scope = new Scope(bytes, 0, Math.max(length, bytes.length), "frame.len");
  return decodeAll({ protocol, scope }, new PacketInProgress(bytes));
}

/** Depth first: a packet within is read to its end before the one beside it. */
function decodeAll(first: Next, packet: PacketInProgress): Packet {
  const waiting: Next[] = [first];
  for (let next = waiting.pop(); next && packet.layers.length < mostLayers; next = waiting.pop()) {
    const { protocol, scope, undecoded } = next;
    const following = protocol === "data" ? decodeData(scope, packet, undecoded) : decoders[protocol](scope, packet);
    if (following) waiting.push(...[following].flat().reverse());
  }
  return packet;
}
