import { dnsHeader, dnsQuestion } from "./applications";
import { hex, join, text, u16, u32, u32le, zeros } from "./bytes";
import {
  ethernet,
  ipv4,
  ipv6,
  linuxCooked,
  linuxCooked2,
  mss,
  nop,
  sack,
  sackPermitted,
  tcp,
  timestamps,
  windowScale,
} from "./headers";
import * as ip from "./headersOfIp";
import * as link from "./headersOfLinks";
import * as tunnel from "./headersOfTunnels";
import * as option from "./tcpOptions";

/** A packet that shows one kind of header. */
export interface HeaderPacket {
  readonly name: string;
  readonly linkType: number;
  readonly bytes: Uint8Array;
}

const six = { src: "20010db8000000000000000000000001", dst: "20010db8000000000000000000000002" };
const segment = tcp({ srcport: 1234, payload: text("hello") });
const segment6 = tcp({ srcport: 1234, payload: text("hello"), within: six });
const v4 = ipv4({}, segment);
const v6 = ipv6(six, segment6);
const inEthernet = ethernet(0x0800, v4);
/** Of two makers of network cards: Wireshark tells Ethernet in MPLS by knowing them. */
const fromMakers = join(hex("00 1b 21 00 00 02 00 50 56 00 00 01 08 00"), v4);
const dns = join(dnsHeader(7, 0x0100, 1, 0, 0, 0), dnsQuestion("example.org", 1));
const checksum = hex("11 22 33 44");
const aggregated = link.wlanAggregate(link.snap(0x0800, v4), link.snap(0x86dd, v6));

/** By number of the link type, then by name. */
const byLink: Readonly<Record<number, Readonly<Record<string, Uint8Array>>>> = {
  0: { "null-little-endian": join(u32le(2), v4), "null-big-endian": join(u32(2), v4), "null-ipv6": join(u32le(30), v6) },
  1: {
    ...onEthernet(),
    ...onIpv4(),
    ...onIpv6(),
    ...tunnels(),
    ...tcpOptions(),
  },
  6: { "token-ring": link.tokenRing(link.snap(0x0800, v4)), "token-ring-routed": link.tokenRing(link.snap(0x86dd, v6), true) },
  7: { arcnet: link.arcnet(v4), "arcnet-exception": link.arcnetException(v4), "arcnet-simple": link.arcnetSimple(v4) },
  9: { ppp: link.ppp(0x0021, v4), "ppp-compressed": link.pppCompressed(0x57, v6), "ppp-cisco": link.ciscoHdlc(0x0800, v4) },
  10: { fddi: link.fddi(link.snap(0x0800, v4)) },
  100: { "llc-on-atm": link.snap(0x0800, v4) },
  101: { raw: v4, "raw-ipv6": v6 },
  104: { chdlc: link.ciscoHdlc(0x86dd, v6) },
  105: { wlan: link.wlanQosData(link.snap(0x0800, v4)) },
  107: {
    "frame-relay": link.frameRelay(0xcc, v4),
    "frame-relay-ipv6": link.frameRelay(0x8e, v6),
    "frame-relay-snap": link.frameRelaySnap(0x0800, v4),
    "frame-relay-three-octets": link.frameRelayLong(3, 0x0800, v4),
    "frame-relay-four-octets": link.frameRelayLong(4, 0x86dd, v6),
    "frame-relay-cisco": link.frameRelayCisco(0x86dd, v6),
  },
  108: { loop: join(u32(24), v6) },
  109: { enc: link.enc(2, "little", v4), "enc-big-endian": link.enc(24, "big", v6) },
  113: { sll: linuxCooked(0x0800, v4), "sll-802.2": linuxCooked(4, link.snap(0x0800, v4)) },
  117: {
    pflog: link.pflog("usual", 2, v4),
    "pflog-ipv6": link.pflog("usual", 24, v6),
    "pflog-old": link.pflog("old", 2, v4),
    "pflog-new": link.pflog("new", 30, v6),
  },
  127: {
    "radiotap-checksum": link.radiotap(0x10, join(link.wlanQosData(link.snap(0x0800, v4)), checksum)),
    "radiotap-padded": link.radiotap(0x20, join(link.wlanQosData(zeros(0)), zeros(2), link.snap(0x0800, v4))),
    "radiotap-from-access-point": link.radiotap(0, link.wlanQosData(link.snap(0x0800, v4), { flags: 2 })),
    "radiotap-no-access-point": link.radiotap(0, link.wlanQosData(link.snap(0x0800, v4), { flags: 0 })),
    "radiotap-four-addresses": link.radiotap(0, link.wlanQosData(link.snap(0x86dd, v6), { flags: 3 })),
    "radiotap-aggregate": link.radiotap(0, link.wlanQosData(aggregated, { qos: 0x80 })),
    "radiotap-encrypted": link.radiotap(0, link.wlanQosData(hex("01 02 03 20 00 00 00 00 de ad be ef"), { flags: 0x41 })),
  },
  129: { "arcnet-linux": link.arcnetOfLinux(v4) },
  147: { "unknown-link": v4 },
  178: {
    juniper: link.juniper.plain(inEthernet),
    "juniper-extended": link.juniper.extended(inEthernet),
    "juniper-without-link": link.juniper.withoutLink(2, v4),
  },
  192: {
    ppi: link.ppi(105, true, join(link.wlanQosData(link.snap(0x0800, v4)), checksum)),
    "ppi-ethernet": link.ppi(1, false, inEthernet),
  },
  226: { ipnet: link.ipnet(2, v4), "ipnet-ipv6": link.ipnet(26, v6) },
  228: { "link-ipv4": v4 },
  229: { "link-ipv6": v6 },
  239: { nflog: link.nflog(2, v4), "nflog-ipv6": link.nflog(10, v6) },
  258: { pktap: link.pktap(1, inEthernet) },
  242: { ipoib: link.ipOverInfiniBand(0x0800, v4) },
  276: { sll2: linuxCooked2(0x86dd, v6) },
};

