import { bits, flag, group, header, text, u16, u32, type ValueNames, variable } from "../header";

/** The usual ones of https://www.iana.org/assignments/dns-parameters. */
export const dnsTypes: ValueNames = {
  1: "A",
  2: "NS",
  5: "CNAME",
  6: "SOA",
  12: "PTR",
  13: "HINFO",
  15: "MX",
  16: "TXT",
  28: "AAAA",
  29: "LOC",
  33: "SRV",
  35: "NAPTR",
  39: "DNAME",
  41: "OPT",
  43: "DS",
  46: "RRSIG",
  47: "NSEC",
  48: "DNSKEY",
  50: "NSEC3",
  52: "TLSA",
  64: "SVCB",
  65: "HTTPS",
  99: "SPF",
  250: "TSIG",
  251: "IXFR",
  252: "AXFR",
  255: "ANY",
  257: "CAA",
};
const classes: ValueNames = { 1: "IN", 3: "CH", 254: "NONE", 255: "ANY" };

/** RFC 1035 §4.1.1, with AD and CD of RFC 4035 §3. */
export const dns = header("dns", {
  id: u16("hex"),
  flags: group({
    response: flag(),
    opcode: bits(4, "number", {
      names: {
        0: "Standard query",
        1: "Inverse query",
        2: "Server status request",
        4: "Zone change notification",
        5: "Dynamic update",
      },
    }),
    authoritative: flag(),
    truncated: flag(),
    recdesired: flag(),
    recavail: flag(),
    z: flag(),
    authenticated: flag(),
    checkdisable: flag(),
    rcode: bits(4, "number", {
      names: { 0: "No error", 1: "Format error", 2: "Server failure", 3: "No such name", 4: "Not implemented", 5: "Refused" },
    }),
  }),
  "count.queries": u16(),
  "count.answers": u16(),
  "count.auth_rr": u16(),
  "count.add_rr": u16(),
  a: variable("ipv4"),
  aaaa: variable("ipv6"),
  cname: text(),
  ns: text(),
  "ptr.domain_name": text(),
});

/** Over TCP, a message begins with its length (RFC 1035 §4.2.2). */
export const dnsLength = header("dns.tcp", { length: u16("bytes") }, "dns");

/** RFC 1035 §4.1.2 */
export const dnsQuestion = header("dns.qry", {
  name: text(),
  type: u16("number", { names: dnsTypes }),
  class: u16("hex", { names: classes }),
});

/** RFC 1035 §4.1.3 */
export const dnsRecord = header("dns.resp", {
  name: text(),
  type: u16("number", { names: dnsTypes }),
  class: u16("hex", { names: classes }),
  ttl: u32(),
  len: u16("bytes"),
});
