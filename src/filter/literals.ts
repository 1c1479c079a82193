import type { FilterType } from "../protocols/filterTypes";
import { readIpv4, readIpv6 } from "./addressLiterals";
import type { FilterField } from "./fields";
import { fail } from "./problem";
import type { Operand } from "./syntax";
import { readDuration, readTime } from "./timeLiterals";
import { bitsOf, isInteger, isSigned, typeName } from "./types";
import { binaryOf, bytesOf, type Value } from "./values";

/** A value as the filter writes it, and how many of an address's bits count. */
export interface Constant {
  readonly value: Value;
  readonly prefix?: number;
}

type Literal = Extract<Operand, { type: "word" | "string" | "character" }>;

/** What a value has to be: its type, the field that may have names for its values, and whether a piece of a MAC address will do. */
export interface Expected {
  readonly type: FilterType;
  readonly field?: FilterField | undefined;
  readonly piece?: boolean;
}

/** Reads a value by the type of what it is compared with, as Wireshark does. */
export function readLiteral(literal: Literal, expected: Expected): Constant {
  switch (literal.type) {
    case "string":
      return { value: fromString(literal, unescaped(literal), expected) };
    case "character":
      return { value: fromCharacter(literal, readCharacter(literal), expected) };
    case "word":
      return fromWord(literal, literal.text.replace(/^:(?!:)/, ""), expected);
  }
}

function fromString(literal: Literal, text: string, { type, field }: Expected): Value {
  switch (type) {
    case "text":
      return text;
    case "bytes":
    case "protocol":
      return bytesOf(text);
    case "time":
      return readTime(text) ?? refuse(literal, text, { type, field });
  }
  const named = field && namedValue(field, text);
  if (named !== undefined) return named;
  if (field && (field.names || type === "boolean")) return fail(literal, { kind: "value-name", found: text, field: field.name });
  return fail(literal, { kind: "no-string", found: text, type: typeName[type] });
}

function fromCharacter(literal: Literal, code: number, { type, field }: Expected): Value {
  if (isInteger(type) && type !== "frame-number") return code;
  switch (type) {
    case "boolean":
      return code === 0 ? 0 : 1;
    case "bytes":
    case "protocol":
      return Uint8Array.of(code);
    case "text":
      return String.fromCharCode(code);
    default:
      return refuse(literal, `'${literal.type === "character" ? literal.source : ""}'`, { type, field });
  }
}

function fromWord(literal: Literal, text: string, expected: Expected): Constant {
  const { type, field, piece } = expected;
  const orRefuse = (value: Value | undefined) => ({ value: value ?? refuse(literal, text, expected) });
  if (isInteger(type)) return { value: readNumber(literal, text, expected) };
  switch (type) {
    case "boolean":
      return orRefuse(readBoolean(text) ?? (field && namedValue(field, text)));
    case "text":
      return { value: binaryOf(text) };
    case "bytes":
    case "protocol":
      return orRefuse(readBytes(text));
    case "mac": {
      const bytes = readBytes(text);
      return orRefuse(bytes && (piece || bytes.length === 6) ? bytes : undefined);
    }
    case "ipv4":
      return readIpv4(text) ?? orRefuse(undefined);
    case "ipv6":
      return readIpv6(text) ?? orRefuse(undefined);
    case "time":
      return orRefuse(readTime(text));
    case "duration":
      return orRefuse(readDuration(text));
    default:
      return orRefuse(undefined);
  }
}

function refuse(literal: Literal, text: string, { type, field }: Expected): never {
  return fail(literal, { kind: "value", found: text, field: field?.name ?? "", type: typeName[type] });
}

const decimal = /^\d+$/;
const radixes: readonly (readonly [RegExp, string, number])[] = [
  [/^0[xX][0-9A-Fa-f]+$/, "0x", 2],
  [/^0[bB][01]+$/, "0b", 2],
  [/^0[0-7]+$/, "0o", 1],
];

/** A number: decimal, hex after `0x`, binary after `0b`, octal after a zero. */
export function readInteger(text: string): bigint | undefined {
  for (const [pattern, prefix, skip] of radixes) if (pattern.test(text)) return BigInt(prefix + text.slice(skip));
  return decimal.test(text) && !/^0\d/.test(text) ? BigInt(text) : undefined;
}

