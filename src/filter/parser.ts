import { type Token, tokens } from "./lexer";
import { fail } from "./problem";
import type { Arithmetic, Comparison, Expression, Logical, Operand, Quantifier, Range, SetElement } from "./syntax";

const comparisons: Readonly<Record<string, Comparison>> = {
  "==": "==",
  eq: "==",
  any_eq: "==",
  "!=": "!=",
  ne: "!=",
  all_ne: "!=",
  "===": "===",
  all_eq: "===",
  "!==": "!==",
  any_ne: "!==",
  // an older spelling
  "~=": "!==",
  "<": "<",
  lt: "<",
  "<=": "<=",
  le: "<=",
  ">": ">",
  gt: ">",
  ">=": ">=",
  ge: ">=",
};
const searches: Readonly<Record<string, "contains" | "matches">> = {
  contains: "contains",
  matches: "matches",
  "~": "matches",
};
const logical: Readonly<Record<string, Logical>> = {
  and: "and",
  "&&": "and",
  or: "or",
  "||": "or",
  xor: "xor",
  "^^": "xor",
};
const arithmetic: Readonly<Record<string, Arithmetic>> = {
  "+": "+",
  "-": "-",
  "*": "*",
  "/": "/",
  "%": "%",
  "&": "&",
  bitand: "&",
  bitwise_and: "&",
};
/** How closely operators bind; a higher number binds closer. */
const strength: Readonly<Record<Logical | Arithmetic, number>> = {
  or: 1,
  xor: 2,
  and: 3,
  "&": 1,
  "+": 2,
  "-": 2,
  "*": 3,
  "/": 3,
  "%": 3,
};
const quantifiers: ReadonlySet<string> = new Set(["any", "all"]);
/** Words that cannot be values. */
const reserved: ReadonlySet<string> = new Set([
  ...[comparisons, searches, logical, arithmetic].flatMap((table) => Object.keys(table)),
  ...quantifiers,
  "not",
  "in",
]);
/** Deeper nesting than anybody writes. */
const deepest = 400;

