import { bits, flag, header, ipv6Address, mac, octets, u8, u16, u16le, u24, u32, u32le, type ValueNames } from "./header";

/** LINKTYPE_NFLOG: what Linux's firewall logged, as a list of typed values. */
export const nflog = header("nflog", { family: u8(), version: u8(), res_id: u16() });
/** One of the values, in the byte order of the machine that captured. */
export const nflogValue = header("nflog.tlv", { tlv_length: u16("bytes"), tlv_type: u16() }, "nflog");
export const nflogPayload = 9;
export const nflogFamilies: Readonly<Record<number, "ip" | "ipv6">> = { 2: "ip", 10: "ipv6" };

/** In the order of their numbers, from 0 (`net/pfvar.h`). */
const pflogActions = numbered("pass block scrub no-scrub nat no-nat binat no-binat rdr no-rdr synproxy-drop defer");
const pflogReasons = numbered(
  "match bad-offset fragment short normalize memory bad-timestamp congestion ip-option proto-cksum state-mismatch state-insert state-limit src-limit synproxy",
);

function numbered(names: string): ValueNames {
  return Object.fromEntries(names.split(" ").map((name, number) => [number, name]));
}

/**
 * LINKTYPE_PFLOG: what BSD's firewall logged (`net/if_pflog.h`). Since OpenBSD 3.8 it also says which process the packet belongs to,
 * since 4.9 how it was rewritten.
 */
export const pflog = header("pflog", {
  length: u8("bytes"),
  af: u8(),
  action: u8("number", {
    names: pflogActions,
  }),
  reason: u8("number", {
    names: pflogReasons,
  }),
  ifname: octets(16, "text"),
  ruleset: octets(16, "text"),
  rulenr: u32(),
  subrulenr: u32(),
});
/** In the byte order of the machine that captured, for which Intel's is taken, as most have it. */
export const pflogOwner = header("pflog", { uid: u32le(), pid: u32le(), rule_uid: u32le(), rule_pid: u32le() });
export const pflogDirection = header("pflog", {
  dir: u8("number", { names: { 0: "in or out", 1: "in", 2: "out", 3: "forwarded" } }),
});

/** LINKTYPE_ENC: what OpenBSD's IPsec saw of a packet (`net/if_enc.h`); family and flags are in the machine's byte order. */
export const enc = header("enc", { af: u32(), spi: u32("hex"), flags: u32("hex") });

/** LINKTYPE_IPNET: packets between Solaris' zones and its interfaces (`inet/ipnet.h`). */
export const ipnet = header("ipnet", {
  version: u8(),
  family: u8(),
  htype: u16("number", { names: { 0: "in", 1: "out", 2: "loopback" } }),
  pktlen: u32("bytes"),
  ifindex: u32(),
  grifindex: u32(),
  zsrc: u32(),
  zdst: u32(),
});
/** Address families of Solaris. */
export const ipnetFamilies: Readonly<Record<number, "ip" | "ipv6">> = { 2: "ip", 26: "ipv6" };

/** What Apple's systems know about a packet beside its bytes, in Intel's byte order (`net/pktap.h`). */
export const pktap = header("pktap", {
  hdrlen: u32le("bytes"),
  rectype: u32le(),
  dlt: u32le(),
  ifname: octets(24, "text"),
  flags: u32le("hex"),
  pfamily: u32le(),
  llhdrlen: u32le("bytes"),
  lltrlrlen: u32le("bytes"),
  pid: u32le(),
  cmdname: octets(20, "text"),
  svc_class: u32le(),
  iftype: u16le(),
  ifunit: u16le(),
  epid: u32le(),
  ecmdname: octets(20, "text"),
});
export const pktapPacket = 1;

/** What Juniper's routers put before a captured packet; `ext` says that extensions follow, `l2hdr` that no link header does. */
export const juniper = header("juniper", {
  "magic-number": u24("hex"),
  ext: flag(),
  reserved: bits(5),
  l2hdr: flag(),
  direction: flag(),
});
export const juniperMagic = 0x4d4743;
export const juniperExtensions = header("juniper", { ext_total_len: u16("bytes") });
export const juniperFamily = header("juniper", { proto: u32le() });
/** Address families of FreeBSD, on which Juniper's system is based. */
export const juniperFamilies: Readonly<Record<number, "ip" | "ipv6">> = { 2: "ip", 28: "ipv6" };