function readNumber(literal: Literal, text: string, expected: Expected): Value {
  const { type, field } = expected;
  const number = readInteger(text);
  const bits = bitsOf(type)!;
  if (number === undefined) {
    const named = field && namedValue(field, text);
    if (named !== undefined) return named;
    return fail(literal, field?.names ? { kind: "value-name", found: text, field: field.name } : { kind: "number", found: text });
  }
  const most = 2n ** BigInt(isSigned(type) ? bits - 1 : bits) - 1n;
  if (number > most) return fail(literal, { kind: "too-big", found: text, most: String(most) });
  return bits > 32 ? number : Number(number);
}

const setNames: Readonly<Record<string, number>> = { set: 1, "not set": 0 };

/** The number that a name stands for, in whatever case it is written. */
function namedValue({ type, names = {} }: FilterField, text: string): number | undefined {
  if (type === "boolean") return setNames[text.toLowerCase()];
  const wanted = text.toLowerCase();
  const found = Object.entries(names).filter(([, name]) => name.toLowerCase() === wanted);
  return found.length > 0 ? Number(found[0][0]) : undefined;
}

/** Only `True` and `TRUE`, `False` and `FALSE`, and numbers. */
function readBoolean(text: string): number | undefined {
  if (text === "True" || text === "TRUE") return 1;
  if (text === "False" || text === "FALSE") return 0;
  const number = readInteger(text);
  return number === undefined ? undefined : number === 0n ? 0 : 1;
}

/** Hex digits in pairs, with or without `:`, `.` or `-` between them; a digit may stand alone between marks and at the end. */
export function readBytes(text: string): Uint8Array | undefined {
  const hex = /^0[xX]([0-9A-Fa-f]{2})$/.exec(text)?.[1] ?? text;
  const marked = /[:.-]/.test(hex);
  const parts = marked ? hex.split(/[:.-]/) : (hex.match(/..?/g) ?? []);
  if (parts.length === 0) return undefined;
  const bytes: number[] = [];
  for (const part of parts) {
    const pairs = /^(?:[0-9A-Fa-f]{2})+$/.test(part) ? part.match(/../g)! : /^[0-9A-Fa-f]$/.test(part) ? [part] : undefined;
    if (!pairs) return undefined;
    bytes.push(...pairs.map((pair) => Number.parseInt(pair, 16)));
  }
  return Uint8Array.from(bytes);
}

const controls: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "'": "'",
  '"': '"',
  "\\": "\\",
};
const escapes = /\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([\s\S]))/g;

/** The bytes that a quoted string says, a character for each; in a raw string every backslash stands for itself. */
export function unescaped(literal: Extract<Operand, { type: "string" }>): string {
  const { source, raw } = literal;
  if (raw) return binaryOf(source);
  let text = "";
  let done = 0;
  for (const found of source.matchAll(escapes)) {
    const [whole, octal, hex, short, long, letter] = found;
    const wrong = (): never => {
      const start = literal.start + 1 + found.index;
      return fail({ start, end: start + whole.length }, { kind: "escape", found: whole });
    };
    text += binaryOf(source.slice(done, found.index));
    const universal = short ?? long;
    if (octal !== undefined) text += String.fromCharCode(Number.parseInt(octal, 8) > 255 ? wrong() : Number.parseInt(octal, 8));
    else if (hex !== undefined) text += String.fromCharCode(Number.parseInt(hex, 16));
    else if (universal !== undefined) text += binaryOf(universalCharacter(Number.parseInt(universal, 16)) ?? wrong());
    else text += controls[letter] ?? wrong();
    done = found.index + whole.length;
  }
  return text + binaryOf(source.slice(done));
}

/** Universal characters as C allows them: no ASCII but `$`, `@` and the grave accent, no half of a surrogate pair. */
function universalCharacter(code: number): string | undefined {
  const isAscii = code < 0xa0 && code !== 0x24 && code !== 0x40 && code !== 0x60;
  return isAscii || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

/** One printable character between apostrophes, or an escape that names it. */
function readCharacter(literal: Extract<Operand, { type: "character" }>): number {
  const { source } = literal;
  const wrong = (): never => fail(literal, { kind: "character", found: source });
  const found = /^\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|([^0-7xuU]))$/.exec(source);
  if (!found) return /^[\x20-\x7e]$/.test(source) && source !== "\\" ? source.charCodeAt(0) : wrong();
  const [, octal, hex, letter] = found;
  if (letter !== undefined) return controls[letter]?.charCodeAt(0) ?? wrong();
  const code = octal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(octal, 8);
  return code > 255 ? wrong() : code;
}
