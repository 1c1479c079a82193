import type { FilterType } from "../protocols/filterTypes";
import { type FilterField, fieldNamed } from "./fields";
import { readInteger, readLiteral } from "./literals";
import type { FunctionName, Source } from "./plan";
import { printOperand } from "./printer";
import { fail } from "./problem";
import type { Arithmetic, Operand } from "./syntax";
import { bitsOf, canAdd, canMask, canMultiply, canSlice, canSpell, compatible, isInteger, isSigned, typeName } from "./types";
import { unknownField, unknownFunction } from "./unknown";

/** The left side says of which type the right one is, so it has to be more than a value. */
export function checkLeft(operand: Operand): Source {
  switch (operand.type) {
    case "word": {
      const field = fieldNamed(operand.text);
      if (!field && isName(operand.text)) return unknownField(operand);
      return field ? fieldSource(operand, field) : fail(operand, { kind: "left-side", found: operand.text });
    }
    case "string":
    case "character":
      return fail(operand, { kind: "left-side", found: printOperand(operand) });
    case "slice":
      return checkSlice(operand);
    case "call":
      return checkCall(operand);
    case "negative": {
      if (isConstant(operand)) return fail(operand, { kind: "constant-left" });
      return negative(operand, checkLeft(operand.operand));
    }
    case "arithmetic": {
      if (isConstant(operand.left)) return fail(operand.left, { kind: "constant-left" });
      return checkArithmetic(operand, checkLeft(operand.left));
    }
  }
}

const isName = (text: string) => /^\.?[A-Za-z_]/.test(text) && readInteger(text) === undefined;

/** Whether it is a value, or arithmetic that begins with one: then nothing says of which type it is. */
function isConstant(operand: Operand): boolean {
  switch (operand.type) {
    case "word":
      return fieldNamed(operand.text) === undefined && !isName(operand.text);
    case "string":
    case "character":
      return true;
    case "negative":
      return isConstant(operand.operand);
    case "arithmetic":
      return isConstant(operand.left);
    default:
      return false;
  }
}

function fieldSource(operand: Extract<Operand, { type: "word" }>, field: FilterField): Source {
  const { layers } = operand;
  return { type: "field", field, ...(layers && { layers }), valueType: field.type };
}

/** The right side of a comparison: a field as well, or a value of the left side's type. */
export function checkRight(operand: Operand, left: Source, more: { readonly piece?: boolean } = {}): Source {
  const field = left.type === "field" ? left.field : undefined;
  return checkTyped(operand, left.valueType, field, more.piece);
}

function checkTyped(operand: Operand, type: FilterType, field?: FilterField, piece?: boolean): Source {
  switch (operand.type) {
    case "word": {
      const named = fieldNamed(operand.text);
      if (named) return fieldSource(operand, named);
      if (operand.text.startsWith(".")) return unknownField(operand);
      return { type: "constant", ...readLiteral(operand, { type, field, ...(piece && { piece }) }), valueType: type };
    }
    case "string":
    case "character":
      return { type: "constant", ...readLiteral(operand, { type, field, ...(piece && { piece }) }), valueType: type };
    case "slice":
      return checkSlice(operand);
    case "call":
      return checkCall(operand);
    case "negative":
      return negative(operand, checkTyped(operand.operand, type, field));
    case "arithmetic":
      return checkArithmetic(operand, checkTyped(operand.left, type, field));
  }
}

function checkSlice(operand: Extract<Operand, { type: "slice" }>): Source {
  const of = operand.of.type === "word" && !fieldNamed(operand.of.text) ? unknownField(operand.of) : checkLeft(operand.of);
  if (!canSlice(of.valueType)) fail(operand.of, { kind: "slice", found: printOperand(operand.of), type: typeName[of.valueType] });
  return { type: "slice", of, ranges: operand.ranges, valueType: "bytes" };
}

