import { header, octets, text, u8, u16, u24, type ValueNames } from "../header";

/** Versions go on from SSL 3.0: TLS 1.0 is 3.1 on the wire. RFC 8446 §4.1.3 has the newest. */
const tlsVersions: ValueNames = {
  768: "SSL 3.0",
  769: "TLS 1.0",
  770: "TLS 1.1",
  771: "TLS 1.2",
  772: "TLS 1.3",
};

export const tlsContent = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23, heartbeat: 24 } as const;

/** The protocol as a whole, with fields that only some of its records have. */
export const tls = header("tls", {
  "handshake.extensions_server_name": text(),
  "handshake.extensions_alpn_str": text(),
});

/** RFC 8446 §5.1; types: https://www.iana.org/assignments/tls-parameters */
export const tlsRecord = header("tls.record", {
  content_type: u8("number", {
    names: { 20: "Change Cipher Spec", 21: "Alert", 22: "Handshake", 23: "Application Data", 24: "Heartbeat" },
  }),
  version: u16("hex", { names: tlsVersions }),
  length: u16("bytes"),
});

const handshakeHead = {
  type: u8("number", {
    names: {
      0: "Hello Request",
      1: "Client Hello",
      2: "Server Hello",
      3: "Hello Verify Request",
      4: "New Session Ticket",
      5: "End of Early Data",
      8: "Encrypted Extensions",
      11: "Certificate",
      12: "Server Key Exchange",
      13: "Certificate Request",
      14: "Server Hello Done",
      15: "Certificate Verify",
      16: "Client Key Exchange",
      20: "Finished",
      21: "Certificate URL",
      22: "Certificate Status",
      24: "Key Update",
      25: "Compressed Certificate",
    },
  }),
  length: u24("bytes"),
};
/** RFC 8446 §4 */
export const tlsHandshake = header("tls.handshake", handshakeHead);
/** A hello of either side, with the fields that both have (RFC 8446 §4.1.2 and §4.1.3). */
export const tlsHello = header("tls.handshake", {
  ...handshakeHead,
  version: u16("hex", { names: tlsVersions }),
  random: octets(32),
});

/** The extension by which TLS 1.3 is chosen (RFC 8446 §4.2.1). */
export const tlsSupportedVersion = header(
  "tls.handshake.extensions",
  { supported_version: u16("hex", { names: tlsVersions }) },
  "tls.handshake.extensions",
);

/** RFC 8446 §6 */
export const tlsAlert = header("tls.alert_message", {
  level: u8("number", { names: { 1: "Warning", 2: "Fatal" } }),
  desc: u8("number", {
    names: {
      0: "Close Notify",
      10: "Unexpected Message",
      20: "Bad Record MAC",
      21: "Decryption Failed",
      22: "Record Overflow",
      30: "Decompression Failure",
      40: "Handshake Failure",
      41: "No Certificate",
      42: "Bad Certificate",
      43: "Unsupported Certificate",
      44: "Certificate Revoked",
      45: "Certificate Expired",
      46: "Certificate Unknown",
      47: "Illegal Parameter",
      48: "Unknown CA",
      49: "Access Denied",
      50: "Decode Error",
      51: "Decrypt Error",
      60: "Export Restriction",
      70: "Protocol Version",
      71: "Insufficient Security",
      80: "Internal Error",
      86: "Inappropriate Fallback",
      90: "User Canceled",
      100: "No Renegotiation",
      109: "Missing Extension",
      110: "Unsupported Extension",
      112: "Unrecognized Name",
      113: "Bad Certificate Status Response",
      115: "Unknown PSK Identity",
      116: "Certificate Required",
      120: "No application Protocol",
    },
  }),
});
