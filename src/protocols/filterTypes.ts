import type { Field } from "./header";
import type { FieldId } from "./registry";

/** What a filter may do with a field: Wireshark's types, as far as they occur here. */
export type FilterType =
  | "uint8"
  | "uint16"
  | "uint24"
  | "uint32"
  | "uint64"
  | "int16"
  | "int32"
  | "int64"
  | "frame-number"
  | "boolean"
  | "bytes"
  | "mac"
  | "ipv4"
  | "ipv6"
  | "text"
  | "time"
  | "duration"
  | "protocol"
  /** Without a value: a field of this type is only there or not. */
  | "label";

/** Fields whose type in Wireshark does not follow from their bits. The type decides which values are too big, and where sums overflow. */
const exceptions: { readonly [Id in FieldId]?: FilterType } = {
  "vlan.priority": "uint16",
  "llc.control": "uint16",
  "mpls.label": "uint32",
  "mpls.exp": "uint32",
  "mpls.bottom": "uint32",
  "mpls.ttl": "uint32",
  "sll.pkttype": "uint16",
  "sll.halen": "uint16",
  "radiotap.present": "label",
  "ipv6.tclass": "uint32",
  "ipv6.tclass.dscp": "uint32",
  "ipv6.tclass.ecn": "uint32",
  "juniper.direction": "uint8",
  "juniper.l2hdr": "uint8",
  "pflog.af": "uint32",
  "ipoib.grh.tclass": "uint16",
  "ipoib.grh.flowlabel": "uint32",
  "ieee8021ah.priority": "uint32",
  "ieee8021ah.drop": "uint32",
  "ieee8021ah.nca": "uint32",
  "ieee8021ah.res1": "uint32",
  "ieee8021ah.res2": "uint32",
  "ieee8021ah.isid": "uint32",
  "etag.pcp": "uint16",
  "etag.dei": "uint16",
  "etag.resv": "uint16",
  "etag.group": "uint16",
  "vntag.dst": "uint32",
  "vntag.r": "uint32",
  "vntag.version": "uint32",
  "vntag.src": "uint32",
  "cfp.ttl": "uint16",
  "nsh.version": "uint16",
  "nsh.Obit": "uint16",
  "nsh.CBit": "uint16",
  "nsh.ttl": "uint16",
  "nsh.length": "uint16",
  "ipv6.fraghdr.reserved_bits": "uint16",
  "gre.flags.recursion_control": "uint16",
  "gre.flags.reserved": "uint16",
  "gre.flags.version": "uint16",
  "gre.wccp.redirect_header": "label",
  "erspan.version": "uint16",
  "erspan.cos": "uint16",
  "erspan.encap": "uint16",
  "erspan.truncated": "uint16",
  "erspan.reserved": "uint32",
  "erspan.index": "uint32",
  "erspan.bso": "uint16",
  "erspan.p": "uint16",
  "erspan.ft": "uint16",
  "erspan.hw": "uint16",
  "erspan.gra": "uint16",
  "erspan.o": "uint16",
  "erspan.platid": "uint32",
  "etherip.ver": "uint16",
  "vxlan.reserved_16": "uint16",
  "geneve.flags.reserved": "boolean",
  "gtp.flags.payload": "uint8",
  "gtp.flags.reserved": "uint8",
  "tcp.flags.res": "boolean",
  "tcp.options.mptcp.reserved": "uint16",
  "tcp.options.mptcp.rawdataack": "uint64",
  "tcp.options.mptcp.rawdataseqno": "uint64",
  "tcp.options.mptcp.echo": "uint8",
  "tcp.options.mptcp.backup": "uint8",
  "tcp.options.mptcp.flags.checksumreq": "uint8",
  "tcp.options.mptcp.flags.extensibility": "uint8",
  "tcp.options.mptcp.flags.nomoresubflows": "uint8",
  "tcp.options.mptcp.flags.sha256": "uint8",
  "tcp.options.mptcp.flags.datafin": "uint8",
  "tcp.options.mptcp.flags.dseqn8": "uint8",
  "tcp.options.mptcp.flags.dseqnpresent": "uint8",
  "tcp.options.mptcp.flags.dataack8": "uint8",
  "tcp.options.mptcp.flags.dataackpresent": "uint8",
  "http.response.code": "uint16",
  "http2.r": "uint32",
  "dns.flags.opcode": "uint16",
  "dns.flags.rcode": "uint16",
  "resp.array.length": "int64",
  "resp.bulk_string.length": "int32",
  "mqtt.len": "uint64",
  "mqtt.msgid": "uint16",
  "smtp.response.code": "uint32",
  // headers and parts whose value is their bytes in Wireshark, or that have no value
  "ah.icv": "bytes",
  "ah.reserved": "bytes",
  "nsh.contextheader": "bytes",
  "nflog.tlv": "bytes",
  "udp.payload": "bytes",
  "tcp.payload": "bytes",
  "eth.padding": "bytes",
  "geneve.options": "bytes",
  "tcp.options": "bytes",
  "tcp.options.eol": "bytes",
  "tcp.options.nop": "bytes",
  "tcp.options.mss": "bytes",
  "tcp.options.wscale": "bytes",
  "tcp.options.sack_perm": "bytes",
  "tcp.options.sack": "bytes",
  "tcp.options.echo": "bytes",
  "tcp.options.echoreply": "bytes",
  "tcp.options.timestamp": "bytes",
  "tcp.options.cc": "bytes",
  "tcp.options.ccnew": "bytes",
  "tcp.options.ccecho": "bytes",
  "tcp.options.md5": "bytes",
  "tcp.options.qs": "bytes",
  "tcp.options.user_to": "bytes",
  "tcp.options.ao": "bytes",
  "tcp.options.tfo": "bytes",
  "tcp.options.acc_ecn": "bytes",
  "tcp.options.scps": "bytes",
  "tcp.options.snack": "bytes",
  "tcp.options.rvbd.probe": "bytes",
  "tcp.options.rvbd.trpy": "bytes",
  "tcp.options.experimental": "bytes",
  "tcp.options.unknown": "bytes",
  "tcp.options.ao.mac": "bytes",
  "tcp.options.tfo.cookie": "bytes",
  "tcp.options.experimental.data": "bytes",
  "tcp.options.unknown.payload": "bytes",
  "ip.options": "bytes",
  "ip.opt.content": "bytes",
  "ipv6.opt.content": "bytes",
  "ipv6.opt": "label",
  "ipv6.opt.pad1": "label",
  "gre.routing": "label",
  "gtp.ext_hdr": "label",
  "teredo.auth": "label",
  "teredo.orig": "label",
  "http2.stream": "label",
  "tls.record": "label",
  "tls.handshake": "label",
  "tls.handshake.extensions": "label",
  "tls.alert_message": "label",
  "dns.tcp": "label",
  "dns.qry": "label",
  "dns.resp": "label",
  "mqtt.hdrflags": "label",
  "ppi.field": "label",
  "ip.opt": "label",
};

/** The type of a header as a whole, or of a field in it. */
export function filterTypeOf(id: string, field: Field | undefined): FilterType {
  return exceptions[id as FieldId] ?? (field ? typeByFormat(field) : "protocol");
}

function typeByFormat({ format, bits }: Field): FilterType {
  switch (format) {
    case "flag":
      return "boolean";
    case "mac":
    case "ipv4":
    case "ipv6":
    case "text":
      return format;
    case "octets":
      return "bytes";
    default:
      return bits <= 8 ? "uint8" : bits <= 16 ? "uint16" : bits <= 24 ? "uint24" : bits <= 32 ? "uint32" : "uint64";
  }
}
