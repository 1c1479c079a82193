import { translateCaptureFilter } from "./captureFilter";
import { filterFields } from "./fields";
import { parse } from "./parser";
import { print } from "./printer";
import type { FilterProblem } from "./problem";
import { isReadable, read } from "./read";
import type { Comparison, Expression } from "./syntax";

/** What people type by habit, and what they mean by it. Only a filter that can be read is offered. */

/** Longer expressions are not corrected: nobody types them. */
const longest = 2000;
/** An expression may have several slips, but hardly more than these. */
const mostRepairs = 5;

export function correct(expression: string, problem: FilterProblem): string | undefined {
  if (expression.length > longest) return undefined;
  const typed = plainTypography(expression);
  const asCaptureFilter = translateCaptureFilter(typed);
  if (asCaptureFilter !== undefined && isReadable(asCaptureFilter)) return asCaptureFilter;
  for (const rewrite of rewrites) {
    const rewritten = repaired(rewrite(typed));
    if (rewritten !== undefined && rewritten !== expression) return rewritten;
  }
  // a name that is only nearly right is replaced by the nearest one
  const [nearest] = problem.alike ?? [];
  if (nearest === undefined) return undefined;
  const renamed = `${expression.slice(0, problem.start)}${nearest}${expression.slice(problem.end)}`;
  return isReadable(renamed) ? renamed : undefined;
}

/** Ways to rewrite a filter, each of which goes further than the one before. */
const rewrites: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => lowerCase(text),
  (text) => otherOperators(lowerCase(text)),
  (text) => singleSigns(otherOperators(lowerCase(text))),
  (text) => withoutBrackets(singleSigns(otherOperators(lowerCase(text)))),
];

const signs: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "「": '"',
  "」": '"',
  "‘": "'",
  "’": "'",
  "≠": "!=",
  "≤": "<=",
  "≥": ">=",
  "–": "-",
  "—": "-",
  "−": "-",
  "、": ",",
  "。": ".",
  "…": "..",
  "\u00a0": " ",
  "\u3000": " ",
};
/** Words of logic in Chinese; the longer first. */
const chineseWords: readonly (readonly [RegExp, string])[] = [
  [/并且|而且|以及|且|和|与/g, " && "],
  [/或者|或是|或/g, " || "],
  [/不是|不等于/g, " != "],
  [/等于/g, " == "],
  [/大于/g, " > "],
  [/小于/g, " < "],
  [/包含/g, " contains "],
  [/非|不/g, " !"],
];

/** Quotes, dashes and full-width signs as word processors and Chinese keyboards write them, outside of quotes. */
function plainTypography(text: string): string {
  const halfWidth = text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[“”„«»「」‘’≠≤≥–—−、。…\u00a0\u3000]/g, (sign) => signs[sign]);
  return outsideQuotes(halfWidth, (part) =>
    chineseWords.reduce((rewritten, [word, sign]) => rewritten.replace(word, sign), part).replace(/ {2,}/g, " "),
  ).trim();
}

function outsideQuotes(text: string, rewrite: (part: string) => string): string {
  return text
    .split(/("(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*')/)
    .map((part, index) => (index % 2 === 0 ? rewrite(part) : part))
    .join("");
}

const upperWords = /\b(?:AND|OR|NOT|XOR|EQ|NE|GT|GE|LT|LE|CONTAINS|MATCHES|IN|ANY|ALL)\b/g;

/** Operators and names in lower case. */
function lowerCase(text: string): string {
  return outsideQuotes(text, (part) =>
    part
      .replace(upperWords, (word) => word.toLowerCase())
      .replace(/[A-Za-z_][\w.]*/g, (name) => (filterFields.has(name.toLowerCase()) ? name.toLowerCase() : name)),
  );
}

/** Operators as SQL, Pascal and other languages have them. */
function otherOperators(text: string): string {
  return outsideQuotes(text, (part) =>
    part
      .replace(/<>|=!(?!=)/g, "!=")
      .replace(/=>/g, ">=")
      .replace(/=</g, "<=")
      .replace(/(^|[^=!<>~])=(?!=)/g, "$1==")
      .replace(/\bis\s+not\b/gi, "!=")
      .replace(/\bis\b/gi, "==")
      .replace(/\blike\b/gi, "contains")
      .replace(/;\s*$/, ""),
  );
}

/** `&` and `|` where the logical signs are meant. */
function singleSigns(text: string): string {
  return outsideQuotes(text, (part) => part.replace(/(^|[^&])&(?!&)/g, "$1&&").replace(/(^|[^|])\|(?!\|)/g, "$1||"));
}

/** Takes away round brackets around one side of a comparison: sums are written in curly ones. */
function withoutBrackets(text: string): string {
  return outsideQuotes(text, (part) => part.replace(/\(\s*([\w.:/-]+)\s*\)(?=\s*(?:$|[=!<>]=|[<>]|&&|\|\||and\b|or\b))/g, "$1"));
}

/** Mends one complaint after another, as long as each is of a kind that has one remedy. */
function repaired(text: string): string | undefined {
  let current = text;
  for (let repairs = 0; repairs < mostRepairs; repairs += 1) {
    const reading = read(current);
    if ("filter" in reading) return current;
    const mended = mend(current, reading.problem);
    if (mended === undefined || mended === current) return undefined;
    current = mended;
  }
  return undefined;
}

function mend(text: string, { complaint, start, end }: FilterProblem): string | undefined {
  const put = (replacement: string) => `${text.slice(0, start)}${replacement}${text.slice(end)}`;
  const there = text.slice(start, end);
  switch (complaint.kind) {
    case "no-string":
    case "value-name": {
      const inside = /^"(.*)"$/s.exec(there)?.[1] ?? there;
      return put(truths[inside.toLowerCase()] ?? inside);
    }
    case "value":
      if (complaint.type === "boolean") return truths[there.toLowerCase()] && put(truths[there.toLowerCase()]);
      return complaint.type === "bytes" || complaint.type === "protocol" ? put(`"${there}"`) : undefined;
    case "regex-not-quoted":
      return put(`"${there}"`);
    case "function-alone":
      return put(`${there} > 0`);
    case "left-side":
    case "constant-left":
      return turnedRound(text);
    case "unexpected": {
      // a list of values with blanks between them
      const braces = /\{[^{}]*\}/g;
      const fits = [...text.matchAll(braces)].find(({ index, 0: set }) => index < start && start < index + set.length);
      return fits && text.replace(fits[0], fits[0].replace(/([^\s,{.])\s+(?=[^\s,}.])/g, "$1, "));
    }
    default:
      return undefined;
  }
}

const truths: Readonly<Record<string, string>> = {
  true: "True",
  false: "False",
  yes: "True",
  no: "False",
  on: "True",
  off: "False",
};

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  "==": "==",
  "!=": "!=",
  "===": "===",
  "!==": "!==",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** `80 == tcp.port` with the field on the left. */
function turnedRound(text: string): string | undefined {
  const syntax = parse(text);
  return syntax && print(turn(syntax));
}

function turn(expression: Expression): Expression {
  switch (expression.type) {
    case "and":
    case "or":
    case "xor":
      return { ...expression, left: turn(expression.left), right: turn(expression.right) };
    case "not":
      return { ...expression, operand: turn(expression.operand) };
    case "relation": {
      const { left, right, relation } = expression;
      if (relation === "contains" || relation === "matches") return expression;
      const isValue =
        left.type === "string" || left.type === "character" || (left.type === "word" && !filterFields.has(left.text));
      return isValue ? { ...expression, relation: mirrored[relation], left: right, right: left } : expression;
    }
    default:
      return expression;
  }
}
