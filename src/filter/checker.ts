import { checkLeft, checkRight, requireCan } from "./checkOperand";
import { fieldNamed } from "./fields";
import { unescaped } from "./literals";
import { compilePattern } from "./pattern";
import type { Source, SourceRange, Test } from "./plan";
import { printOperand } from "./printer";
import { fail } from "./problem";
import type { Comparison, Expression, Operand, Quantifier } from "./syntax";
import { canCompare, canContain, canMatch, compatible, typeName } from "./types";
import { unknownField } from "./unknown";

/** Gives names and values their types; throws `FilterError` where they do not fit, as Wireshark would. */
export function check(expression: Expression): Test {
  switch (expression.type) {
    case "and":
    case "or":
    case "xor":
      return { type: expression.type, left: check(expression.left), right: check(expression.right) };
    case "not":
      return { type: "not", operand: check(expression.operand) };
    case "presence":
      return checkPresence(expression.operand);
    case "relation":
      return checkRelation(expression);
    case "membership":
      return checkMembership(expression);
  }
}

function checkPresence(operand: Operand): Test {
  switch (operand.type) {
    case "word":
      if (!fieldNamed(operand.text)) unknownField(operand);
      return { type: "exists", source: checkLeft(operand) };
    case "slice":
      return { type: "exists", source: checkLeft(operand) };
    case "call":
      return fail(operand, { kind: "function-alone" });
    case "string":
    case "character":
      return fail(operand, { kind: "not-a-field", found: printOperand(operand) });
    default:
      return { type: "holds", source: checkLeft(operand) };
  }
}

/** How many of a field's values have to fit where neither `any` nor `all` is said: `!=` and `===` mean all of them. */
const everyBy: Readonly<Record<Comparison, Quantifier>> = {
  "==": "any",
  "===": "all",
  "!=": "all",
  "!==": "any",
  "<": "any",
  "<=": "any",
  ">": "any",
  ">=": "any",
};

function checkRelation(expression: Extract<Expression, { type: "relation" }>): Test {
  const { relation, quantifier, left: leftOperand, right: rightOperand } = expression;
  if (relation === "matches") return checkMatches(expression);
  const left = checkLeft(leftOperand);
  if (relation === "contains") {
    requireCan(leftOperand, left, canContain, relation);
    const right = checkRight(rightOperand, left, { piece: true });
    requireFit(rightOperand, left, right);
    return { type: "contains", every: quantifier ?? "any", left, right };
  }
  requireCan(leftOperand, left, canCompare, relation);
  const right = checkRight(rightOperand, left);
  requireFit(rightOperand, left, right);
  return { type: "compare", relation, every: quantifier ?? everyBy[relation], left, right };
}

/** A slice is bytes, whatever it was cut from; the addresses or protocol that it is compared with then count as bytes too. */
function requireFit(operand: Operand, left: Source, right: Source): void {
  const isSlice = left.type === "slice" || right.type === "slice";
  const asBytes = (source: Source) =>
    isSlice && ["protocol", "ipv6", "ipv4"].includes(source.valueType) && source.type === "field" ? "bytes" : source.valueType;
  if (!compatible(asBytes(left), asBytes(right)))
    fail(operand, { kind: "incompatible", left: typeName[left.valueType], right: typeName[right.valueType] });
}

function checkMatches({ quantifier, left: leftOperand, right }: Extract<Expression, { type: "relation" }>): Test {
  if (right.type !== "string") return fail(right, { kind: "regex-not-quoted" });
  const source = unescaped(right);
  const pattern = compilePattern(source, right);
  const left = checkLeft(leftOperand);
  requireCan(leftOperand, left, canMatch, "matches");
  return { type: "matches", every: quantifier ?? "any", left, pattern, source: right.source };
}

function checkMembership({ quantifier, negated, left: operand, set }: Extract<Expression, { type: "membership" }>): Test {
  if (operand.type !== "word") return fail(operand, { kind: "set-of-fields-only" });
  const left = checkLeft(operand);
  requireCan(operand, left, canCompare, "in");
  const member = (element: Operand): Source => {
    const right = checkRight(element, left);
    requireFit(element, left, right);
    return right;
  };
  const ranges = set.map(({ from, to }): SourceRange => ({ from: member(from), ...(to && { to: member(to) }) }));
  const test: Test = { type: "among", every: quantifier ?? "any", left, set: ranges };
  return negated ? { type: "not", operand: test } : test;
}
