import { columnFields, countsFromFirst, type Fill } from "./columnFields";
import { untold } from "./columnLoops";
import { type ColumnSource, type Kernel, rowsAtOnce } from "./columnSource";
import { predicateOf } from "./evaluate";
import { type FieldSource, fieldsOf, type Test } from "./plan";
import type { Value } from "./values";
import { Verdict } from "./verdicts";

interface Asked {
  readonly fill: Fill;
  readonly numbers: Float64Array;
  readonly toValue: (number: number) => Value;
}

/** For tests that no simpler loop can decide, but columns alone can: sums, fields compared with fields, functions. Asks row by row. */
export function rowKernel(test: Test, source: ColumnSource): Kernel | undefined {
  const fields = [...fieldsOf(test)];
  if (fields.some(({ field, layers }) => layers || !columnFields[field.name])) return undefined;
  const byName = new Map(fields.map((field) => [field.field.name, field]));
  const names = [...byName.keys()];
  const asked = [...byName.values()].map((field) => askedOf(field, source));
  const predicate = predicateOf(test, ({ field }) => names.indexOf(field.name));
  const layers = asked.map(() => [1]);
  return (from, to, { bytes }) => {
    for (const { fill, numbers } of asked) fill(source, numbers, from, to);
    for (let i = 0; i < to - from; i += 1) {
      if (asked.some(({ numbers }) => numbers[i] === untold)) bytes[i] = Verdict.open;
      else {
        const values = asked.map(({ numbers, toValue }) => (Number.isNaN(numbers[i]) ? [] : [toValue(numbers[i])]));
        bytes[i] = predicate({ values, layers, row: from + i }) ? Verdict.yes : Verdict.no;
      }
    }
  };
}

function askedOf({ field, valueType }: FieldSource, { columns }: ColumnSource): Asked {
  const isTime = valueType === "duration" || valueType === "time";
  const zero = countsFromFirst.has(field.name) ? (columns.start ?? 0n) : 0n;
  return {
    fill: columnFields[field.name]!,
    numbers: new Float64Array(rowsAtOnce),
    toValue: isTime ? (number) => BigInt(number) + zero : (number) => number,
  };
}
