import { header, u32 } from "./header";

/** LINKTYPE_NULL (in the byte order of the host that captured) and LINKTYPE_LOOP (big-endian): an address family. */
export const loopback = header("null", { family: u32() });

/** AF_INET is 2 everywhere; AF_INET6 differs between the BSDs, macOS, Linux and Windows. */
export const addressFamilies: Readonly<Record<number, "ip" | "ipv6">> = {
  2: "ip",
  10: "ipv6",
  23: "ipv6",
  24: "ipv6",
  28: "ipv6",
  30: "ipv6",
};
