import type { PacketColumns } from "../capture/columns";
import type { Connection } from "../connections/tracker";
import { directSegment } from "../decode/innermost";
import { type ColumnField, columnFields, markFields } from "./columnFields";
import { type FieldValues, type Predicate, predicateOf } from "./evaluate";
import { type FieldSource, fieldsOf, type Test } from "./plan";
import { spell } from "./spelling";
import type { Comparison } from "./syntax";
import { isSigned } from "./types";
import { binaryOf, type Value } from "./values";

/** What the columns say of a row: it fits, it does not, or only its bytes can tell. */
export const verdict = { no: 0, yes: 1, open: 2 } as const;

/** Rows that are looked at together: their verdicts stay in the processor's cache. */
export const rowsAtOnce = 1 << 15;

/** Writes the verdicts on the rows `from` to `to`, at most `rowsAtOnce` of them. */
export type Kernel = (from: number, to: number, into: Uint8Array) => void;

export interface Columns {
  readonly columns: PacketColumns;
  readonly connections: readonly Connection[];
}

/** A test as loops over columns, made once for each capture. */
export function kernelOf(test: Test, source: Columns): Kernel {
  if (isOfConnection(test)) return connectionKernel(test, source);
  switch (test.type) {
    case "and":
    case "or":
    case "xor":
      return joined(test.type, kernelOf(test.left, source), kernelOf(test.right, source));
    case "not": {
      const operand = kernelOf(test.operand, source);
      return (from, to, into) => {
        operand(from, to, into);
        for (let i = 0; i < to - from; i += 1)
          if (into[i] !== verdict.open) into[i] = into[i] === verdict.yes ? verdict.no : verdict.yes;
      };
    }
    case "exists":
      return existsKernel(test.source, source) ?? openKernel;
    case "compare":
      return compareKernel(test, source) ?? openKernel;
    case "among":
      return amongKernel(test, source) ?? openKernel;
    default:
      return openKernel;
  }
}

const openKernel: Kernel = (from, to, into) => into.fill(verdict.open, 0, to - from);

/** Where one side alone decides, it does not matter that the other is open. */
const truth: Readonly<Record<"and" | "or" | "xor", Uint8Array>> = {
  and: truthTable((a, b) => (a === 0 || b === 0 ? 0 : a === 1 && b === 1 ? 1 : 2)),
  or: truthTable((a, b) => (a === 1 || b === 1 ? 1 : a === 0 && b === 0 ? 0 : 2)),
  xor: truthTable((a, b) => (a === 2 || b === 2 ? 2 : a ^ b)),
};

function truthTable(of: (left: number, right: number) => number): Uint8Array {
  return Uint8Array.from({ length: 12 }, (_, index) => of(index >> 2, index & 3));
}

function joined(type: "and" | "or" | "xor", left: Kernel, right: Kernel): Kernel {
  const table = truth[type];
  const other = new Uint8Array(rowsAtOnce);
  return (from, to, into) => {
    left(from, to, into);
    right(from, to, other);
    for (let i = 0; i < to - from; i += 1) into[i] = table[(into[i] << 2) | other[i]];
  };
}

/** Of these it is known that they are there, not what they hold. */
const headersOfSegments: ReadonlySet<string> = new Set(["tcp", "ip", "ipv6"]);

/** Whether all segments of a connection's direction get the same answer. */
function isOfConnection(test: Test): boolean {
  if (test.type === "and" || test.type === "or" || test.type === "xor")
    return isOfConnection(test.left) && isOfConnection(test.right);
  if (test.type === "not") return isOfConnection(test.operand);
  const isPresence = test.type === "exists" && test.source.type === "field";
  return [...fieldsOf(test)].every(
    ({ field, layers }) => !layers && field.name in endValues && (isPresence || !headersOfSegments.has(field.name)),
  );
}

/** Asks each direction of each connection once; rows then look their answer up. */
function connectionKernel(test: Test, { columns, connections }: Columns): Kernel {
  const answers = new Uint8Array(connections.length * 2);
  const ends = new EndValues(test);
  for (let stream = 0; stream < connections.length; stream += 1)
    for (const direction of [0, 1] as const)
      answers[stream * 2 + direction] = ends.fits(connections[stream], stream, direction) ? verdict.yes : verdict.no;
  const { flow, protocol } = columns;
  return (from, to, into) => lookUp(answers, flow, protocol, from, to, into);
}

// what a loop needs stands in its own variables: reading it from elsewhere for each row costs more than the row
function lookUp(answers: Uint8Array, flow: Int32Array, protocol: Uint8Array, from: number, to: number, into: Uint8Array): void {
  const { open } = verdict;
  for (let row = from, at = 0; row < to; row += 1, at += 1)
    into[at] = protocol[row] === directSegment && flow[row] >= 0 ? answers[flow[row]] : open;
}

/** What a filter sees of a connection's ends, in one direction. */
class EndValues implements FieldValues {
  readonly values: (readonly Value[])[] = [];
  readonly layers: number[][] = [];
  private readonly ends: readonly EndValue[];
  private readonly predicate: Predicate;

  constructor(test: Test) {
    const names = [...new Set([...fieldsOf(test)].map(({ field }) => field.name))];
    this.ends = names.map((name) => endValues[name]);
    this.predicate = predicateOf(test, ({ field }: FieldSource) => names.indexOf(field.name));
  }

  fits({ endpoints: [a, b] }: Connection, stream: number, direction: 0 | 1): boolean {
    for (let slot = 0; slot < this.ends.length; slot += 1)
      this.values[slot] = direction === 0 ? this.ends[slot](a, b, stream) : this.ends[slot](b, a, stream);
    return this.predicate(this);
  }
}

