import { fail } from "./problem";
import type { Range, Span } from "./syntax";

export type Token = Span &
  (
    | { readonly type: "operator"; readonly text: string }
    | { readonly type: "word"; readonly text: string }
    | { readonly type: "string"; readonly source: string; readonly raw: boolean }
    | { readonly type: "character"; readonly source: string }
    /** The ranges in brackets: of bytes, or, after `#`, of layers. */
    | { readonly type: "slice"; readonly ranges: readonly Range[] }
    | { readonly type: "layers"; readonly ranges: readonly Range[] }
    | { readonly type: "end"; readonly text: "" }
  );

/** A longer operator stands before those that it begins with. */
const operators = /===|!==|==|!=|~=|<=|>=|&&|\|\||\^\^|\.\.|[()<>!,{}~+\-*/%&]/y;

const name = "[A-Za-z0-9_][A-Za-z0-9_-]*";
const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = `${octet}(?:\\.${octet}){3}`;
const group = "[0-9A-Fa-f]{1,4}";
/** Each alternative has `::` at another place (RFC 4291 §2.2). */
const ipv6 = [
  `(?:${group}:){6}(?:${group}:${group}|${ipv4})`,
  ...Array.from({ length: 7 }, (_, before) => {
    const head = before === 0 ? "" : `${group}(?::${group}){0,${before - 1}}`;
    const room = 7 - before;
    return `${head}::(?:(?:${group}:){0,${Math.max(0, room - 2)}}${ipv4}|(?:${group}(?::${group}){0,${room - 1}})?)`;
  }),
].join("|");

/** Patterns of a word; the one that matches the longest text counts. */
const words = [
  // a field, a number, a name or a host: a minus may be in it, but not before it
  `\\.?${name}(?:\\.${name})*`,
  `${ipv4}(?:/\\d{1,2})?`,
  `(?:${ipv6})(?:/\\d{1,3})?`,
  "[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2})+",
  "[0-9A-Fa-f]{2}:(?![0-9A-Za-z:])",
  // a colon before it says that it is a value, no field
  ":[0-9A-Fa-f]+(?:[:.-][0-9A-Fa-f]{2})*",
].map((pattern) => new RegExp(pattern, "y"));

const blank = /[ \t\r\n]+/y;
const string = /([rR]?)"((?:[^"\\]|\\[\s\S])*)"/y;
const character = /'((?:[^'\\]|\\[\s\S])*)'/y;
const brackets = /\[([^\]]*)\]/y;
const layer = /#(?:(\d+)|\[([^\]]*)\])/y;

/** The tokens of an expression, and one that marks its end. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const space = match(blank, text, at);
    const token = space ? undefined : tokenAt(text, at);
    if (token) found.push(token);
    at = token ? token.end : at + space![0].length;
  }
  return [...found, { type: "end", text: "", start: text.length, end: text.length }];
}

function tokenAt(text: string, start: number): Token {
  const spanOf = (found: RegExpExecArray) => ({ start, end: start + found[0].length });
  switch (text[start]) {
    case "[": {
      const found =
        match(brackets, text, start) ?? fail({ start, end: text.length }, { kind: "range", found: text.slice(start) });
      return { type: "slice", ranges: readRanges(found[1], start + 1), ...spanOf(found) };
    }
    case "#": {
      const found = match(layer, text, start) ?? fail({ start, end: start + 1 }, { kind: "layer", found: "#" });
      const [, one, several] = found;
      const ranges = one === undefined ? readRanges(several, start + 2) : [{ first: Number(one), count: 1 }];
      return { type: "layers", ranges, ...spanOf(found) };
    }
    case "'": {
      const found = match(character, text, start) ?? fail({ start, end: text.length }, { kind: "open-character" });
      return { type: "character", source: found[1], ...spanOf(found) };
    }
  }
  const quoted = match(string, text, start);
  if (quoted) return { type: "string", source: quoted[2], raw: quoted[1] !== "", ...spanOf(quoted) };
  if (text[start] === '"') fail({ start, end: text.length }, { kind: "open-string" });
  const longest = words.map((pattern) => match(pattern, text, start)?.[0] ?? "").reduce((a, b) => (b.length > a.length ? b : a));
  // two dots mean a range, and do not begin a word
  if (longest !== "" && !longest.startsWith("..")) return { type: "word", text: longest, start, end: start + longest.length };
  const operator = match(operators, text, start);
  if (operator) return { type: "operator", text: operator[0], ...spanOf(operator) };
  if (text.startsWith("${", start)) fail({ start, end: text.indexOf("}", start) + 1 || text.length }, { kind: "reference" });
  const odd = String.fromCodePoint(text.codePointAt(start)!);
  return fail({ start, end: start + odd.length }, { kind: "unexpected", found: odd });
}

/** Matches a sticky pattern at one place. */
function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const number = "-?(?:0[xX][0-9A-Fa-f]+|\\d+)";
const range = new RegExp(`^(?:(${number})|(${number})?:(${number})?|(${number})-(${number}))$`);

/** `3`, `3:2` (two from there), `3-4` (both included), `:2` and `3:`. */
function readRanges(source: string, offset: number): Range[] {
  let start = offset;
  return source.split(",").map((part) => {
    const span = { start, end: start + part.length };
    start = span.end + 1;
    const found = range.exec(part.replace(/[ \t\r\n]/g, ""));
    if (!found || part.trim() === ":") return fail(span, { kind: "range", found: part });
    const [, alone, from, count, first, last] = found;
    const wrong = (): never => fail(span, { kind: "range", found: part });
    if (alone !== undefined) return { first: readInteger(alone), count: 1 };
    if (first !== undefined) {
      const [begin, end] = [readInteger(first), readInteger(last)];
      return begin < 0 !== end < 0 || begin >= end ? wrong() : { first: begin, count: end - begin + 1 };
    }
    if (count !== undefined && readInteger(count) <= 0) wrong();
    return { first: readInteger(from ?? "0"), ...(count !== undefined && { count: readInteger(count) }) };
  });
}

function readInteger(text: string): number {
  const digits = text.replace("-", "");
  const value = /^0\d/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return text.startsWith("-") ? -value : value;
}
