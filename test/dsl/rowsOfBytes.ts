/** Pieces of which texts with bytes are made: pairs and words, rows, and strings of programs. */

export const printable = (byte: number) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".");
export const asciiOf = (bytes: Uint8Array) => Array.from(bytes, printable).join("");
export const hexOf = (byte: number, width = 2) => byte.toString(16).padStart(width, "0");
export const digitsOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => hexOf(byte)).join("");

/** Digits in groups of some bytes each. */
export const grouped = (bytes: Uint8Array, size: number) => digitsOf(bytes).match(new RegExp(`.{1,${size * 2}}`, "g")) ?? [];

function rowsOf(bytes: Uint8Array, size: number): { at: number; row: Uint8Array }[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => ({
    at: i * size,
    row: bytes.subarray(i * size, (i + 1) * size),
  }));
}

export const byRow = (bytes: Uint8Array, size: number, print: (row: Uint8Array, at: number) => string) =>
  rowsOf(bytes, size).map(({ at, row }) => print(row, at));

export const tcpdumpRow = (row: Uint8Array, at: number) =>
  `\t0x${hexOf(at, 4)}:  ${grouped(row, 2).join(" ").padEnd(39)}  ${asciiOf(row)}`;

export const xxd =
  (group: number, columns = 16) =>
  (bytes: Uint8Array) => {
    const width = columns * 2 + Math.ceil(columns / group);
    return byRow(bytes, columns, (row, at) => `${hexOf(at, 8)}: ${grouped(row, group).join(" ").padEnd(width)} ${asciiOf(row)}`);
  };

/** The bytes of every word the other way round, the last filled up. */
export function swappedWords(row: Uint8Array, size: number): string[] {
  return rowsOf(row, size).map(({ row: word }) => {
    const whole = new Uint8Array(size);
    whole.set(word);
    return digitsOf(whole.reverse());
  });
}

export const wiresharkRows = (bytes: Uint8Array): string[] =>
  byRow(bytes, 16, (row, at) => `${hexOf(at, 4)} ${grouped(row, 1).join(" ")} ${asciiOf(row)}`);

/** Rows that were put on one line, which was wrapped again. */
export const wrappedAt = (width: number, rows: readonly string[]): string[] =>
  rows.join("  ").match(new RegExp(`.{1,${width}}(?: |$)`, "g")) ?? [];

/** As `%x` prints them, without the zero before a digit. */
export const unpadded = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16));

export const withLength = (rows: string[], length: string) => [...rows, length];
export const arrayRow = (row: Uint8Array) => Array.from(row, (byte) => `0x${hexOf(byte)}`).join(", ");
export const escaped = (row: Uint8Array) => Array.from(row, (byte) => `\\x${hexOf(byte)}`).join("");
export const inPython = (row: Uint8Array) =>
  Array.from(row, (byte) =>
    byte > 0x20 && byte < 0x7f && !"\\'\"".includes(String.fromCharCode(byte)) ? printable(byte) : `\\x${hexOf(byte)}`,
  ).join("");

/** Each row is labelled with its first byte and its last: `0010-001F:`. */
export const rowsOfSpans = (bytes: Uint8Array, size: number): string[] =>
  byRow(bytes, size, (row, at) => {
    const digits = grouped(row, 1)
      .join(" ")
      .toUpperCase()
      .padEnd(size * 3);
    return `D/HEX pkt: ${hexOf(at, 4)}-${hexOf(at + size - 1, 4)}: ${digits} ${asciiOf(row)}`;
  });
