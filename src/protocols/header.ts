/**
 * The language in which headers are written down: an ordered list of fields, from which offsets, masks and filter names follow.
 * No field is read here, and there are no words for people.
 */

/** How a value is shown, after it was multiplied by its `unit`. */
export type Format =
  | "number"
  | "hex"
  | "port"
  | "flag"
  | "flags"
  | "mac"
  | "ipv4"
  | "ipv6"
  | "bytes"
  | "octets"
  | "text"
  | "none";

/** Names of some values, as their registry spells them. */
export type ValueNames = Readonly<Record<number, string>>;

export interface Spec {
  readonly bits: number;
  readonly format: Format;
  /** What the number on the wire is multiplied by: 4 for a length in 32-bit words. */
  readonly unit?: number;
  readonly names?: ValueNames;
  /** Its lowest byte comes first, unlike the usual order on networks. */
  readonly littleEndian?: true;
  readonly parts?: Specs;
}

export type Specs = Readonly<Record<string, Spec>>;

export interface Field extends Pick<Spec, "bits" | "format"> {
  /** Wireshark's display-filter name. */
  readonly id: string;
  readonly unit: number | undefined;
  readonly names: ValueNames | undefined;
  readonly littleEndian: true | undefined;
  /** First byte, from the start of the header. */
  readonly offset: number;
  /** How many bytes it touches. */
  readonly length: number;
  /** First bit within these bytes, counted from the most significant. */
  readonly bit: number;
  readonly shift: number;
  readonly mask: number;
  /** Its place in the order of its header. */
  readonly index: number;
  readonly parts: readonly Field[];
}

export interface Header<Id extends string = string, Prefix extends string = string, Fields extends Specs = Specs> {
  /** Name of the header as a whole. */
  readonly id: Id;
  /** What its fields' names begin with, mostly the header's name. */
  readonly prefix: Prefix;
  /** Bytes of the fixed part. */
  readonly size: number;
  readonly fields: { readonly [Name in keyof Fields]: Field };
  /** The fields of the fixed part, in wire order. */
  readonly order: readonly Field[];
}

/** Every name that comes from a header: its own, its fields' and their parts'. */
export type IdsOf<H> = H extends Header<infer Id, infer Prefix, infer Fields> ? Id | FieldIds<Prefix, Fields> : never;
type FieldIds<Prefix extends string, Fields extends Specs> = {
  [Name in keyof Fields & string]:
    | `${Prefix}.${Name}`
    | (Fields[Name] extends { readonly parts: infer Parts } ? `${Prefix}.${Name}.${keyof Parts & string}` : never);
}[keyof Fields & string];

interface Options {
  readonly names?: ValueNames;
  readonly unit?: number;
}

export const bits = (count: number, format: Format = "number", options: Options = {}): Spec => ({
  bits: count,
  format,
  ...options,
});
export const u8 = (format: Format = "number", options: Options = {}): Spec => bits(8, format, options);
export const u16 = (format: Format = "number", options: Options = {}): Spec => bits(16, format, options);
export const u24 = (format: Format = "number"): Spec => bits(24, format);
export const u32 = (format: Format = "number"): Spec => bits(32, format);
export const u64 = (format: Format = "number"): Spec => bits(64, format);
export const u16le = (format: Format = "number"): Spec => ({ ...u16(format), littleEndian: true });
export const u32le = (format: Format = "number"): Spec => ({ ...u32(format), littleEndian: true });
export const flag = (): Spec => bits(1, "flag");
export const octets = (count: number, format: Format = "octets"): Spec => bits(count * 8, format);
/** Bytes of a network card's address. */
export const macSize = 6;
export const mac = (): Spec => octets(macSize, "mac");
export const ipv4Address = (): Spec => octets(4, "ipv4");
export const ipv6Address = (): Spec => octets(16, "ipv6");

/** A field whose place and length only the bytes tell: a word of a line, a name after its length. */
export const variable = (format: Format): Spec => bits(0, format);
export const text = (): Spec => variable("text");

/** Adjacent bits that have a value as a whole and a meaning each. */
export const group = <Parts extends Specs>(parts: Parts, format: Format = "hex"): Spec & { readonly parts: Parts } => ({
  bits: Object.values(parts).reduce((sum, part) => sum + part.bits, 0),
  format,
  parts,
});

/** Lays the fields out in the order given: no offset is ever typed in. */
export function header<const Id extends string, Fields extends Specs, const Prefix extends string = Id>(
  id: Id,
  fields: Fields,
  prefix: Prefix = id as unknown as Prefix,
): Header<Id, Prefix, Fields> {
  const { laidOut, end } = layOut(prefix, fields, 0);
  if (end % 8 !== 0) throw new Error(`${id}: ${end} bits are no whole number of bytes`);
  return {
    id,
    prefix,
    size: end / 8,
    fields: laidOut as { readonly [Name in keyof Fields]: Field },
    order: Object.values(laidOut).filter((field) => field.bits > 0),
  };
}

function layOut(prefix: string, specs: Specs, firstBit: number): { laidOut: Record<string, Field>; end: number } {
  const laidOut: Record<string, Field> = {};
  let at = firstBit;
  let index = 0;
  for (const [name, spec] of Object.entries(specs)) {
    laidOut[name] = fieldAt(at, index, `${prefix}.${name}`, spec);
    at += spec.bits;
    if (spec.bits > 0) index += 1;
  }
  return { laidOut, end: at };
}

/** Every field has every property, in one order, since JavaScript engines read objects of one shape the quickest. */
function fieldAt(firstBit: number, index: number, id: string, { bits, format, unit, names, littleEndian, parts }: Spec): Field {
  const offset = Math.floor(firstBit / 8);
  const length = Math.ceil((firstBit + bits) / 8) - offset;
  const bit = firstBit - offset * 8;
  const shift = length * 8 - bit - bits;
  const mask = bits >= 32 ? 0xffffffff : 2 ** bits - 1;
  const inside = parts ? Object.values(layOut(id, parts, firstBit).laidOut) : [];
  return { id, bits, format, unit, names, littleEndian, offset, length, bit, shift, mask, index, parts: inside };
}
