import { header, u8, u16 } from "./header";

/** Address and control, which both ends may agree to leave out (RFC 1662 §3.1). */
export const pppFraming = header("ppp", { address: u8("hex"), control: u8("hex") });
/** Two octets, or one where the first would be zero (RFC 1661 §2). */
export const pppProtocol = header("ppp", { protocol: u16("hex") });
export const pppProtocolShort = header("ppp", { protocol: u8("hex") });
export const pppAllStations = 0xff;
/** PPP_WITH_DIR and the like: whether the frame was sent or received. */
export const pppDirection = header("ppp", { direction: u8("hex") });

/** Cisco's HDLC, whose header ends with an EtherType (RFC 1547 §4.3.1). */
export const ciscoHdlc = header("chdlc", { address: u8("hex"), control: u8("hex"), protocol: u16("hex") });

export const pppTables = [pppFraming, pppProtocol, pppDirection, ciscoHdlc] as const;
