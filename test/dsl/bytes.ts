/** Numbers in network order, one after another: `join(u16(80), u8(5))`. */
export const u8 = (value: number): Uint8Array => Uint8Array.of(value);
export const u16 = (value: number): Uint8Array => Uint8Array.of(value >>> 8, value);
export const u32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
export const u16le = (value: number): Uint8Array => u16(value).reverse();
export const u32le = (value: number): Uint8Array => u32(value).reverse();

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** `"45 00 00 3c"`: spaces and line breaks are for the reader. */
export function hex(digits: string): Uint8Array {
  return Uint8Array.from(digits.replace(/\s+/g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const zeros = (count: number): Uint8Array => new Uint8Array(count);

export function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
