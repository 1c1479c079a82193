import type { Arithmetic, Comparison, Range } from "./syntax";

/**
 * A value of a field. Texts are strings with one character for each byte of their UTF-8, since bytes are sliced, counted and matched.
 * Times are in nanoseconds.
 */
export type Value = number | bigint | string | Uint8Array | ProtocolBytes;

/** A protocol's value is its header's bytes; `contains` and `matches` look beyond them, up to the end of what it carries. */
export interface ProtocolBytes {
  readonly header: Uint8Array;
  readonly whole: Uint8Array;
}

const encoder = new TextEncoder();

/** A string with a character for each byte; made in pieces, since a call takes only so many arguments. */
export function binary(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + 8192));
  }
  return text;
}

/** A text as a string with a character for each byte of its UTF-8. */
export const binaryOf = (text: string) => binary(encoder.encode(text));

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const isProtocol = (value: Value): value is ProtocolBytes => typeof value === "object" && "header" in value;
const plain = (value: Value) => (isProtocol(value) ? value.header : value);

/** Below zero, zero or above it, as the left value is less, equal or more. Bytes are ordered by their length first. */
export function order(left: Value, right: Value): number {
  const [a, b] = [plain(left), plain(right)];
  if (a instanceof Uint8Array && b instanceof Uint8Array) return orderBytes(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function orderBytes(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}

/** Beside numbers without a sign, a negative one counts as what its bits say: more than any of them. */
export function orderUnsigned(left: Value, right: Value): number {
  return (left as number) >= 0 && (right as number) < 0 ? -1 : order(left, right);
}

/** Orders addresses by the first bits only, as many as the prefix has. */
export function orderWithin(prefix: number): (left: Value, right: Value) => number {
  const whole = prefix >> 3;
  const mask = (0xff00 >> (prefix & 7)) & 0xff;
  return (left, right) => {
    const [a, b] = [left as Uint8Array, right as Uint8Array];
    for (let i = 0; i < whole; i += 1) if (a[i] !== b[i]) return a[i] - b[i];
    return mask === 0 ? 0 : (a[whole] & mask) - (b[whole] & mask);
  };
}

export const accepts: Readonly<Record<Comparison, (order: number) => boolean>> = {
  "==": (order) => order === 0,
  "===": (order) => order === 0,
  "!=": (order) => order !== 0,
  "!==": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/** Whether one run of bytes is within another. As in Wireshark, an empty one is within bytes, but not within a text. */
export function contains(value: Value, searched: Value): boolean {
  const whole = isProtocol(value) ? value.whole : value;
  if (whole instanceof Uint8Array && searched instanceof Uint8Array && searched.length > 0)
    return indexOfBytes(whole, searched) >= 0;
  const part = asBinary(searched);
  const text = asBinary(value);
  return part === "" ? typeof value !== "string" && text !== "" : text.includes(part);
}

/** Looks for the first byte, which `indexOf` finds quickly, then compares the others. */
function indexOfBytes(whole: Uint8Array, part: Uint8Array): number {
  const last = whole.length - part.length;
  for (let at = whole.indexOf(part[0]); at >= 0 && at <= last; at = whole.indexOf(part[0], at + 1)) {
    let same = 1;
    while (same < part.length && whole[at + same] === part[same]) same += 1;
    if (same === part.length) return at;
  }
  return -1;
}

/** All the bytes of a value, one character each. */
export function asBinary(value: Value): string {
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) return binary(value);
  return isProtocol(value) ? binary(value.whole) : "";
}

/** The bytes of the ranges, one after another, up to the first range that is not all there. */
export function slice(value: Value, ranges: readonly Range[]): Uint8Array {
  const plainValue = plain(value) as string | Uint8Array;
  const of = typeof plainValue === "string" ? bytesOf(plainValue) : plainValue;
  const parts: Uint8Array[] = [];
  for (const { first, count } of ranges) {
    const start = first < 0 ? of.length + first : first;
    const end = count === undefined ? of.length : start + count;
    if (start < 0 || start >= of.length || end > of.length) break;
    parts.push(of.subarray(start, end));
  }
  return parts.length === 1 ? parts[0] : Uint8Array.from(parts.flatMap((part) => [...part]));
}

export function lengthOf(value: Value): number {
  const of = plain(value);
  return typeof of === "string" || of instanceof Uint8Array ? of.length : 0;
}

/** Whether a mask or a sum comes to zero: standing alone in a filter it is then false. */
export function isZero(value: Value): boolean {
  const of = plain(value);
  if (of instanceof Uint8Array) return of.every((byte) => byte === 0);
  return typeof of === "string" ? false : Number(of) === 0;
}

/** Masks bytes or an address; the result is as long as the shorter of both. */
export function maskBytes(value: Uint8Array, mask: Uint8Array): Uint8Array {
  return value.subarray(0, mask.length).map((byte, index) => byte & mask[index]);
}

/**
 * Calculates in a type of so many bits; nothing where the result has no room in it. As in Wireshark, the difference of numbers without
 * a sign may be negative, and has a sign from then on; to the right of a number without a sign, a negative one is what its bits say.
 */
export function calculate(
  operator: Arithmetic,
  a: bigint,
  right: bigint,
  bits: number,
  typeIsSigned: boolean,
): bigint | undefined {
  const signed = typeIsSigned || a < 0n;
  const b = signed ? right : BigInt.asUintN(bits, right);
  const [least, most] = signed ? [-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1) - 1n] : [0n, 2n ** BigInt(bits) - 1n];
  switch (operator) {
    case "+":
      return within(a + b, least, most);
    case "-":
      return within(a - b, -(2n ** BigInt(bits - 1)), most);
    case "*":
      return within(a * b, least, most);
    case "/":
      return b === 0n ? undefined : a / b;
    case "%":
      return b === 0n ? undefined : a % b;
    case "&":
      return a & b;
  }
}

const within = (value: bigint, least: bigint, most: bigint) => (value < least || value > most ? undefined : value);