type Endpoint = Connection["endpoints"][0];
type EndValue = (src: Endpoint, dst: Endpoint, stream: number) => readonly Value[];

const none: readonly Value[] = [];
const spelled = ({ address }: Endpoint) => binaryOf(spell(address, address.length === 4 ? "ipv4" : "ipv6"));

/** Of connections over one kind of IP. */
const over =
  (length: 4 | 16, values: EndValue): EndValue =>
  (src, dst, stream) =>
    src.address.length === length ? values(src, dst, stream) : none;

const ofIp = (name: "ip" | "ipv6", length: 4 | 16): Readonly<Record<string, EndValue>> => ({
  [name]: over(length, () => [1]),
  [`${name}.addr`]: over(length, (src, dst) => [src.address, dst.address]),
  [`${name}.src`]: over(length, (src) => [src.address]),
  [`${name}.dst`]: over(length, (_, dst) => [dst.address]),
  [`${name}.host`]: over(length, (src, dst) => [spelled(src), spelled(dst)]),
  [`${name}.src_host`]: over(length, (src) => [spelled(src)]),
  [`${name}.dst_host`]: over(length, (_, dst) => [spelled(dst)]),
});

/** What a connection says of its segments, by direction. */
const endValues: Readonly<Record<string, EndValue>> = {
  tcp: () => [1],
  "tcp.stream": (_src, _dst, stream) => [stream],
  "tcp.port": (src, dst) => [src.port, dst.port],
  "tcp.srcport": (src) => [src.port],
  "tcp.dstport": (_, dst) => [dst.port],
  ...ofIp("ip", 4),
  ...ofIp("ipv6", 16),
};

function existsKernel(source: Extract<Test, { type: "exists" }>["source"], { columns }: Columns): Kernel | undefined {
  if (source.type !== "field" || source.layers) return undefined;
  const bits = markFields.get(source.field.name);
  if (bits !== undefined) {
    const { marks, flow } = columns;
    return (from, to, into) => lookForMarks(marks, flow, bits, from, to, into);
  }
  const field = columnFields[source.field.name];
  return field && withinKernel(columns, field, [[least, most]]);
}

function lookForMarks(marks: Uint32Array, flow: Int32Array, bits: number, from: number, to: number, into: Uint8Array): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) into[at] = (marks[row] & bits) !== 0 && flow[row] >= 0 ? 1 : 0;
}

/** Beyond this, spans in nanoseconds are no exact numbers. */
const exact = 2 ** 53;

/** A value that a column can be held against; nothing where only bytes can tell. */
function numberOf(source: Extract<Test, { type: "compare" }>["right"]): number | undefined {
  if (source.type === "negative") {
    const of = numberOf(source.operand);
    return of === undefined ? undefined : -of;
  }
  if (source.type !== "constant" || (typeof source.value !== "number" && typeof source.value !== "bigint")) return undefined;
  const value = Number(source.value);
  return Math.abs(value) < exact ? value : undefined;
}

/** The field of the columns that a test is about. */
function columnOf(source: Extract<Test, { type: "compare" }>["left"]) {
  if (source.type !== "field" || source.layers) return undefined;
  const field = columnFields[source.field.name];
  return field && { field, seesSign: isSigned(source.valueType) || source.valueType === "duration" };
}

type Interval = readonly [low: number, high: number];
const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

function compareKernel({ left, right, relation }: Extract<Test, { type: "compare" }>, { columns }: Columns): Kernel | undefined {
  const column = columnOf(left);
  const given = numberOf(right);
  if (!column || given === undefined) return undefined;
  // beside numbers without a sign a negative one is more than all of them
  const value = given < 0 && !column.seesSign ? most : given;
  return withinKernel(columns, column.field, intervalsOf(relation, value));
}

/** Columns hold whole numbers only. */
function intervalsOf(relation: Comparison, value: number): readonly Interval[] {
  switch (relation) {
    case "==":
    case "===":
      return [[value, value]];
    case "!=":
    case "!==":
      return [
        [least, value - 1],
        [value + 1, most],
      ];
    case "<":
      return [[least, value === most ? Number.MAX_VALUE : value - 1]];
    case "<=":
      return [[least, value]];
    case ">":
      return value === most ? [] : [[value + 1, most]];
    case ">=":
      return [[value, most]];
  }
}

function amongKernel({ left, set, every }: Extract<Test, { type: "among" }>, { columns }: Columns): Kernel | undefined {
  const column = columnOf(left);
  if (!column || every === "all") return undefined;
  const intervals: Interval[] = [];
  for (const { from, to } of set) {
    const [low, high] = [numberOf(from), numberOf(to ?? from)];
    if (low === undefined || high === undefined || low < 0 || high < 0) return undefined;
    intervals.push([low, high]);
  }
  return withinKernel(columns, column.field, intervals);
}

/** One loop for all comparisons, so that it stays fast whatever was asked before; NaN lies in no interval. */
function withinKernel(columns: PacketColumns, { fill }: ColumnField, intervals: readonly Interval[]): Kernel {
  const numbers = new Float64Array(rowsAtOnce);
  return (from, to, into) => {
    const count = to - from;
    fill(columns, numbers, from, to);
    into.fill(verdict.no, 0, count);
    for (const [low, high] of intervals) markWithin(numbers, count, low, high, into);
  };
}

function markWithin(numbers: Float64Array, count: number, low: number, high: number, into: Uint8Array): void {
  const { yes } = verdict;
  for (let i = 0; i < count; i += 1) {
    const number = numbers[i];
    if (number >= low && number <= high) into[i] = yes;
  }
}
