import { fail } from "./problem";
import type { Span } from "./syntax";

/** POSIX classes, as JavaScript writes them between brackets. */
const classes: Readonly<Record<string, string>> = {
  alpha: "A-Za-z",
  digit: "0-9",
  alnum: "A-Za-z0-9",
  upper: "A-Z",
  lower: "a-z",
  space: "\\s",
  blank: " \\t",
  punct: "!-\\/:-@\\[-`{-~",
  xdigit: "0-9A-Fa-f",
  word: "\\w",
  cntrl: "\\x00-\\x1f\\x7f",
  print: "\\x20-\\x7e",
  graph: "\\x21-\\x7e",
  ascii: "\\x00-\\x7f",
};

/** Escapes that JavaScript has to write otherwise. */
const escapes: Readonly<Record<string, string>> = {
  A: "(?<![\\s\\S])",
  z: "(?![\\s\\S])",
  Z: "(?=\\n?(?![\\s\\S]))",
  h: "[ \\t\\xa0]",
  H: "[^ \\t\\xa0]",
  R: "(?:\\r\\n|[\\n\\v\\f\\r\\x85])",
  N: "[^\\n]",
  a: "\\x07",
  e: "\\x1b",
};

/**
 * Translates a pattern as Wireshark reads it (PCRE2, byte by byte, in any case) into one of JavaScript's. What has no equal there
 * is refused rather than read as something else.
 */
export function compilePattern(pattern: string, place: Span): RegExp {
  const { flags, body } = leadingOptions(pattern);
  const refuse = (reason: string): never => fail(place, { kind: "regex", reason });
  const translated = translate(body, flags, refuse);
  try {
    return new RegExp(translated, ["i", "m", "s"].filter((flag) => flags.has(flag)).join(""));
  } catch (error) {
    return refuse((error as Error).message.replace(/^Invalid regular expression: \/[\s\S]*\/\w*: /, ""));
  }
}

/** Options at the start, such as `(?i)`, hold for all that follows. */
function leadingOptions(pattern: string): { flags: Set<string>; body: string } {
  const flags = new Set(["i"]);
  let body = pattern;
  for (let found = /^\(\?([imsx]*)(?:-([imsx]+))?\)/.exec(body); found; found = /^\(\?([imsx]*)(?:-([imsx]+))?\)/.exec(body)) {
    for (const flag of found[1]) flags.add(flag);
    for (const flag of found[2] ?? "") flags.delete(flag);
    body = body.slice(found[0].length);
  }
  return { flags, body };
}

function translate(body: string, flags: ReadonlySet<string>, refuse: (reason: string) => never): string {
  let result = "";
  for (let at = 0; at < body.length; ) {
    const rest = body.slice(at);
    const [text, length] = translateAt(rest, flags, refuse);
    result += text;
    at += length;
  }
  return result;
}

function translateAt(rest: string, flags: ReadonlySet<string>, refuse: (reason: string) => never): readonly [string, number] {
  const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest);
  if (quoted) return [quoted[1].replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), quoted[0].length];
  const wide = /^\\x\{([0-9A-Fa-f]{1,2})\}/.exec(rest);
  if (wide) return [`\\x${wide[1].padStart(2, "0")}`, wide[0].length];
  const octal = /^\\(0[0-7]{0,2}|[1-3][0-7]{2})/.exec(rest);
  if (octal) return [`\\x${Number.parseInt(octal[1], 8).toString(16).padStart(2, "0")}`, octal[0].length];
  if (rest[0] === "\\") {
    if (rest.length === 1) return refuse("\\ at end of pattern");
    return [escapes[rest[1]] ?? rest.slice(0, 2), 2];
  }
  if (rest[0] === "[") return translateClass(rest, refuse);
  const named = /^\(\?(?:P<|<(?![=!]))([A-Za-z_]\w*)>/.exec(rest) ?? /^\(\?'([A-Za-z_]\w*)'/.exec(rest);
  if (named) return [`(?<${named[1]}>`, named[0].length];
  const comment = /^\(\?#[^)]*\)/.exec(rest);
  if (comment) return ["", comment[0].length];
  if (/^\(\?(?![:=!]|<[=!])/.test(rest) || /^\(\*/.test(rest)) return refuse(`${rest.slice(0, 4)}… is not supported here`);
  if (/^(?:[*+?]|\{\d+(?:,\d*)?\})\+/.test(rest)) return refuse("possessive quantifiers are not supported here");
  // without `m`, `$` is the end of the text, or just before a line feed there
  if (rest[0] === "$" && !flags.has("m")) return ["(?=\\n?(?![\\s\\S]))", 1];
  if (flags.has("x") && /^(?:\s|#)/.test(rest)) return ["", (/^(?:\s+|#[^\n]*)/.exec(rest) ?? [" "])[0].length];
  return [rest[0], 1];
}

/** A class in brackets; a closing bracket at its very start counts as a character. */
function translateClass(rest: string, refuse: (reason: string) => never): readonly [string, number] {
  const found = /^\[(\^?)(\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*)\]/.exec(rest);
  if (!found) return refuse("missing terminating ] for character class");
  const [whole, negated, inside] = found;
  const body = inside
    .replace(/^\]/, "\\]")
    .replace(/\[:(\w+):\]/g, (_, name: string) => classes[name] ?? refuse(`unknown POSIX class name: ${name}`))
    .replace(/\[:\^\w+:\]/g, () => refuse("negated POSIX classes are not supported here"))
    .replace(/\\h/g, " \\t\\xa0")
    .replace(/\\a/g, "\\x07")
    .replace(/\\e/g, "\\x1b");
  return [`[${negated}${body}]`, whole.length];
}
