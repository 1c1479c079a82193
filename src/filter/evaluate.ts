import { arithmeticOf } from "./checkOperand";
import type { FieldSource, FunctionName, Source, SourceRange, Test } from "./plan";
import { spell } from "./spelling";
import type { Arithmetic, Comparison, Quantifier, Range } from "./syntax";
import { isInteger, isSigned } from "./types";
import {
  accepts,
  asBinary,
  binaryOf,
  calculate,
  contains,
  isZero,
  lengthOf,
  maskBytes,
  order,
  orderUnsigned,
  orderWithin,
  slice,
  type Value,
} from "./values";
import { Verdict, type Verdicts } from "./verdicts";

/** What a filter sees of a packet: the values of each field that it asks for, by the field's slot. */
export interface FieldValues {
  /** The packet's index in the capture; negative where the values stand for several packets. */
  readonly row: number;
  readonly values: readonly (readonly Value[])[];
  /** For each value, which header of its protocol it is from, counted from 1. */
  readonly layers: readonly (readonly number[])[];
}

export type Predicate = (packet: FieldValues) => boolean;
type Values = (packet: FieldValues) => readonly Value[];
const none: readonly Value[] = [];
/** The result of arithmetic that does not fit its type or divides by zero: no value, although the fields are there. */
const nothing: readonly Value[] = [];
const isMissing = (values: readonly Value[]): boolean => values.length === 0 && values !== nothing;

/** Parts of a test that have already been decided for every row. */
export type Decided = ReadonlyMap<Test, Verdicts>;

/** Makes a function for each part of the test; `slotOf` says in which slot a field's values are. */
export function predicateOf(test: Test, slotOf: (field: FieldSource) => number, decided?: Decided): Predicate {
  const verdicts = decided?.get(test);
  if (verdicts) return ({ row }) => verdicts.bytes[row] === Verdict.yes;
  const of = (part: Test): Predicate => predicateOf(part, slotOf, decided);
  const valuesOf = (source: Source): Values => valuesFrom(source, slotOf);
  switch (test.type) {
    case "and": {
      const [left, right] = [of(test.left), of(test.right)];
      return (packet) => left(packet) && right(packet);
    }
    case "or": {
      const [left, right] = [of(test.left), of(test.right)];
      return (packet) => left(packet) || right(packet);
    }
    case "xor": {
      const [left, right] = [of(test.left), of(test.right)];
      return (packet) => left(packet) !== right(packet);
    }
    case "not": {
      const operand = of(test.operand);
      return (packet) => !operand(packet);
    }
    case "exists": {
      const values = valuesOf(test.source);
      // a slice that lies outside the value is empty
      if (test.source.type === "slice") return (packet) => values(packet).some((value) => lengthOf(value) > 0);
      return (packet) => values(packet).length > 0;
    }
    case "holds": {
      const values = valuesOf(test.source);
      return (packet) => values(packet).some((value) => !isZero(value));
    }
    case "compare":
      return pairwise(test.every, valuesOf(test.left), valuesOf(test.right), comparing(test.relation, test.left, test.right));
    case "contains":
      // a protocol contains every empty slice, but no empty text
      if (test.left.valueType === "protocol" && test.right.type === "constant" && lengthOf(test.right.value) === 0)
        return () => false;
      return pairwise(test.every, valuesOf(test.left), valuesOf(test.right), contains);
    case "matches": {
      const { pattern } = test;
      return each(test.every, valuesOf(test.left), (value) => pattern.test(asBinary(value)));
    }
    case "among": {
      const ranges = test.set.map((range) => within(test.left, range, valuesOf));
      const left = valuesOf(test.left);
      // as in Wireshark, `all` means that one element of the set fits all values
      return (packet) => ranges.some((fits) => each(test.every, left, (value) => fits(value, packet))(packet));
    }
  }
}

/** A field that is not there neither fits nor differs, so `all` is not true of it. */
function each(every: Quantifier, values: Values, fits: (value: Value) => boolean): Predicate {
  if (every === "any") return (packet) => values(packet).some(fits);
  return (packet) => {
    const all = values(packet);
    return !isMissing(all) && all.every(fits);
  };
}

function pairwise(every: Quantifier, left: Values, right: Values, fits: (left: Value, right: Value) => boolean): Predicate {
  if (every === "any") return (packet) => left(packet).some((a) => right(packet).some((b) => fits(a, b)));
  return (packet) => {
    const [as, bs] = [left(packet), right(packet)];
    return !isMissing(as) && !isMissing(bs) && as.every((a) => bs.every((b) => fits(a, b)));
  };
}

function comparing(relation: Comparison, left: Source, right: Source): (left: Value, right: Value) => boolean {
  const fits = accepts[relation];
  const compare = orderOf(left, right);
  return (a, b) => fits(compare(a, b));
}

