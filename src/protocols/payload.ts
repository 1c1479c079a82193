import { header } from "./header";

/** Bytes that no table describes. */
export const data = header("data", {});
/** What TCP carries. */
export const tcpPayload = header("tcp.payload", {});
/** Bytes after the end of the IP packet: Ethernet fills up short frames to 60 bytes. */
export const padding = header("eth.padding", {});

export const payload = [data, tcpPayload, padding] as const;
