import { asciiOf, byRow, grouped, hexOf } from "./rowsOfBytes";

/** How sniffers and tracers print a packet that they saw: each gives the lines of a text. */

const digitsOf = (row: Uint8Array) => grouped(row, 1).join("");
const pairs = (row: Uint8Array) => grouped(row, 1).join(" ");
const parted = (row: Uint8Array) => `${pairs(row.subarray(0, 8))}  ${pairs(row.subarray(8))}`.trimEnd();

/** Letters as they are, everything else by its number. */
const withLetters = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x5c ? String.fromCharCode(byte) : `\\x${hexOf(byte)}`,
  ).join("");

export const printsOfSniffers: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
  "bpftrace's buf": (bytes) => ["Attaching 1 probe...", withLetters(bytes)],
  "HP's netfmt": (bytes) =>
    byRow(bytes, 16, (row, at) => {
      const digits = pairs(row) + " --".repeat(16 - row.length);
      return `${String(at).padStart(4)}: ${digits}  ${asciiOf(row)}`;
    }),
  "PacketDotNet's PrintHex": (bytes) => [
    "Data:  Segment:                   Bytes:                     Ascii:",
    `Data:  ${"-".repeat(74)}`,
    ...byRow(bytes, 16, (row, at) => `Data:  ${hexOf(at, 4)}  ${parted(row).padEnd(49)}    ${asciiOf(row)}`),
  ],
  "IDA's hex view": (bytes) =>
    byRow(bytes, 16, (row, at) => `.data:${hexOf(0x404010 + at, 8)}  ${parted(row).toUpperCase().padEnd(48)}  ${asciiOf(row)}`),
  "PacketFu's inspect_hex": (bytes) => [
    "00-01-02-03-04-05-06-07-08-09-0a-0b-0c-0d-0e-0f---0123456789abcdef",
    ...byRow(bytes, 16, (row) => `${pairs(row).padEnd(48)}  ${asciiOf(row)}`),
  ],
  "tshark's JSON for Elasticsearch": (bytes) => [
    `{"timestamp":"1700000000000","layers":{"frame_raw":"${digitsOf(bytes)}","frame":{"frame_frame_number":"1"}}}`,
  ],
};