function orderOf(left: Source, right: Source): (left: Value, right: Value) => number {
  const prefix = right.type === "constant" ? right.prefix : undefined;
  if (prefix !== undefined) return orderWithin(prefix);
  return isInteger(left.valueType) && !isSigned(left.valueType) ? orderUnsigned : order;
}

/** Whether a value is in one element of a set: a value, or all between two. */
function within(
  left: Source,
  { from, to }: SourceRange,
  valuesOf: (source: Source) => Values,
): (value: Value, packet: FieldValues) => boolean {
  const lows = valuesOf(from);
  const low = orderOf(left, from);
  if (!to) return (value, packet) => lows(packet).some((each) => low(value, each) === 0);
  const highs = valuesOf(to);
  const high = orderOf(left, to);
  return (value, packet) =>
    lows(packet).some((each) => low(value, each) >= 0) && highs(packet).some((each) => high(value, each) <= 0);
}

function valuesFrom(source: Source, slotOf: (field: FieldSource) => number): Values {
  const of = (part: Source): Values => valuesFrom(part, slotOf);
  switch (source.type) {
    case "constant": {
      const only = [source.value];
      return () => only;
    }
    case "field":
      return fieldValues(source, slotOf(source));
    case "slice": {
      const { ranges } = source;
      const values = of(source.of);
      return (packet) => values(packet).map((value) => slice(value, ranges));
    }
    case "negative": {
      const values = of(source.operand);
      return (packet) => values(packet).map((value) => (typeof value === "bigint" ? -value : -(value as number)));
    }
    case "arithmetic": {
      const [left, right] = [of(source.left), of(source.right)];
      const compute = computing(source.operator, source);
      return (packet) => {
        const [as, bs] = [left(packet), right(packet)];
        if (isMissing(as) || isMissing(bs)) return none;
        const results = as.flatMap((a) => bs.flatMap((b) => compute(a, b) ?? none));
        return results.length > 0 ? results : nothing;
      };
    }
    case "call":
      return callValues(source.name, source.args, source.args.map(of));
  }
}

function fieldValues({ layers }: FieldSource, slot: number): Values {
  if (!layers) return ({ values }) => values[slot];
  return (packet) => {
    const found = packet.layers[slot];
    const last = found.reduce((most, layer) => Math.max(most, layer), 0);
    return packet.values[slot].filter((_, index) => layers.some((range) => isInRange(found[index], range, last)));
  };
}

/** Layers count from 1; negative numbers count from the last one. */
function isInRange(layer: number, { first, count }: Range, last: number): boolean {
  const start = first < 0 ? last + first + 1 : first;
  return layer >= start && (count === undefined || layer < start + count);
}

function computing(operator: Arithmetic, source: Source): (left: Value, right: Value) => Value | undefined {
  const numbers = arithmeticOf(source.valueType);
  if (numbers) {
    return (a, b) => {
      const result = calculate(operator, BigInt(a as number), BigInt(b as number), numbers.bits, numbers.signed);
      return result === undefined || numbers.bits > 32 ? result : Number(result);
    };
  }
  if (source.valueType === "duration") {
    return (a, b) => (operator === "+" ? (a as bigint) + (b as bigint) : (a as bigint) - (b as bigint));
  }
  return (a, b) => maskBytes(a as Uint8Array, b as Uint8Array);
}

function callValues(name: FunctionName, args: readonly Source[], values: readonly Values[]): Values {
  const [first] = values;
  const mapped =
    (map: (value: Value) => Value): Values =>
    (packet) =>
      first(packet).map(map);
  switch (name) {
    case "count":
      return (packet) => {
        const { length } = first(packet);
        return length === 0 ? [] : [length];
      };
    case "len":
      return mapped(lengthIn(args[0]));
    case "upper":
      return mapped((value) => (value as string).replace(/[a-z]/g, (letter) => letter.toUpperCase()));
    case "lower":
      return mapped((value) => (value as string).replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
    case "string":
      return mapped((value) => binaryOf(spell(value, args[0].valueType)));
    case "abs":
      return mapped((value) => ((value as number) < 0 ? (typeof value === "bigint" ? -value : -(value as number)) : value));
    case "max":
    case "min": {
      const sign = name === "max" ? 1 : -1;
      return (packet) => {
        // a field that is not there does not count
        const all = values.flatMap((each) => each(packet));
        return all.length === 0 ? none : [all.reduce((best, value) => (order(value, best) * sign > 0 ? value : best))];
      };
    }
  }
}

const bytesOfType: Readonly<Record<string, number>> = {
  uint8: 1,
  uint16: 2,
  uint24: 3,
  uint32: 4,
  uint64: 8,
  int16: 2,
  int32: 4,
  int64: 8,
  "frame-number": 4,
};

/** The length of a value; a number is as long as its type. */
function lengthIn({ valueType }: Source): (value: Value) => number {
  const fixed = bytesOfType[valueType];
  return fixed === undefined ? lengthOf : () => fixed;
}
