import { bits, header, text, u8, u24 } from "../header";

/** The client's first bytes (RFC 9113 §3.4). */
export const http2 = header("http2", { magic: text() });

/** RFC 9113 §4.1 */
export const http2Frame = header(
  "http2.stream",
  {
    length: u24("bytes"),
    type: u8("number", {
      names: {
        0: "DATA",
        1: "HEADERS",
        2: "PRIORITY",
        3: "RST_STREAM",
        4: "SETTINGS",
        5: "PUSH_PROMISE",
        6: "PING",
        7: "GOAWAY",
        8: "WINDOW_UPDATE",
        9: "CONTINUATION",
      },
    }),
    flags: u8("hex"),
    r: bits(1),
    streamid: bits(31),
  },
  "http2",
);
