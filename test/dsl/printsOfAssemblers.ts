import { byRow, grouped, hexOf } from "./rowsOfBytes";

/** How assemblers, disassemblers and Basic write bytes and words down: each gives the lines of a text. */

/** Words of so many bytes, the last filled up; those of a little-endian machine the other way round. */
const wordsOf = (row: Uint8Array, size: number, order: "big" | "little" = "big"): string[] =>
  grouped(row, size).map((word) => {
    const pairs = word.padEnd(size * 2, "0").match(/../g) ?? [];
    return (order === "big" ? pairs : pairs.reverse()).join("");
  });
const marked = (words: readonly string[]) => words.map((word) => `0x${word}`).join(", ");
const withoutZeros = (words: readonly string[]) => words.map((word) => `0x${Number.parseInt(word, 16).toString(16)}`).join(", ");

/** Numbers below ten need no base; a letter may not begin one. */
function inIda(byte: number): string {
  if (byte < 10) return String(byte);
  const digits = byte.toString(16).toUpperCase();
  return `${/^\d/.test(digits) ? "" : "0"}${digits}h`;
}
const listing = (at: number, name: string, operands: string) =>
  `.data:${hexOf(0x403000 + at, 8).toUpperCase()} ${(at === 0 ? name : "").padEnd(16)}db ${operands}`;

export const printsOfAssemblers: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
  "words of an assembler": (bytes) => ["packet:", ...byRow(bytes, 16, (row) => `\t.word ${marked(wordsOf(row, 4))} # header`)],
  "words of a little-endian assembler": (bytes) =>
    byRow(bytes, 16, (row) => `        .word\t${marked(wordsOf(row, 4, "little"))}`),
  "words without zeros": (bytes) => byRow(bytes, 16, (row) => `\t.long ${withoutZeros(wordsOf(row, 4))}`),
  "a word on each line": (bytes) => byRow(bytes, 4, (row) => `\t.4byte ${marked(wordsOf(row, 4))}`),
  "half words of an assembler": (bytes) => byRow(bytes, 16, (row) => `    .hword ${marked(wordsOf(row, 2))}`),
  "half words that may be words": (bytes) => byRow(bytes, 8, (row) => `    .word ${withoutZeros(wordsOf(row, 2, "little"))}`),
  "MASM's words": (bytes) =>
    byRow(
      bytes,
      16,
      (row, at) =>
        `${at === 0 ? "pkt " : "    "}dw ${wordsOf(row, 2)
          .map((word) => `0${word}h`)
          .join(", ")}`,
    ),
  "NASM's double words": (bytes) => byRow(bytes, 16, (row) => `    dd ${marked(wordsOf(row, 4, "little"))}`),
  "words of a 68000": (bytes) =>
    byRow(
      bytes,
      16,
      (row) =>
        `\tdc.l\t${wordsOf(row, 4)
          .map((word) => `$${word}`)
          .join(",")}`,
    ),
  "IDA's bytes": (bytes) => byRow(bytes, 16, (row) => `db ${Array.from(row, inIda).join(", ")}`),
  "IDA's listing": (bytes) => byRow(bytes, 16, (row, at) => listing(at, "byte_403000", Array.from(row, inIda).join(", "))),
  "IDA's listing, a byte on each line": (bytes) =>
    Array.from(bytes, (byte, at) => {
      const sign = byte > 0x20 && byte < 0x7f ? ` ; ${String.fromCharCode(byte)}` : "";
      return `${listing(at, "unk_403000", inIda(byte).padStart(4))}${sign}`;
    }),
  "Basic's data": (bytes) =>
    byRow(bytes, 10, (row, at) => `${1000 + at} DATA ${Array.from(row, (byte) => `&H${hexOf(byte).toUpperCase()}`).join(",")}`),
  "Basic's data in decimal": (bytes) => byRow(bytes, 10, (row, at) => `${1000 + at} DATA ${Array.from(row).join(",")}`),
  "Basic's data without numbers of lines": (bytes) => byRow(bytes, 10, (row) => `  DATA ${Array.from(row).join(", ")}`),
};
