import { header, ipv4Address, octets, u8, u16, u32 } from "./header";

const icmpTypes = {
  0: "Echo (ping) reply",
  3: "Destination unreachable",
  4: "Source quench (flow control)",
  5: "Redirect",
  8: "Echo (ping) request",
  9: "Router advertisement",
  10: "Router solicitation",
  11: "Time-to-live exceeded",
  12: "Parameter problem",
  13: "Timestamp request",
  14: "Timestamp reply",
};

type Codes = Readonly<Record<number, readonly string[] | undefined>>;

/** What the codes of a type mean (RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1), in Wireshark's words. */
const icmpCodes: Codes = {
  3: [
    "Network unreachable",
    "Host unreachable",
    "Protocol unreachable",
    "Port unreachable",
    "Fragmentation needed",
    "Source route failed",
    "Destination network unknown",
    "Destination host unknown",
    "Source host isolated",
    "Network administratively prohibited",
    "Host administratively prohibited",
    "Network unreachable for TOS",
    "Host unreachable for TOS",
    "Communication administratively filtered",
    "Host precedence violation",
    "Precedence cutoff in effect",
  ],
  5: ["Redirect for network", "Redirect for host", "Redirect for TOS and network", "Redirect for TOS and host"],
  11: ["Time to live exceeded in transit", "Fragment reassembly time exceeded"],
  12: ["Pointer indicates the error", "Required option missing", "Bad length"],
};

/** Bytes of the header of every message, in both versions. */
export const icmpHeaderSize = 8;
/** The type decides what the second four bytes are; behind them an error quotes the packet that caused it (RFC 792). */
export const icmp = header("icmp", { type: u8("number", { names: icmpTypes }), code: u8(), checksum: u16("hex") });
/** RFC 1191 §4 */
const icmpMtu = header("icmp", { unused: octets(2), mtu: u16("bytes") });
const icmpRedirect = header("icmp", { redir_gw: ipv4Address() });
const icmpEcho = header("icmp", { ident: u16("hex"), seq: u16() });
const icmpRest = header("icmp", { rest: u32("hex") });

const unreachable = 3;
const fragmentationNeeded = 4;
const redirect = 5;
const withIdentifier: ReadonlySet<number> = new Set([0, 8, 13, 14]);
const icmpErrors: ReadonlySet<number> = new Set([unreachable, 4, redirect, 11, 12]);

function icmpContent(type: number, code: number) {
  if (type === unreachable && code === fragmentationNeeded) return icmpMtu;
  if (type === redirect) return icmpRedirect;
  return withIdentifier.has(type) ? icmpEcho : icmpRest;
}

const icmpv6Types = {
  1: "Destination Unreachable",
  2: "Packet Too Big",
  3: "Time Exceeded",
  4: "Parameter Problem",
  128: "Echo (ping) request",
  129: "Echo (ping) reply",
  130: "Multicast Listener Query",
  131: "Multicast Listener Report",
  132: "Multicast Listener Done",
  133: "Router Solicitation",
  134: "Router Advertisement",
  135: "Neighbor Solicitation",
  136: "Neighbor Advertisement",
  137: "Redirect",
  143: "Multicast Listener Report v2",
};

/** RFC 4443 §3, RFC 6550 §6.1, RFC 7112 §5 */
const icmpv6Codes: Codes = {
  1: [
    "no route to destination",
    "Administratively prohibited",
    "Beyond scope of source address",
    "Address unreachable",
    "Port unreachable",
    "Source address failed ingress/egress policy",
    "Reject route to destination",
    "Error in Source Routing Header",
  ],
  3: ["hop limit exceeded in transit", "fragment reassembly time exceeded"],
  4: [
    "erroneous header field encountered",
    "unrecognized Next Header type encountered",
    "unrecognized IPv6 option encountered",
    "IPv6 First Fragment has incomplete IPv6 Header Chain",
  ],
};

/** Types below 128 are errors (RFC 4443 §2.1). */
export const icmpv6 = header("icmpv6", { type: u8("number", { names: icmpv6Types }), code: u8(), checksum: u16("hex") });
/** RFC 4443 §3.2 */
const icmpv6Mtu = header("icmpv6", { mtu: u32("bytes") });
const icmpv6Echo = header("icmpv6", { "echo.identifier": u16("hex"), "echo.sequence_number": u16() });
const icmpv6Rest = header("icmpv6", { rest: u32("hex") });

const tooBig = 2;
const echoes: ReadonlySet<number> = new Set([128, 129]);
const icmpv6Errors: ReadonlySet<number> = new Set([1, tooBig, 3, 4]);

function icmpv6Content(type: number) {
  if (type === tooBig) return icmpv6Mtu;
  return echoes.has(type) ? icmpv6Echo : icmpv6Rest;
}

/** How the messages of each version are read: what follows the first four bytes, which are errors, and what they are called. */
export const icmpMessages = {
  icmp: { header: icmp, content: icmpContent, errors: icmpErrors, types: icmpTypes, codes: icmpCodes },
  icmpv6: { header: icmpv6, content: icmpv6Content, errors: icmpv6Errors, types: icmpv6Types, codes: icmpv6Codes },
} as const;
export type IcmpVersion = keyof typeof icmpMessages;

/** What a code of a type is called; nothing for a type without codes. */
export function icmpCodeName(version: IcmpVersion, type: number, code: number): string | undefined {
  const codes = icmpMessages[version].codes[type];
  return codes && (codes[code] ?? (version === "icmp" ? `Unknown code: ${code}` : `Unknown (${code})`));
}

export const icmpTables = [icmp, icmpMtu, icmpRedirect, icmpEcho, icmpRest, icmpv6, icmpv6Mtu, icmpv6Echo, icmpv6Rest] as const;
