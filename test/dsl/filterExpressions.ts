import * as fc from "fast-check";

/** Display filters that make sense, built at random. */
const numbers = fc.constantFrom(
  "tcp.port",
  "tcp.srcport",
  "tcp.len",
  "ip.ttl",
  "tcp.seq",
  "frame.number",
  "udp.port",
  "tcp.hdr_len",
  "tcp.flags",
);
const value = fc.integer({ min: 0, max: 255 }).map(String);
const comparison = fc.constantFrom("==", "!=", "===", "!==", "<", "<=", ">", ">=", "eq", "any_ne");
const sum: fc.Arbitrary<string> = fc.letrec<{ sum: string }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 2 },
    numbers,
    fc.tuple(numbers, fc.constantFrom("+", "-", "*", "/", "%", "&"), fc.oneof(value, tie("sum"))).map((parts) => parts.join(" ")),
    fc.tuple(tie("sum"), fc.constantFrom("*", "%"), value).map(([left, sign, right]) => `{${left}} ${sign} ${right}`),
  ),
})).sum;
const quantifier = fc.constantFrom("", "", "any ", "all ");
const ranges = fc.constantFrom("[0:2]", "[-4:]", "[1]", "[0,2-3]", "[:3]");

const simple = fc.oneof(
  numbers,
  fc.constantFrom("tcp", "udp", "ip", "tcp.analysis.flags", "frame[60:1]", "ip.addr#2", "tcp.payload"),
  fc.tuple(quantifier, sum, comparison, value).map(([some, left, sign, right]) => `${some}${left} ${sign} ${right}`),
  fc.tuple(numbers, fc.array(value, { minLength: 1, maxLength: 3 })).map(([field, set]) => `${field} in {${set.join(", ")}}`),
  fc.tuple(numbers, value, value).map(([field, low, high]) => `${field} not in {${low} .. ${high}}`),
  fc
    .tuple(fc.constantFrom("frame", "tcp", "eth.src", "ip.src"), ranges, comparison, value)
    .map(([field, range, sign, byte]) => `${field}${range} ${sign} ${Number(byte).toString(16).padStart(2, "0")}`),
  fc
    .tuple(fc.constantFrom("ip.addr", "ip.src"), comparison, value)
    .map(([field, sign, byte]) => `${field} ${sign} 10.0.0.${byte}`),
  fc.constantFrom(
    "tcp.payload contains 00:00",
    'frame matches "^.{20}"',
    'string(tcp.port) contains "8"',
    "len(tcp.payload) > 100",
    "max(tcp.port) == 80",
  ),
);

export const expressions: fc.Arbitrary<string> = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    simple,
    fc
      .tuple(tie("expression"), fc.constantFrom("&&", "or", "xor", "and", "||"), tie("expression"))
      .map((parts) => parts.join(" ")),
    tie("expression").map((inside) => `!(${inside})`),
    tie("expression").map((inside) => `(${inside})`),
  ),
})).expression;