/** Frames with LLC have 5 in the upper half of the first octet (ISO 9314-2). */
export const fddi = header("fddi", { fc: u8("hex"), dst: mac(), src: mac() });
export const fddiLlcFrame = 0x50;

/** Access to the ring, and the kind of frame; a source route, which tells bridges the way, may follow (IEEE 802.5 §3). */
export const tokenRing = header("tr", { ac: u8("hex"), fc: u8("hex"), dst: mac(), src: mac() });
export const tokenRingLlcFrame = 0x40;
/** The bit in the source address's first octet that says that a source route follows; the route's first octet has its length. */
export const tokenRingRoute = { flag: 0x80, lengthMask: 0x1f } as const;

/** RFC 1201 §2, RFC 1051. Linux puts two bytes between addresses and protocol. */
export const arcnet = header("arcnet", { src: u8("hex"), dst: u8("hex") });
export const arcnetOffset = header("arcnet", { offset: octets(2) });
export const arcnetProtocol = header("arcnet", { protID: u8("hex") });
export const arcnetSplit = header("arcnet", { split_flag: u8(), sequence: u16() });
/** Four bytes more for a packet of a length that ARCNET cannot send; their first one tells them apart (RFC 1201 §2). */
export const arcnetException = header("arcnet", { exception_flag: u8("hex"), padding: octets(3) });
export const arcnetExceptionFlag = 0xff;
export const arcnetProtocols: Readonly<Record<number, "ip" | "arp">> = { 212: "ip", 213: "arp", 240: "ip", 241: "arp" };
/** The numbers of RFC 1051, whose packets cannot be split. */
export const arcnetSimple: ReadonlySet<number> = new Set([240, 241]);

/** Two octets of address, seldom three or four (ITU-T Q.922 §3.3); RFC 2427 says what follows. */
export const frameRelay = header("fr", {
  upper_dlci: bits(6),
  cr: flag(),
  "first.ea": flag(),
  second_dlci: bits(4),
  fecn: flag(),
  becn: flag(),
  de: flag(),
  ea: flag(),
});
/** The third of four octets, and the last of three or four. */
export const frameRelayThird = header("fr", { third_dlci: bits(7), "third.ea": flag() });
export const frameRelayLast = header("fr", { lower_dlci: bits(6), dc: flag(), "last.ea": flag() });
export const frameRelayControl = header("fr", { control: u8("hex") });
export const frameRelayPadding = header("fr", { padding: u8() });
export const frameRelayNetwork = header("fr", { nlpid: u8("hex") });
/** Cisco has an EtherType in this place. */
export const frameRelayType = header("fr", { chdlctype: u16("hex") });
export const frameRelaySnap = header("fr", { "snap.oui": u24(), "snap.pid": u16("hex") });
/** RFC 2427 §3.1, and ISO/IEC TR 9577's numbers. */
export const frameRelayNumber = { unnumberedInformation: 0x03, padding: 0x00, snap: 0x80 } as const;
export const frameRelayProtocols: Readonly<Record<number, "ip" | "ipv6">> = { 204: "ip", 142: "ipv6" };

/** InfiniBand's global route header, then that of RFC 4391 §6. */
export const ipOverInfiniBand = header("ipoib", {
  "grh.ipver": bits(4),
  "grh.tclass": bits(8),
  "grh.flowlabel": bits(20),
  "grh.reserved": u8(),
  "grh.sqpn": u24(),
  "grh.sgid": ipv6Address(),
  dgid: ipv6Address(),
  type: u16("hex"),
  reserved: u16("hex"),
});

export const otherLinkTables = [
  nflog,
  nflogValue,
  pflog,
  pflogOwner,
  pflogDirection,
  enc,
  ipnet,
  pktap,
  juniper,
  juniperExtensions,
  juniperFamily,
  fddi,
  tokenRing,
  arcnet,
  arcnetOffset,
  arcnetProtocol,
  arcnetSplit,
  arcnetException,
  frameRelay,
  frameRelayThird,
  frameRelayLast,
  frameRelayControl,
  frameRelayPadding,
  frameRelayNetwork,
  frameRelayType,
  frameRelaySnap,
  ipOverInfiniBand,
] as const;
