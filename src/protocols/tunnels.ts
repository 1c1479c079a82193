import { bits, flag, group, header, u8, u16, u24, u32 } from "./header";

/** RFC 2784 and RFC 2890; version 1 is PPTP's, RFC 2637 §4.1. */
export const gre = header("gre", {
  flags: group({
    checksum: flag(),
    routing: flag(),
    key: flag(),
    sequence_number: flag(),
    strict_source_route: flag(),
    recursion_control: bits(3),
    ack: flag(),
    reserved: bits(4),
    version: bits(3),
  }),
  proto: u16("hex"),
});
export const greFlag = {
  checksum: 0x8000,
  routing: 0x4000,
  key: 0x2000,
  sequence: 0x1000,
  ack: 0x0080,
  version: 0x0007,
} as const;
export const greChecksum = header("gre", { checksum: u16("hex"), offset: u16() });
export const greKey = header("gre", { key: u32("hex") });
export const greSequence = header("gre", { sequence_number: u32() });
export const greAck = header("gre", { ack_number: u32() });
/** One of a list of source routes, which ends with one of length zero (RFC 1701). */
export const greRoute = header("gre.routing", { address_family: u16(), sre_offset: u8(), src_length: u8("bytes") });
/** Version 2 of web cache redirection puts four bytes before IP. */
export const wccp = header("gre", { "wccp.redirect_header": u32("hex") });

/** Type II, and below it type III, which has eight bytes more where bit O is set (draft-foschiano-erspan). */
export const erspan2 = header("erspan", {
  version: bits(4),
  vlan: bits(12),
  cos: bits(3),
  encap: bits(2),
  truncated: flag(),
  spanid: bits(10),
  reserved: bits(12),
  index: bits(20),
});
export const erspan3 = header("erspan", {
  version: bits(4),
  vlan: bits(12),
  cos: bits(3),
  bso: bits(2),
  truncated: flag(),
  spanid: bits(10),
  timestamp: u32("hex"),
  sgt: u16(),
  p: flag(),
  ft: bits(5),
  hw: bits(6),
  direction: flag(),
  gra: bits(2),
  o: flag(),
});
export const erspanPlatform = header("erspan", { platid: bits(6), info1: bits(26), info2: u32("hex") });

/** RFC 3378 §3 */
export const etherip = header("etherip", { ver: bits(4), reserved: bits(12) });

/** RFC 7348 §5 */
export const vxlan = header("vxlan", { flags: u16("hex"), gbp: u16(), vni: u24(), reserved8: u8() });
/** In VXLAN-GPE, the last byte of the first word names what follows (draft-ietf-nvo3-vxlan-gpe). */
export const vxlanGpe = header("vxlan", { flags: u16("hex"), reserved_16: u8(), next_proto: u8(), vni: u24(), reserved8: u8() });
export const vxlanGpeNext: Readonly<Record<number, "ip" | "ipv6" | "eth" | "nsh">> = {
  1: "ip",
  2: "ipv6",
  3: "eth",
  4: "nsh",
};

/** The options' length counts words of four bytes (RFC 8926 §3.4). */
export const geneve = header("geneve", {
  version: bits(2),
  option_length: bits(6, "bytes", { unit: 4 }),
  flags: group({ oam: flag(), critical: flag(), reserved: bits(6) }),
  proto_type: u16("hex"),
  vni: u24(),
  reserved: u8(),
});
export const geneveOptions = header("geneve.options", {});

/** User data of mobile networks (3GPP TS 29.281 §5.1). */
export const gtp = header("gtp", {
  flags: group({ version: bits(3), payload: flag(), reserved: flag(), e: flag(), s: flag(), pn: flag() }),
  message: u8("hex"),
  length: u16("bytes"),
  teid: u32("hex"),
});
export const gtpFlag = { extension: 0x4, sequence: 0x2, npdu: 0x1, optional: 0x7 } as const;
export const gtpOptional = header("gtp", { seq_number: u16(), npdu_number: u8(), next: u8("hex") });
/** Its length counts words of four bytes; its last byte names the next extension (§5.2.1). */
export const gtpExtension = header("gtp.ext_hdr", { length: u8() });
export const gtpUserData = 0xff;

/** Headers that may be before the IPv6 packet (RFC 4380 §5.1.1). */
export const teredoAuthentication = header("teredo.auth", { indicator: u16("hex"), idlen: u8("bytes"), aulen: u8("bytes") });
/** Bytes of nonce and confirmation, behind the identifier and the authentication value. */
export const teredoAuthenticationTail = 9;
export const teredoOrigin = header("teredo.orig", { indicator: u16("hex"), port: u16("hex"), addr: u32("hex") });
export const teredoIndicator = { origin: 0x0000, authentication: 0x0001 } as const;

export const tunnelTables = [
  gre,
  greChecksum,
  greKey,
  greSequence,
  greAck,
  greRoute,
  wccp,
  erspan2,
  erspan3,
  erspanPlatform,
  etherip,
  vxlan,
  vxlanGpe,
  geneve,
  geneveOptions,
  gtp,
  gtpOptional,
  gtpExtension,
  teredoAuthentication,
  teredoOrigin,
] as const;