/** Reads an expression; nothing for one that is empty and means everything. Throws `FilterError`. */
export function parse(text: string): Expression | undefined {
  const parser = new Parser(tokens(text));
  return parser.isAtEnd ? undefined : parser.whole();
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly list: readonly Token[]) {}

  get isAtEnd(): boolean {
    return this.token.type === "end";
  }

  whole(): Expression {
    const expression = this.expression(0);
    if (!this.isAtEnd) this.unexpected();
    return expression;
  }

  private get token(): Token {
    return this.list[this.at];
  }

  /** The text of an operator or a word, else nothing. */
  private get symbol(): string {
    const { token } = this;
    return token.type === "operator" || token.type === "word" ? token.text : "";
  }

  private unexpected(): never {
    const { token } = this;
    if (token.type === "end") return fail(token, { kind: "unexpected-end" });
    return fail(token, { kind: "unexpected", found: spelled(token) });
  }

  private take(symbol: string): boolean {
    if (this.symbol !== symbol) return false;
    this.at += 1;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.take(symbol)) this.unexpected();
  }

  /** Where the token that was read last ends. */
  private get end(): number {
    return this.list[this.at - 1].end;
  }

  private within<Result>(read: () => Result): Result {
    this.depth += 1;
    if (this.depth > deepest) fail(this.token, { kind: "too-deep" });
    const result = read();
    this.depth -= 1;
    return result;
  }

  private expression(least: number): Expression {
    let left = this.within(() => this.factor());
    for (let type = logical[this.symbol]; type && strength[type] > least; type = logical[this.symbol]) {
      this.at += 1;
      const right = this.expression(strength[type]);
      left = { type, left, right, start: left.start, end: right.end };
    }
    return left;
  }

  private factor(): Expression {
    const { start } = this.token;
    if (this.take("!") || this.take("not")) {
      const operand = this.within(() => this.factor());
      return { type: "not", operand, start, end: operand.end };
    }
    if (this.take("(")) {
      const inside = this.expression(0);
      this.expect(")");
      return { ...inside, start, end: this.end };
    }
    return this.relation();
  }

  private relation(): Expression {
    const { start } = this.token;
    const quantifier = quantifiers.has(this.symbol) ? (this.symbol as Quantifier) : undefined;
    if (quantifier) this.at += 1;
    const more = quantifier && { quantifier };
    const isBraced = this.symbol === "{";
    const left = this.operand(0);
    if (comparisons[this.symbol]) return this.comparison(left, start, more);
    // searches and `in` ask about one thing, not about a sum
    const isSum = isBraced || left.type === "arithmetic" || left.type === "negative";
    const relation = searches[this.symbol];
    if (relation && !isSum) {
      this.at += 1;
      const right = this.entity();
      return { type: "relation", relation, ...more, left, right, start, end: this.end };
    }
    const before = this.at;
    const negated = this.take("not");
    if (!isSum && this.take("in")) return { type: "membership", ...more, negated, left, set: this.set(), start, end: this.end };
    this.at = before;
    if (quantifier) this.unexpected();
    return { type: "presence", operand: left, start, end: this.end };
  }

  /** `a < b < c` says `a < b` and `b < c`. */
  private comparison(left: Operand, start: number, more: { quantifier: Quantifier } | undefined): Expression {
    const relation = comparisons[this.symbol];
    this.at += 1;
    const right = this.operand(0);
    const first: Expression = { type: "relation", relation, ...more, left, right, start, end: this.end };
    if (!comparisons[this.symbol]) return first;
    const rest = this.within(() => this.comparison(right, right.start, more));
    return { type: "and", left: first, right: rest, start, end: rest.end };
  }

  private set(): SetElement[] {
    const elements: SetElement[] = [];
    this.expect("{");
    do {
      const from = this.signed();
      elements.push(this.take("..") ? { from, to: this.signed() } : { from });
    } while (this.take(","));
    this.expect("}");
    return elements;
  }

  private operand(least: number): Operand {
    let left = this.within(() => this.term());
    for (let operator = arithmetic[this.symbol]; operator && strength[operator] > least; operator = arithmetic[this.symbol]) {
      this.at += 1;
      const right = this.operand(strength[operator]);
      left = { type: "arithmetic", operator, left, right, start: left.start, end: right.end };
    }
    return left;
  }

  private term(): Operand {
    const { start } = this.token;
    if (!this.take("{")) return this.signed();
    const inside = this.operand(0);
    this.expect("}");
    return { ...inside, start, end: this.end };
  }

  private signed(): Operand {
    const { start } = this.token;
    if (this.take("+")) return { ...this.entity(), start };
    if (!this.take("-")) return this.entity();
    const operand = this.entity();
    return { type: "negative", operand, start, end: operand.end };
  }

  private entity(): Operand {
    let entity = this.atom();
    for (let { token } = this; token.type === "slice"; token = this.token) {
      this.at += 1;
      entity = { type: "slice", of: entity, ranges: token.ranges, start: entity.start, end: token.end };
    }
    return entity;
  }

  private atom(): Operand {
    const { token } = this;
    const { start, end } = token;
    if (token.type === "string" || token.type === "character") {
      this.at += 1;
      return token;
    }
    if (token.type !== "word" || reserved.has(token.text)) return this.unexpected();
    this.at += 1;
    const { text } = token;
    if (/^[A-Za-z_]\w*$/.test(text) && this.take("(")) return this.call(text, start);
    const layers = this.layers();
    return { type: "word", text, ...(layers && { layers }), start, end: layers ? this.end : end };
  }

  private call(name: string, start: number): Operand {
    const args: Operand[] = [];
    if (!this.take(")")) {
      do args.push(this.within(() => this.operand(0)));
      while (this.take(","));
      this.expect(")");
    }
    return { type: "call", name, args, start, end: this.end };
  }

  private layers(): readonly Range[] | undefined {
    const { token } = this;
    if (token.type !== "layers") return undefined;
    this.at += 1;
    return token.ranges;
  }
}

function spelled(token: Token): string {
  switch (token.type) {
    case "string":
      return `${token.raw ? "r" : ""}"${token.source}"`;
    case "character":
      return `'${token.source}'`;
    case "slice":
      return "[";
    case "layers":
      return "#";
    default:
      return token.text;
  }
}
