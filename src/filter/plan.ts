import type { FilterType } from "../protocols/filterTypes";
import type { FilterField } from "./fields";
import type { Constant } from "./literals";
import type { Arithmetic, Comparison, Logical, Quantifier, Range } from "./syntax";

/** A filter that makes sense: names are fields, values have types. It says what is to be asked about a packet. */
export type Test =
  | { readonly type: Logical; readonly left: Test; readonly right: Test }
  | { readonly type: "not"; readonly operand: Test }
  /** The source has a value at all. */
  | { readonly type: "exists"; readonly source: Source }
  /** The source has a value that is not zero. */
  | { readonly type: "holds"; readonly source: Source }
  | {
      readonly type: "compare";
      readonly relation: Comparison;
      readonly every: Quantifier;
      readonly left: Source;
      readonly right: Source;
    }
  | { readonly type: "contains"; readonly every: Quantifier; readonly left: Source; readonly right: Source }
  | {
      readonly type: "matches";
      readonly every: Quantifier;
      readonly left: Source;
      readonly pattern: RegExp;
      readonly source: string;
    }
  | { readonly type: "among"; readonly every: Quantifier; readonly left: Source; readonly set: readonly SourceRange[] };

export interface SourceRange {
  readonly from: Source;
  readonly to?: Source;
}

export type FunctionName = "len" | "count" | "upper" | "lower" | "string" | "max" | "min" | "abs";

/** Where values come from; a packet may have none, one or several. */
export type Source = { readonly valueType: FilterType } & (
  | { readonly type: "field"; readonly field: FilterField; readonly layers?: readonly Range[] }
  | ({ readonly type: "constant" } & Constant)
  | { readonly type: "slice"; readonly of: Source; readonly ranges: readonly Range[] }
  | { readonly type: "call"; readonly name: FunctionName; readonly args: readonly Source[] }
  | { readonly type: "arithmetic"; readonly operator: Arithmetic; readonly left: Source; readonly right: Source }
  | { readonly type: "negative"; readonly operand: Source }
);

export type FieldSource = Extract<Source, { type: "field" }>;

/** Every field that a test asks for, without the parts that are `decided`. */
export function* fieldsOf(test: Test, decided?: { has(part: Test): boolean }): Generator<FieldSource> {
  if (decided?.has(test)) return;
  switch (test.type) {
    case "and":
    case "or":
    case "xor":
      yield* fieldsOf(test.left, decided);
      yield* fieldsOf(test.right, decided);
      return;
    case "not":
      yield* fieldsOf(test.operand, decided);
      return;
    case "exists":
    case "holds":
      yield* fieldsOfSource(test.source);
      return;
    case "matches":
      yield* fieldsOfSource(test.left);
      return;
    case "compare":
    case "contains":
      yield* fieldsOfSource(test.left);
      yield* fieldsOfSource(test.right);
      return;
    case "among":
      yield* fieldsOfSource(test.left);
      for (const { from, to } of test.set) {
        yield* fieldsOfSource(from);
        if (to) yield* fieldsOfSource(to);
      }
  }
}

function* fieldsOfSource(source: Source): Generator<FieldSource> {
  switch (source.type) {
    case "field":
      yield source;
      return;
    case "constant":
      return;
    case "slice":
      yield* fieldsOfSource(source.of);
      return;
    case "call":
      for (const arg of source.args) yield* fieldsOfSource(arg);
      return;
    case "arithmetic":
      yield* fieldsOfSource(source.left);
      yield* fieldsOfSource(source.right);
      return;
    case "negative":
      yield* fieldsOfSource(source.operand);
  }
}