function onEthernet(): Record<string, Uint8Array> {
  return {
    vlan: ethernet(0x8100, link.vlanTag(5, 100, 0x0800, v4)),
    qinq: ethernet(0x88a8, link.vlanTag(0, 200, 0x8100, link.vlanTag(5, 100, 0x0800, v4))),
    snap: link.ethernet8023(link.snap(0x0800, v4)),
    "llc-ip": link.ethernet8023(join(hex("06 06 03"), v4)),
    "llc-spanning-tree": link.ethernet8023(join(hex("42 42 03"), zeros(35))),
    mpls: ethernet(0x8847, link.mplsLabel(16, false, link.mplsLabel(100_000, true, v4))),
    "mpls-pseudowire": ethernet(0x8847, link.mplsLabel(16, true, join(zeros(4), fromMakers))),
    "mpls-pseudowire-mistaken": ethernet(
      0x8847,
      link.mplsLabel(16, true, join(zeros(4), hex("020000000002 020088cc0001 0800"), v4)),
    ),
    "mpls-pseudowire-plain": ethernet(0x8847, link.mplsLabel(16, true, fromMakers)),
    pppoe: ethernet(0x8864, link.pppoeSession(0x0021, v4)),
    "jumbo-llc": ethernet(0x8870, link.snap(0x0800, v4)),
    arp: ethernet(0x0806, ip.arpRequest("10.0.0.1", "10.0.0.2")),
    "802.1ah": ethernet(0x88e7, link.backboneTag(inEthernet)),
    "e-tag": ethernet(0x893f, link.extenderTag(0x0800, v4)),
    "vn-tag": ethernet(0x8926, link.interfaceTag(0x86dd, v6)),
    "cisco-metadata": ethernet(0x8909, link.metaData(0x0800, v4)),
    "fabric-path": ethernet(0x8903, link.fabricPath(inEthernet)),
    nsh: ethernet(0x894f, link.serviceHeader(1, v4)),
    "nsh-ethernet": ethernet(0x894f, link.serviceHeader(3, inEthernet)),
    padding: join(inEthernet, zeros(3)),
    "unknown-ethertype": ethernet(0x88cc, hex("02 07 04 02 00 00 00 00 01 00 00")),
  };
}

