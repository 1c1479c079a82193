/** The width of a tab, in letters. */
const tabWidth = 4;
const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const decoder = new TextDecoder();
/** Characters that cannot be seen, or would turn the direction of those around them. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}]/u;

/** Where a row of text that begins at `from` ends: behind its line feed, or where all columns are used. */
export function endOfRow(bytes: Uint8Array, from: number, end: number, columns: number): number {
  let width = 0;
  let at = from;
  while (at < end) {
    if (bytes[at] === lineFeed) return at + 1;
    const size = sizeOfCharacter(bytes, at, end);
    // a character of three bytes or more in UTF-8 is mostly as wide as two letters
    const own = bytes[at] === tab ? tabWidth : size >= 3 ? 2 : 1;
    if (width + own > columns && at > from && bytes[at] !== carriageReturn) return at;
    width += own;
    at += size;
  }
  return at;
}

/** Bytes of a row as UTF-8, with a dot for each that is none or cannot be seen; the line feed at the end is left out. */
export function printed(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const size = sizeOfCharacter(bytes, at, bytes.length);
    text += printedCharacter(bytes, at, size);
    at += size;
  }
  return text;
}

function printedCharacter(bytes: Uint8Array, at: number, size: number): string {
  const [byte] = bytes.subarray(at);
  if (byte === tab) return " ".repeat(tabWidth);
  const isLast = at + size === bytes.length;
  if (byte === lineFeed && isLast) return "";
  if (byte === carriageReturn && (isLast || bytes[at + 1] === lineFeed)) return "";
  if (size === 1) return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".";
  const character = decoder.decode(bytes.subarray(at, at + size));
  return unprintable.test(character) ? "." : character;
}

/** How many bytes the character at a place has; 1 if it is no UTF-8 (RFC 3629 §4). */
function sizeOfCharacter(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at];
  const size = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
  if (at + size > end) return 1;
  for (let i = 1; i < size; i += 1) if ((bytes[at + i] & 0xc0) !== 0x80) return 1;
  const second = bytes[at + 1];
  const isOverlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const isBeyond = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return isOverlong || isBeyond ? 1 : size;
}
