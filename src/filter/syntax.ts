/** What a filter says, as it was typed: names are not looked up yet and values have no types. */

/** Where something stands in the expression: UTF-16 offsets, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Logical = "and" | "or" | "xor";
/** Spelled as the language has them; the words (`eq`, `any_ne`) are only other spellings. */
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
  /** Something that stands alone: a field that is there, a sum that is not zero. */
  | ({ readonly type: "presence"; readonly operand: Operand } & Span);

/** A value, or a range of values with both ends. */
export interface SetElement {
  readonly from: Operand;
  readonly to?: Operand;
}

export type Operand =
  /** A field or a value without quotes: only the names tell which. A dot before it says that it is a field, a colon that it is none. */
  | ({ readonly type: "word"; readonly text: string; readonly layers?: readonly Range[] } & Span)
  /** Between the quotes as typed, escapes and all. */
  | ({ readonly type: "string"; readonly source: string; readonly raw: boolean } & Span)
  | ({ readonly type: "character"; readonly source: string } & Span)
  | ({ readonly type: "slice"; readonly of: Operand; readonly ranges: readonly Range[] } & Span)
  | ({ readonly type: "call"; readonly name: string; readonly args: readonly Operand[] } & Span)
  | ({ readonly type: "arithmetic"; readonly operator: Arithmetic; readonly left: Operand; readonly right: Operand } & Span)
  | ({ readonly type: "negative"; readonly operand: Operand } & Span);

/** Of bytes or of layers; a missing end is the end. Negative offsets count from behind. */
export interface Range {
  readonly first: number;
  /** How many from there on. */
  readonly count?: number;
}