function onIpv4(): Record<string, Uint8Array> {
  const withOptions = (options: Uint8Array) => ethernet(0x0800, ipv4({ options }, segment));
  const routed = (options: Uint8Array, dst: string) =>
    ethernet(0x0800, ipv4({ options }, tcp({ srcport: 1234, payload: text("hello"), within: { dst } })));
  const on = (protocol: number, payload: Uint8Array) => ethernet(0x0800, ipv4({ protocol }, payload));
  return {
    "ipv4-record-route": withOptions(ip.ipv4Options.recordRoute),
    "ipv4-timestamp": withOptions(ip.ipv4Options.timestamp),
    "ipv4-timestamp-address": withOptions(ip.ipv4Options.timestampWithAddress),
    "ipv4-router-alert": withOptions(ip.ipv4Options.routerAlert),
    "ipv4-loose-route": routed(ip.ipv4Options.looseRoute, "10.0.0.9"),
    "ipv4-strict-route": routed(ip.ipv4Options.strictRoute, "10.0.0.2"),
    "ipv4-stream-and-security": withOptions(join(ip.ipv4Options.streamId, ip.ipv4Options.security)),
    "ipv4-first-fragment": ethernet(0x0800, ipv4({ id: 77, fragment: 0x2000 }, tcp({ srcport: 1234, payload: zeros(12) }))),
    "ipv4-later-fragment": ethernet(0x0800, ipv4({ id: 78, fragment: 0x0004 }, zeros(16))),
    "ipv4-authentication": on(51, ip.authentication(6, segment)),
    icmp: on(1, ip.icmp(8, 0, 0x00010002, text("ping"))),
    "icmp-unreachable": on(1, ip.icmp(3, 1, 0, v4.subarray(0, 28))),
    igmp: on(2, ip.igmpReport("224.0.0.251")),
    "udp-dns": on(17, ip.udp(50000, 53, dns)),
    sctp: on(132, ip.sctp),
    "unknown-protocol": on(89, zeros(24)),
  };
}

function onIpv6(): Record<string, Uint8Array> {
  const on = (next: number, payload: Uint8Array) => ethernet(0x86dd, ipv6({ ...six, next }, payload));
  const last = "20010db8000000000000000000000009";
  const routed = tcp({ srcport: 1234, payload: text("hello"), within: { ...six, dst: last } });
  const fromHome = tcp({ srcport: 1234, payload: text("hello"), within: { ...six, src: last } });
  return {
    ipv6: on(6, segment6),
    "ipv6-hop-by-hop": on(0, ip.ipv6Options(6, ip.routerAlertAndPad, segment6)),
    "ipv6-destination": on(60, ip.ipv6Options(6, ip.padSix, segment6)),
    "ipv6-home-address": on(60, ip.ipv6Options(6, ip.homeAddress(last), fromHome)),
    "ipv6-routing": on(43, ip.ipv6Routing(6, 0, 1, [last], routed)),
    "ipv6-segment-routing": on(43, ip.ipv6Routing(6, 4, 1, [last, six.dst], routed)),
    "ipv6-atomic-fragment": on(44, ip.ipv6Fragment(6, 0, false, segment6)),
    "ipv6-first-fragment": on(44, ip.ipv6Fragment(6, 0, true, segment6.subarray(0, 24))),
    "ipv6-authentication": on(51, ip.authentication(6, segment6)),
    "ipv6-extensions": on(
      0,
      ip.ipv6Options(
        60,
        ip.routerAlertAndPad,
        ip.ipv6Options(43, ip.padSix, ip.ipv6Routing(51, 0, 0, [last], ip.authentication(6, segment6))),
      ),
    ),
    "icmpv6-too-big": on(58, ip.icmp(2, 0, 1280, v6)),
    "ipv6-no-next": on(59, zeros(4)),
  };
}

