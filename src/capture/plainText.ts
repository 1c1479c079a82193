/** Bytes that `isPlainText` would see: a binary file shows itself in them. */
export const plainTextHead = 1024;

/** Control characters that texts have: those that move on the page, and the one that begins a terminal's colours. */
const usual = new Set([0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);

/** Whether a file is a text in UTF-8 or an older encoding of bytes, or in UTF-16 with its mark, by how it begins. */
export function isPlainText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return head.every((byte) => (byte >= 0x20 ? byte !== 0x7f : usual.has(byte)));
}