const allowed: Readonly<Record<Arithmetic, (type: FilterType) => boolean>> = {
  "+": canAdd,
  "-": canAdd,
  "*": canMultiply,
  "/": canMultiply,
  "%": canMultiply,
  "&": canMask,
};

function checkArithmetic(operand: Extract<Operand, { type: "arithmetic" }>, left: Source): Source {
  const { operator } = operand;
  requireCan(operand.left, left, allowed[operator], operator);
  const { right: by } = operand;
  // elsewhere a text may stand for bytes, but not in arithmetic
  if (by.type === "string" || by.type === "character")
    fail(by, { kind: "operator", found: printOperand(by), type: typeName.text, operator });
  const right = checkTyped(by, left.valueType);
  requireCan(by, right, allowed[operator], operator);
  if (!compatible(left.valueType, right.valueType))
    fail(by, { kind: "incompatible", left: typeName[left.valueType], right: typeName[right.valueType] });
  return { type: "arithmetic", operator, left, right, valueType: left.valueType };
}

function negative(operand: Operand, of: Source): Source {
  requireCan(operand, of, canAdd, "-");
  return { type: "negative", operand: of, valueType: of.valueType };
}

export function requireCan(operand: Operand, source: Source, can: (type: FilterType) => boolean, operator: string): void {
  if (can(source.valueType)) return;
  fail(operand, { kind: "operator", found: printOperand(operand), type: typeName[source.valueType], operator });
}

interface FunctionRule {
  readonly least: number;
  readonly most: number;
  /** Whether an argument of this type will do. */
  readonly takes: (type: FilterType) => boolean;
  /** The argument has to be a field, no sum or slice. */
  readonly fieldsOnly: boolean;
  readonly gives: (type: FilterType) => FilterType;
}

const anything = () => true;
const isText = (type: FilterType) => type === "text";
const same = (type: FilterType) => type;
const one = { least: 1, most: 1, fieldsOnly: true };
const several = { least: 1, most: Number.POSITIVE_INFINITY, fieldsOnly: false };
const hasOrder = (type: FilterType) => type !== "label";

const functions: Readonly<Record<FunctionName, FunctionRule>> = {
  len: { ...one, takes: anything, gives: () => "uint32" },
  count: { ...one, takes: anything, gives: () => "uint32" },
  upper: { ...one, takes: isText, gives: same },
  lower: { ...one, takes: isText, gives: same },
  string: { ...one, takes: canSpell, gives: () => "text" },
  max: { ...several, takes: hasOrder, gives: same },
  min: { ...several, takes: hasOrder, gives: same },
  abs: { ...one, fieldsOnly: false, takes: canAdd, gives: same },
};
export const functionNames = Object.keys(functions) as FunctionName[];

function checkCall(operand: Extract<Operand, { type: "call" }>): Source {
  const name = functionNames.find((each) => each === operand.name) ?? unknownFunction(operand, functionNames);
  const { least, most, takes, fieldsOnly, gives } = functions[name];
  if (operand.args.length < least || operand.args.length > most) fail(operand, { kind: "arguments", name, least, most });
  const [first, ...rest] = operand.args;
  const refuse = (arg: Operand): never => fail(arg, { kind: "argument", name, found: printOperand(arg) });
  if ((fieldsOnly && first.type !== "word") || isConstant(first)) refuse(first);
  const source = checkLeft(first);
  if (!takes(source.valueType)) refuse(first);
  const others = rest.map((arg) => {
    const other = checkTyped(arg, source.valueType);
    if (other.valueType !== source.valueType) refuse(arg);
    return other;
  });
  return { type: "call", name, args: [source, ...others], valueType: gives(source.valueType) };
}

/** In how many bits numbers of a type are calculated, and whether they have a sign. */
export function arithmeticOf(type: FilterType): { bits: number; signed: boolean } | undefined {
  if (!isInteger(type)) return undefined;
  return { bits: bitsOf(type)! > 32 ? 64 : 32, signed: isSigned(type) };
}
