import { byRow, digitsOf, grouped } from "./rowsOfBytes";

/** Bytes with no offset beside them: each gives the lines of a text. */
export const bytesAlone: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
  "rows of pairs": (bytes) => byRow(bytes, 16, (row) => grouped(row, 1).join(" ")),
  "rows of words": (bytes) => byRow(bytes, 16, (row) => grouped(row, 2).join(" ")),
  "one line of pairs": (bytes) => [grouped(bytes, 1).join(" ")],
  "pairs with colons": (bytes) => [grouped(bytes, 1).join(":")],
  "hex stream": (bytes) => [digitsOf(bytes)],
  "hex stream with 0x": (bytes) => [`0x${digitsOf(bytes)}`],
  "pairs with colons in a log": (bytes) => [`2024-01-02 10:00:00.123 DEBUG eth0 rx: ${grouped(bytes, 1).join(":")}`],
  "strings put together": (bytes) => {
    const rows = byRow(bytes, 24, digitsOf);
    return rows.map(
      (row, i) => `${i === 0 ? "const packet = Buffer.from(" : "  "}'${row}'${i < rows.length - 1 ? " +" : ", 'hex');"}`,
    );
  },
  "strings with comments": (bytes) => {
    const rows = byRow(bytes, 12, digitsOf);
    return rows.map((row, i) => `    "${row}"${i < rows.length - 1 ? " + // four bytes and more of them" : ""}`);
  },
  "hex stream within a sentence": (bytes) => [`This prints \`${digitsOf(bytes)}\`, which is a frame.`],
  "hex stream, wrapped anywhere": (bytes) => digitsOf(bytes).match(/.{1,71}/g) ?? [],
  "rows of pairs in one string of JSON": (bytes) => [JSON.stringify(bytesAlone["rows of pairs"](bytes).join("\n"))],
};
