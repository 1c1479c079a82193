import type { Expression, Operand, Range } from "./syntax";

const spelling = { and: "&&", or: "||", xor: "^^" } as const;
const strength = { or: 1, xor: 2, and: 3, "&": 1, "+": 2, "-": 2, "*": 3, "/": 3, "%": 3 } as const;

/** The expression in one spelling, with as many brackets as its meaning needs: reading it again gives the same tree. */
export function print(expression: Expression): string {
  switch (expression.type) {
    case "and":
    case "or":
    case "xor": {
      const { type, left, right } = expression;
      return `${sideOf(left, strength[type])} ${spelling[type]} ${sideOf(right, strength[type] + 1)}`;
    }
    case "not": {
      const { operand } = expression;
      return operand.type === "not" ? `!${print(operand)}` : `!(${print(operand)})`;
    }
    case "presence":
      return printOperand(expression.operand);
    case "relation": {
      const { relation, quantifier, left, right } = expression;
      return `${quantified(quantifier)}${printOperand(left)} ${relation} ${printOperand(right)}`;
    }
    case "membership": {
      const { quantifier, negated, left, set } = expression;
      const elements = set.map(({ from, to }) => (to ? `${printOperand(from)} .. ${printOperand(to)}` : printOperand(from)));
      return `${quantified(quantifier)}${printOperand(left)} ${negated ? "not in" : "in"} {${elements.join(", ")}}`;
    }
  }
}

const quantified = (quantifier: string | undefined) => (quantifier ? `${quantifier} ` : "");

function sideOf(side: Expression, least: number): string {
  const binds = side.type === "and" || side.type === "or" || side.type === "xor" ? strength[side.type] : 9;
  return binds < least ? `(${print(side)})` : print(side);
}

export function printOperand(operand: Operand): string {
  switch (operand.type) {
    case "word":
      return `${operand.text}${operand.layers ? `#[${operand.layers.map(printRange)}]` : ""}`;
    case "string":
      return `${operand.raw ? "r" : ""}"${operand.source}"`;
    case "character":
      return `'${operand.source}'`;
    case "slice":
      return `${printOperand(operand.of)}[${operand.ranges.map(printRange)}]`;
    case "call":
      return `${operand.name}(${operand.args.map(printOperand).join(", ")})`;
    case "negative":
      return `-${printOperand(operand.operand)}`;
    case "arithmetic": {
      const { operator, left, right } = operand;
      return `${partOf(left, strength[operator])} ${operator} ${partOf(right, strength[operator] + 1)}`;
    }
  }
}

function partOf(part: Operand, least: number): string {
  return part.type === "arithmetic" && strength[part.operator] < least ? `{${printOperand(part)}}` : printOperand(part);
}

const printRange = ({ first, count }: Range) => (count === undefined ? `${first}:` : `${first}:${count}`);
