import { header } from "./header";

/** Bytes that no table describes. */
export const data = header("data", {});
/** What TCP carries. */
export const tcpPayload = header("tcp.payload", {});
/** Bytes after the end that IP names: Ethernet fills short frames up to 60 bytes. */
export const padding = header("eth.padding", {});

export const payload = [data, tcpPayload, padding] as const;
