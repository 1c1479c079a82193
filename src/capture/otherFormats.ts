/** What is recognised only to be refused by its name. `text/` has words for each. */
export interface OtherFormat {
  readonly name:
    | "snoop"
    | "netmon"
    | "netxray"
    | "sniffer"
    | "iptrace"
    | "zip"
    | "xz"
    | "bzip2"
    | "7z"
    | "compress"
    | "gzip"
    | "zstd"
    | "lz4"
    | "elf"
    | "pdf"
    | "png";
  readonly kind: "capture" | "packed" | "neither";
  /** Its first bytes, as characters of one byte each. */
  readonly magic: string;
}

const others: readonly OtherFormat[] = [
  // RFC 1761
  { name: "snoop", kind: "capture", magic: "snoop\0\0\0" },
  { name: "netmon", kind: "capture", magic: "GMBU" },
  { name: "netmon", kind: "capture", magic: "RTSS" },
  { name: "netxray", kind: "capture", magic: "XCP\0" },
  { name: "netxray", kind: "capture", magic: "VL\0\0" },
  { name: "sniffer", kind: "capture", magic: "TRSNIFF data    \x1a" },
  { name: "iptrace", kind: "capture", magic: "iptrace " },
  { name: "zip", kind: "packed", magic: "PK\x03\x04" },
  { name: "xz", kind: "packed", magic: "\xfd7zXZ\0" },
  { name: "bzip2", kind: "packed", magic: "BZh" },
  { name: "7z", kind: "packed", magic: "7z\xbc\xaf\x27\x1c" },
  { name: "compress", kind: "packed", magic: "\x1f\x9d" },
  { name: "gzip", kind: "packed", magic: "\x1f\x8b" },
  { name: "zstd", kind: "packed", magic: "\x28\xb5\x2f\xfd" },
  { name: "lz4", kind: "packed", magic: "\x04\x22\x4d\x18" },
  { name: "elf", kind: "neither", magic: "\x7fELF" },
  { name: "pdf", kind: "neither", magic: "%PDF-" },
  { name: "png", kind: "neither", magic: "\x89PNG\r\n" },
];

/** What a file is that is no capture we read, where its first bytes tell. */
export function otherFormat(head: Uint8Array): OtherFormat | undefined {
  const text = String.fromCharCode(...head.subarray(0, 32));
  return others.find(({ magic }) => text.startsWith(magic));
}
