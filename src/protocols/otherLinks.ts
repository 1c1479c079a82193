import { header, mac, u8, u16 } from "./header";

/** LINKTYPE_NFLOG: what Linux's firewall logged, as a list of typed values. */
export const nflog = header("nflog", { family: u8(), version: u8(), res_id: u16() });
/** In the byte order of the machine that captured. */
export const nflogValue = header("nflog.tlv", { tlv_length: u16("bytes"), tlv_type: u16() }, "nflog");
export const nflogPayload = 9;
export const nflogFamilies: Readonly<Record<number, "ip" | "ipv6">> = { 2: "ip", 10: "ipv6" };

/** ISO 9314-2; frames with LLC have 5 in the upper half of the first octet. */
export const fddi = header("fddi", { fc: u8("hex"), dst: mac(), src: mac() });
export const fddiLlcFrame = 0x50;

export const otherLinkTables = [nflog, nflogValue, fddi] as const;
