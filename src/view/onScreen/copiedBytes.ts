/** The formats in which bytes are copied. */
export const byteFormats = ["text", "hex", "dump", "array", "base64"] as const;
export type ByteFormat = (typeof byteFormats)[number];

export function copiedBytes(bytes: Uint8Array, format: ByteFormat, name: string): string {
  return writers[format](bytes, name);
}

const digits = (byte: number) => byte.toString(16).padStart(2, "0");
/** How many bytes a row of a dump has, and one of an array. */
const perRow = 16;
const perArrayRow = 12;

export const asHex = (bytes: Uint8Array): string => Array.from(bytes, digits).join(" ");
/** Bytes as ASCII, with dots for those that cannot be printed. */
export const asAscii = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");

const writers: Readonly<Record<ByteFormat, (bytes: Uint8Array, name: string) => string>> = {
  text: asText,
  hex: asHex,
  dump: (bytes) => rowsOf(bytes, perRow).map(dumpRow).join("\n"),
  array: (bytes, name) =>
    `unsigned char ${name}[${bytes.length}] = {\n${rowsOf(bytes, perArrayRow)
      .map((row) => `  ${Array.from(row, (byte) => `0x${digits(byte)}`).join(", ")}`)
      .join(",\n")}\n};`,
  base64: (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")),
};

/** Bytes as UTF-8 if they are that; otherwise as ASCII, with dots for those that cannot be printed. */
function asText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!hasControls(text)) return text;
  } catch {
    // they are no UTF-8
  }
  return Array.from(bytes, (byte) => (byte < 0x7f && isPlain(byte) ? String.fromCharCode(byte) : ".")).join("");
}

const isPlain = (code: number) => (code >= 0x20 && code !== 0x7f) || code === 0x09 || code === 0x0a || code === 0x0d;
const hasControls = (text: string) => [...text].some((character) => !isPlain(character.codePointAt(0)!));

/** A row as `hexdump -C` and Wireshark lay it out, so that it can be pasted wherever dumps are read. */
function dumpRow(row: Uint8Array, index: number): string {
  return `${(index * perRow).toString(16).padStart(4, "0")}  ${asHex(row).padEnd(perRow * 3 - 1)}  ${asAscii(row)}`;
}

function rowsOf(bytes: Uint8Array, width: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / width) }, (_, row) => bytes.subarray(row * width, (row + 1) * width));
}
