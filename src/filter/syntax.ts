/** A filter as it was typed: names are not looked up yet and values have no types. */

/** Where something stands in the expression: UTF-16 offsets, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Logical = "and" | "or" | "xor";
/** By their signs; the words (`eq`, `any_ne`) are only other spellings. */
export type Comparison = "==" | "!=" | "===" | "!==" | "<" | "<=" | ">" | ">=";
export type Relation = Comparison | "contains" | "matches";
export type Quantifier = "any" | "all";
export type Arithmetic = "+" | "-" | "*" | "/" | "%" | "&";

export type Expression =
  | ({ readonly type: Logical; readonly left: Expression; readonly right: Expression } & Span)
  | ({ readonly type: "not"; readonly operand: Expression } & Span)
  | ({
      readonly type: "relation";
      readonly relation: Relation;
      readonly quantifier?: Quantifier;
      readonly left: Operand;
      readonly right: Operand;
    } & Span)
  | ({
      readonly type: "membership";
      readonly quantifier?: Quantifier;
      readonly negated: boolean;
      readonly left: Operand;
      readonly set: readonly SetElement[];
    } & Span)
  /** An operand that stands alone: true for a field that is there, and for a sum that is not zero. */
  | ({ readonly type: "presence"; readonly operand: Operand } & Span);

/** A value, or a range of values that includes both ends. */
export interface SetElement {
  readonly from: Operand;
  readonly to?: Operand;
}

export type Operand =
  /** A field or a value without quotes: only the list of names tells which. A dot before it makes it a field, a colon a value. */
  | ({ readonly type: "word"; readonly text: string; readonly layers?: readonly Range[] } & Span)
  /** What stands between the quotes as typed, escapes included. */
  | ({ readonly type: "string"; readonly source: string; readonly raw: boolean } & Span)
  | ({ readonly type: "character"; readonly source: string } & Span)
  | ({ readonly type: "slice"; readonly of: Operand; readonly ranges: readonly Range[] } & Span)
  | ({ readonly type: "call"; readonly name: string; readonly args: readonly Operand[] } & Span)
  | ({ readonly type: "arithmetic"; readonly operator: Arithmetic; readonly left: Operand; readonly right: Operand } & Span)
  | ({ readonly type: "negative"; readonly operand: Operand } & Span);

/** A range of bytes or of layers. Negative offsets count from the end. */
export interface Range {
  readonly first: number;
  /** How many from there on; all of them where it is missing. */
  readonly count?: number;
}
