import { bits, flag, header, mac, octets, u8, u16 } from "./header";

/** IEEE 802.3 §3.2, without preamble and checksum; `type` is a length below 1536. */
export const ethernet = header("eth", { dst: mac(), src: mac(), type: u16("hex") });
/** The bit in an address's first octet that makes it a local one, which nobody assigned (IEEE 802 §8.2). */
export const localAddress = 0x02;
/** Up to this number the type field is a length (IEEE 802.3 §3.2.6). */
export const largestLength = 1500;

/** A tag between addresses and type; several may follow one another (IEEE 802.1Q §9.6). */
export const vlan = header("vlan", { priority: bits(3), dei: flag(), id: bits(12), etype: u16("hex") });

/** Which protocol sends and which receives (IEEE 802.2 §3). */
export const llc = header("llc", { dsap: u8("hex"), ssap: u8("hex"), control: u8("hex") });
/** Information and supervisory frames have a second control octet. */
export const llcLongControl = header("llc", { "control.second": u8("hex") });
/** SNAP: an organisation and its protocol number, mostly an EtherType (IEEE 802 §10.3). */
export const snap = header("llc", { oui: octets(3), type: u16("hex") });
export const serviceAccessPoint = { snap: 0xaa, ip: 0x06 } as const;

/** RFC 3032 §2.1 */
export const mpls = header("mpls", { label: bits(20), exp: bits(3), bottom: flag(), ttl: u8() });
/** The control word before Ethernet in a pseudowire (RFC 4385 §3). */
export const pseudowireControl = header("pwethcw", { control: octets(2), sequence_number: u16() });

/** RFC 2516 §4 */
export const pppoe = header("pppoe", {
  version: bits(4),
  type: bits(4),
  code: u8("hex"),
  session_id: u16("hex"),
  payload_length: u16("bytes"),
});

export const ethernetTables = [ethernet, vlan, llc, llcLongControl, snap, mpls, pseudowireControl, pppoe] as const;