function tunnels(): Record<string, Uint8Array> {
  const on = (protocol: number, payload: Uint8Array) =>
    ethernet(0x0800, ipv4({ protocol, src: "192.0.2.1", dst: "192.0.2.2" }, payload));
  const onUdp = (port: number, payload: Uint8Array) => on(17, ip.udp(50000, port, payload));
  return {
    "gre-key-sequence": on(47, tunnel.gre(0x0800, v4, { key: 0x1234, sequence: 9 })),
    "gre-checksum": on(47, tunnel.gre(0x86dd, v6, { checksum: 0xabcd })),
    erspan1: on(47, tunnel.gre(0x88be, inEthernet)),
    erspan2: on(47, tunnel.gre(0x88be, tunnel.erspan2(inEthernet), { sequence: 9 })),
    erspan3: on(47, tunnel.gre(0x22eb, tunnel.erspan3(inEthernet), { sequence: 9 })),
    "erspan3-platform": on(47, tunnel.gre(0x22eb, tunnel.erspan3(inEthernet, true), { sequence: 9 })),
    "gre-ethernet-mikrotik": on(47, join(hex("20 01 64 00"), u16(inEthernet.length), hex("19 00"), inEthernet)),
    etherip: on(97, tunnel.etherip(inEthernet)),
    vxlan: onUdp(4789, tunnel.vxlan(5000, inEthernet)),
    geneve: onUdp(6081, tunnel.geneve(0x6558, tunnel.geneveOption(hex("01 02 03 04")), inEthernet)),
    "geneve-ip": onUdp(6081, tunnel.geneve(0x0800, zeros(0), v4)),
    gtp: onUdp(2152, tunnel.gtpUserData(v4)),
    "gtp-extension": onUdp(2152, tunnel.gtpUserData(v6, true)),
    "teredo-origin": onUdp(3544, tunnel.teredoOrigin(v6)),
    "teredo-authentication": onUdp(3544, tunnel.teredoAuthentication(tunnel.teredoOrigin(v6))),
    "6in4": on(41, v6),
    "4in6": ethernet(0x86dd, ipv6({ next: 4 }, v4)),
    "4in4": on(4, v4),
    "6in6": ethernet(0x86dd, ipv6({ next: 41 }, v6)),
    "mpls-in-ip": on(137, link.mplsLabel(100, true, v4)),
    "gre-wlan-aruba": on(47, tunnel.gre(0x8200, link.wlanQosData(link.snap(0x0800, v4)))),
    "ethernet-in-ip": on(143, inEthernet),
    "ethernet-in-ipv6": ethernet(0x86dd, ipv6({ next: 143 }, inEthernet)),
    "frame-relay-in-gre": on(47, tunnel.gre(0x6559, link.frameRelay(0xcc, v4))),
    "mpls-in-gre": on(47, tunnel.gre(0x8847, link.mplsLabel(100, true, v4))),
  };
}

function tcpOptions(): Record<string, Uint8Array> {
  const withOptions = (...options: readonly Uint8Array[]) =>
    ethernet(0x0800, ipv4({}, tcp({ srcport: 1234, flags: ["ACK", "PSH"], options: join(...options), payload: text("hello") })));
  const { mptcp } = option;
  return {
    "tcp-syn": ethernet(
      0x0800,
      ipv4({}, tcp({ flags: ["SYN"], options: join(mss(1460), sackPermitted, timestamps(1000, 0), nop, windowScale(7)) })),
    ),
    "tcp-sack": withOptions(nop, nop, sack(100, 200, 300, 400)),
    "tcp-echo": withOptions(option.echo, option.echoReply),
    "tcp-connection-counts": withOptions(option.connectionCounts),
    "tcp-md5": withOptions(nop, nop, option.md5Signature),
    "tcp-quick-start": withOptions(option.quickStart),
    "tcp-user-timeout": withOptions(option.userTimeout),
    "tcp-ao": withOptions(option.tcpAo),
    "tcp-fast-open-request": withOptions(option.fastOpenRequest, nop, nop),
    "tcp-fast-open-cookie": withOptions(option.fastOpenCookie, nop, nop),
    "tcp-fast-open-experiment": withOptions(option.fastOpenExperiment),
    "tcp-accurate-ecn": withOptions(option.accurateEcn0, option.accurateEcn1),
    "tcp-accurate-ecn-experiment": withOptions(option.accurateEcnExperiment, option.otherExperiment),
    "tcp-unknown-option": withOptions(option.unknownKind),
    ...Object.fromEntries(Object.entries(mptcp).map(([name, bytes]) => [`mptcp-${kebab(name)}`, withOptions(bytes)])),
  };
}

function kebab(name: string): string {
  return name.replace(/[A-Z0-9]+/g, (letters) => `-${letters.toLowerCase()}`);
}

export const headerPackets: readonly HeaderPacket[] = Object.entries(byLink).flatMap(([linkType, packets]) =>
  Object.entries(packets).map(([name, bytes]) => ({ name, linkType: Number(linkType), bytes })),
);
