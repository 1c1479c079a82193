import { elsewhere, type LengthColumn } from "../capture/lengthColumn";
import { columnFields, countsFromFirst, type Fill, shortFields } from "./columnFields";
import { lookUpNumbers, markWithin } from "./columnLoops";
import { byProtocol, type ColumnSource, hasSegment, type Kernel, rowsAtOnce } from "./columnSource";
import { ownHeaderKernel } from "./ownHeaderKernel";
import type { Source, Test } from "./plan";
import type { Comparison } from "./syntax";
import { isSigned } from "./types";
import { Verdict } from "./verdicts";

/** For tests that compare one field of the columns with constants: those become intervals of numbers. */
export function numberKernel(test: Test, source: ColumnSource): Kernel | undefined {
  switch (test.type) {
    case "exists": {
      const column = columnOf(test.source, source);
      return column && withinKernel(column.name, source, column.fill, [[-most, most]]);
    }
    case "compare":
      return compareKernel(test, source);
    case "among":
      return amongKernel(test, source);
    default:
      return undefined;
  }
}

interface Column {
  readonly name: string;
  readonly fill: Fill;
  /** Whether its numbers have a sign; where they have none, a negative constant counts as larger than all of them. */
  readonly seesSign: boolean;
  /** The value that its numbers count from. */
  readonly zero: bigint;
}

/** The column of a field, if it has one. */
function columnOf(source: Source, { columns }: ColumnSource): Column | undefined {
  const fill = source.type === "field" && !source.layers ? columnFields[source.field.name] : undefined;
  if (!fill || source.type !== "field") return undefined;
  const isTime = source.valueType === "duration" || source.valueType === "time";
  const zero = countsFromFirst.has(source.field.name) ? (columns.start ?? 0n) : 0n;
  return { name: source.field.name, fill, seesSign: isSigned(source.valueType) || isTime, zero };
}

/** Above all numbers of columns, but below `untold`. */
const most = Number.MAX_VALUE;
/** No number of a column is as large as this. */
const exact = 2 ** 53;

/** A constant as a number that a column can be compared with. */
function numberOf(source: Source, { zero, seesSign }: Pick<Column, "zero" | "seesSign">): number | undefined {
  if (source.type === "negative") {
    const of = numberOf(source.operand, { zero: 0n, seesSign: true });
    return of === undefined ? undefined : seenAs(-of, seesSign);
  }
  if (source.type !== "constant" || (typeof source.value !== "number" && typeof source.value !== "bigint")) return undefined;
  const value = typeof source.value === "bigint" ? Number(source.value - zero) : source.value - Number(zero);
  return seenAs(Math.max(-exact, Math.min(exact, value)), seesSign);
}

const seenAs = (value: number, seesSign: boolean) => (value < 0 && !seesSign ? most : value);

type Interval = readonly [low: number, high: number];

function compareKernel({ left, right, relation }: Extract<Test, { type: "compare" }>, source: ColumnSource): Kernel | undefined {
  const column = columnOf(left, source);
  const value = column && numberOf(right, column);
  return value === undefined ? undefined : withinKernel(column!.name, source, column!.fill, intervalsOf(relation, value));
}

/** The intervals in which numbers have the relation to a value; columns hold whole numbers only. */
function intervalsOf(relation: Comparison, value: number): readonly Interval[] {
  const below: Interval = [-most, value === most ? exact : value - 1];
  const above: Interval = [value === most ? most : value + 1, most];
  switch (relation) {
    case "==":
    case "===":
      return [[value, value]];
    case "!=":
    case "!==":
      return [below, above];
    case "<":
      return [below];
    case "<=":
      return [[-most, value]];
    case ">":
      return [above];
    case ">=":
      return [[value, most]];
  }
}

function amongKernel({ left, set, every }: Extract<Test, { type: "among" }>, source: ColumnSource): Kernel | undefined {
  const column = columnOf(left, source);
  if (!column || every === "all") return undefined;
  const intervals: Interval[] = [];
  for (const { from, to } of set) {
    const [low, high] = [numberOf(from, column), numberOf(to ?? from, column)];
    if (low === undefined || high === undefined) return undefined;
    intervals.push([low, high]);
  }
  return withinKernel(column.name, source, column.fill, intervals);
}

function withinKernel(name: string, source: ColumnSource, fill: Fill, intervals: readonly Interval[]): Kernel {
  const short = shortFields[name]?.(source.columns);
  if (short) return shortKernel(short, source, intervals);
  const numbers = new Float64Array(rowsAtOnce);
  return (from, to, { bytes }) => {
    fill(source, numbers, from, to);
    bytes.fill(Verdict.no);
    for (const [low, high] of intervals) markWithin(numbers, to - from, low, high, bytes);
  };
}

/** Numbers of two bytes are so few that each is decided beforehand. */
function shortKernel(
  { column, long }: { readonly column: Uint16Array; readonly long?: LengthColumn },
  { columns }: ColumnSource,
  intervals: readonly Interval[],
): Kernel {
  const answers = new Uint8Array(elsewhere + 1);
  for (const [low, high] of intervals)
    answers.fill(Verdict.yes, Math.max(0, Math.min(elsewhere, low)), Math.max(0, Math.min(elsewhere, high) + 1));
  if (!long) return ownHeaderKernel(answers, column, openHeaders, columns);
  const isWithin = (number: number) => intervals.some(([low, high]) => number >= low && number <= high);
  return (from, to, into) => {
    lookUpNumbers(answers, column, from, to, into);
    const part = column.subarray(from, to);
    for (let at = part.indexOf(elsewhere); at >= 0; at = part.indexOf(elsewhere, at + 1))
      into.bytes[at] = isWithin(long.get(from + at)) ? Verdict.yes : Verdict.no;
  };
}

/** Verdicts for packets that are no plain segment. */
const openHeaders = byProtocol((protocol) => (hasSegment(protocol) ? Verdict.open : Verdict.no));
