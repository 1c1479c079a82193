import { header, mac, u16 } from "./header";

/** IEEE 802.3 §3.2, without preamble and checksum; `type` is a length below 1536. */
export const ethernet = header("eth", { dst: mac(), src: mac(), type: u16("hex") });
