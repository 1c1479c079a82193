const zero = 48;
const nine = 57;
/** Numbers of up to so many digits are compared by value; longer ones by how many digits they have, and then digit by digit. */
const mostDigits = 15;
const longNumber = nine;

/** So many bytes of a text's key are compared at once. */
export const keyPart = 8;

/**
 * Writes a part of the key by which texts are sorted, `keyPart` bytes from `from` on as two numbers, and says whether there is more
 * of it. Keys are compared byte by byte, and order texts as people do: small and capital letters alike, numbers by their value. In a key,
 * a number is a byte that says how many bytes follow, then these; zeros fill up a key that has ended, and nothing in it begins with one.
 */
export function writeTextKey(text: string, from: number, high: Uint32Array, low: Uint32Array, row: number): boolean {
  const end = from + keyPart;
  let at = 0;
  let [upper, lower] = [0, 0];
  const put = (byte: number): void => {
    if (at >= from && at < end) {
      const shift = 24 - ((at - from) & 3) * 8;
      if (at - from < 4) upper |= byte << shift;
      else lower |= byte << shift;
    }
    at += 1;
  };
  let next = 0;
  while (next < text.length && at < end) {
    const code = text.charCodeAt(next);
    if (code < zero || code > nine) {
      putCharacter(code, put);
      next += 1;
      continue;
    }
    let after = next + 1;
    while (after < text.length && text.charCodeAt(after) >= zero && text.charCodeAt(after) <= nine) after += 1;
    putNumber(text.slice(next, after), put);
    next = after;
  }
  high[row] = upper;
  low[row] = lower;
  return next < text.length || at >= end;
}

function putCharacter(code: number, put: (byte: number) => void): void {
  if (code < 0x80) put(code >= 65 && code <= 90 ? code + 32 : Math.max(1, code));
  else {
    put(0xe0 | (code >>> 12));
    put(0x80 | ((code >>> 6) & 0x3f));
    put(0x80 | (code & 0x3f));
  }
}

function putNumber(digits: string, put: (byte: number) => void): void {
  if (digits.length > mostDigits) {
    put(longNumber);
    put(Math.min(0xff, digits.length));
    for (const digit of digits) put(digit.charCodeAt(0));
    return;
  }
  const value = Number(digits);
  let size = 1;
  while (value >= 256 ** size) size += 1;
  put(zero + size);
  for (let i = size - 1; i >= 0; i -= 1) put(Math.floor(value / 256 ** i) & 0xff);
}
