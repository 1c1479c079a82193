import { filterTypeOf } from "../protocols/filterTypes";
import type { Field } from "../protocols/header";
import { ipv4 } from "../protocols/ipv4";
import { ipv6 } from "../protocols/ipv6";
import { tcp, tcpFlag } from "../protocols/tcp";
import { columnFields } from "./columnFields";
import type { ColumnSource } from "./columnSource";
import { type Decided, type FieldValues, type Predicate, predicateOf } from "./evaluate";
import { counterFlags } from "./flagFields";
import { fieldsOf, type Test } from "./plan";
import type { Value } from "./values";

/** Where a plain segment's headers are in a block: the only IP and TCP headers of its packet. */
export interface PlainPlace {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Where the captured packet begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly isIpv6: boolean;
  readonly tcp: number;
  /** Length of the payload by the datagram's length, whether all of it was captured or not. */
  readonly payload: number;
}

type Read = (place: PlainPlace, row: number) => Value | undefined;

const headerLength = ({ view, tcp: at }: PlainPlace): number =>
  (view.getUint8(at + tcp.fields.hdr_len.offset) >>> tcp.fields.hdr_len.shift) * (tcp.fields.hdr_len.unit ?? 1);

function payloadOf(place: PlainPlace): Uint8Array | undefined {
  const start = place.tcp + headerLength(place);
  const end = Math.min(place.end, start + place.payload);
  return end > start ? place.bytes.subarray(start, end) : undefined;
}

/** Values that are no fields of the headers: the payload and the frame. */
const wholes: Readonly<Record<string, Read | undefined>> = {
  // what a reset carries is its cause, no data
  "tcp.payload": (place) =>
    place.view.getUint16(place.tcp + tcp.fields.flags.offset) & tcpFlag.RST ? undefined : payloadOf(place),
  frame: ({ bytes, start, end }) => {
    const whole = bytes.subarray(start, end);
    return { header: whole, whole };
  },
};

/** Readers for those fields of a header that are numbers, flags or addresses; `at` says where the header begins. */
function* readersOf(fields: readonly Field[], at: (place: PlainPlace) => number | undefined): Generator<[string, Read]> {
  for (const field of fields) {
    const read = readerOf(field);
    if (read)
      yield [
        field.id,
        (place) => {
          const header = at(place);
          return header === undefined ? undefined : read(place, header);
        },
      ];
    yield* readersOf(field.parts, at);
  }
}

function readerOf(field: Field): ((place: PlainPlace, header: number) => Value) | undefined {
  const { offset, length, shift, mask, unit = 1 } = field;
  const type = filterTypeOf(field.id, field);
  if (type === "ipv4" || type === "ipv6") return ({ bytes }, header) => bytes.subarray(header + offset, header + offset + length);
  const isFlag = type === "boolean";
  if (!isFlag && !/^uint(8|16|24|32)$/.test(type)) return undefined;
  return ({ view }, header) => {
    let number = 0;
    for (let i = 0; i < length; i += 1) number = number * 256 + view.getUint8(header + offset + i);
    const value = ((Math.floor(number / 2 ** shift) & mask) >>> 0) * unit;
    return isFlag ? Math.min(1, value) : value;
  };
}

const readers: ReadonlyMap<string, Read> = new Map([
  ...readersOf(Object.values(tcp.fields), (place) => place.tcp),
  ...readersOf(Object.values(ipv4.fields), (place) => (place.isIpv6 ? undefined : place.tcp - ipv4.size)),
  ...readersOf(Object.values(ipv6.fields), (place) => (place.isIpv6 ? place.tcp - ipv6.size : undefined)),
]);
/** Fields whose value in the tree is more than the number in the header. */
const notPlain: ReadonlySet<string> = new Set([ipv4.fields.len.id, ipv4.fields.version.id, ipv6.fields.version.id]);

/** Asks a test about plain segments by their bytes, without a tree. `of` gives none where the test needs more than that. */
export class PlainMatcher implements FieldValues {
  row = -1;
  readonly values: (readonly Value[])[] = [];
  readonly layers: (readonly number[])[] = [];
  private readonly reads: readonly Read[];
  private readonly predicate: Predicate;

  private constructor(test: Test, names: readonly string[], source: ColumnSource, decided: Decided) {
    this.reads = names.map((name) => plainReader(name, source)!);
    for (const _ of names) {
      this.values.push(none);
      this.layers.push([1]);
    }
    this.predicate = predicateOf(test, ({ field }) => names.indexOf(field.name), decided);
  }

  static of(test: Test, source: ColumnSource, decided: Decided): PlainMatcher | undefined {
    const fields = [...fieldsOf(test, decided)];
    const names = [...new Set(fields.map(({ field }) => field.name))];
    const isPlain = fields.every(({ layers }) => !layers) && names.every((name) => plainReader(name, source));
    return isPlain ? new PlainMatcher(test, names, source, decided) : undefined;
  }

  matches(row: number, place: PlainPlace): boolean {
    this.row = row;
    for (let slot = 0; slot < this.reads.length; slot += 1) {
      const value = this.reads[slot](place, row);
      this.values[slot] = value === undefined ? none : [value];
    }
    return this.predicate(this);
  }
}

const none: readonly Value[] = [];

/** Reads the value that a plain segment has under a name; nothing where that takes a tree. */
export function plainReader(name: string, source: ColumnSource): Read | undefined {
  // only the connection tells whether these bits are flags
  if (counterFlags.has(name)) return undefined;
  const whole = wholes[name] ?? (notPlain.has(name) ? undefined : readers.get(name));
  if (whole) return whole;
  const fill = name.startsWith("frame.time") ? undefined : columnFields[name];
  if (!fill) return undefined;
  const number = new Float64Array(1);
  return (_, row) => {
    fill(source, number, row, row + 1);
    return Number.isNaN(number[0]) ? undefined : number[0];
  };
}
