import type { Search } from "../contract/list";

const sizes = 256;

/** Bytes that are searched for in others, with Horspool's algorithm, which skips as far as the byte that does not fit allows. */
export class BytePattern {
  private readonly wanted: Uint8Array;
  private readonly skips = new Int32Array(sizes);

  /** `alike` gives for each byte the one that it is compared as. */
  constructor(
    wanted: Uint8Array,
    private readonly alike: Uint8Array,
  ) {
    this.wanted = wanted.map((byte) => alike[byte]);
    const last = wanted.length - 1;
    this.skips.fill(wanted.length);
    for (let i = 0; i < last; i += 1) this.skips[this.wanted[i]] = last - i;
  }

  get length(): number {
    return this.wanted.length;
  }

  isIn(bytes: Uint8Array): boolean {
    return this.indexIn(bytes) >= 0;
  }

  /** The first place of the pattern from a place on; -1 where there is none. */
  indexIn(bytes: Uint8Array, from = 0): number {
    const { wanted, alike, skips } = this;
    const last = wanted.length - 1;
    for (let end = from + last; end < bytes.length; end += skips[alike[bytes[end]]]) {
      let i = last;
      while (i >= 0 && alike[bytes[end - last + i]] === wanted[i]) i -= 1;
      if (i < 0) return end - last;
    }
    return -1;
  }
}

const exact = Uint8Array.from({ length: sizes }, (_, byte) => byte);
/** Treats small and capital letters of ASCII alike. */
const folded = exact.map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

/** The patterns to search for; nothing if digits are no whole bytes. Text is searched for in UTF-8, and in UTF-16 as Windows writes it. */
export function patternsOf({ kind, text }: Search): readonly BytePattern[] | undefined {
  if (kind === "hex") {
    const bytes = bytesOfHex(text);
    return bytes && [new BytePattern(bytes, exact)];
  }
  return [new TextEncoder().encode(text), utf16(text)].map((bytes) => new BytePattern(bytes, folded));
}

/** Reads `0d 0a`, `0D:0A` or `0x0d0a`; nothing if that is not whole bytes. */
function bytesOfHex(text: string): Uint8Array | undefined {
  const digits = text.replace(/0x/gi, "").replace(/[\s:,.-]/g, "");
  if (digits.length === 0 || digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) return undefined;
  return Uint8Array.from(digits.match(/../g)!, (byte) => Number.parseInt(byte, 16));
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), true);
  return bytes;
}
