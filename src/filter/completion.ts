import { functionNames } from "./checkOperand";
import { type FilterField, fieldNamed, filterFields } from "./fields";
import { type Token, tokens } from "./lexer";
import { FilterError } from "./problem";
import type { Span } from "./syntax";
import { canContain, canMatch, compatible } from "./types";

export interface Completion extends Span {
  /** `start` to `end` is what a chosen item replaces. */
  readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
  readonly kind: "filter" | "field" | "function" | "value" | "operator" | "word";
  readonly text: string;
  /** What a field is called, or what a filter shows. */
  readonly label?: string;
}

export interface CompletionSource {
  /** What a field is called, so that it is found by that too. */
  readonly labelOf?: (name: string) => string;
  /** Whole filters, found by what they show. */
  readonly ready?: readonly ReadyOffer[];
  /** Values that occur in the capture, as a filter writes them. */
  readonly valuesOf?: (field: FilterField) => readonly string[];
}

export interface ReadyOffer {
  readonly text: string;
  readonly label: string;
}

const mostItems = 60;

/** What may stand at a place of an expression: names, or values of the field before it, or operators that go with that field. */
export function complete(text: string, cursor: number, source: CompletionSource = {}): Completion {
  const before = text.slice(0, cursor);
  const typed = /"?[\w.\u3400-\u9fff:-]*$/.exec(before)![0];
  const start = cursor - typed.length;
  const rest = /^[\w.]*"?/.exec(text.slice(cursor))![0];
  const end = cursor + (typed.startsWith('"') ? rest.length : rest.replace(/"$/, "").length);
  const list = tokensOf(before.slice(0, start));
  const isAlone = (before.slice(0, start) + text.slice(end)).trim() === "";
  const ready = isQuestion(list) ? readyFor(typed, isAlone, source) : [];
  const items = ranked(itemsAfter(list, source), typed, source);
  return { start, end, items: [...ready, ...items].slice(0, mostItems) };
}

/** The tokens before the end; none where the text cannot be read. */
function tokensOf(text: string): readonly Token[] {
  try {
    return tokens(text).slice(0, -1);
  } catch (error) {
    if (error instanceof FilterError) return [];
    throw error;
  }
}

const comparisons = new Set("== != === !== ~= < <= > >= eq ne lt le gt ge any_eq all_eq any_ne all_ne".split(" "));
const joints = new Set("and or xor && || ^^ not ! ( any all".split(" "));
const sums = new Set("+ - * / % & {".split(" "));

/** Whether something new can be asked for here. */
const isQuestion = (list: readonly Token[]) => list.length === 0 || joints.has(symbolOf(list.at(-1)));

/** Whole filters in whose label a word begins as typed; beside anything else they get brackets. */
function readyFor(typed: string, isAlone: boolean, { ready = [] }: CompletionSource): CompletionItem[] {
  const wanted = typed.toLowerCase();
  const isChinese = /[\u3400-\u9fff]/.test(wanted);
  if (wanted.length < (isChinese ? 2 : 3)) return [];
  return ready
    .filter(({ label }) => {
      const told = label.toLowerCase();
      return isChinese ? told.includes(wanted) : told.split(/[^a-z0-9-]+/).some((word) => word.startsWith(wanted));
    })
    .map(({ text, label }) => ({ kind: "filter", text: isAlone ? text : `(${text})`, label }));
}

function itemsAfter(list: readonly Token[], source: CompletionSource): CompletionItem[] {
  const last = list.at(-1);
  const symbol = symbolOf(last);
  if (!last || joints.has(symbol)) return questions(last !== undefined && (symbol === "any" || symbol === "all"));
  const asked = fieldBefore(list);
  if (comparisons.has(symbol) || symbol === "contains" || isInSet(list)) return asked ? valuesFor(asked, source) : names();
  if (symbol === "matches" || symbol === "~") return [];
  if (symbol === "in" || (symbol === "not" && asked)) return [{ kind: "operator", text: "{" }];
  if (sums.has(symbol) || symbol === ",") return names();
  return followers(fieldOf(last) ?? asked, list);
}

const symbolOf = (token: Token | undefined) => (token?.type === "operator" || token?.type === "word" ? token.text : "");
const fieldOf = (token: Token | undefined) => (token?.type === "word" ? fieldNamed(token.text) : undefined);

/** The field that the last comparison, search or set asks for. */
function fieldBefore(list: readonly Token[]): FilterField | undefined {
  const joint = list.findLastIndex((token) => ["and", "or", "xor", "&&", "||", "^^", "("].includes(symbolOf(token)));
  return list
    .slice(joint + 1)
    .map(fieldOf)
    .find((field) => field !== undefined);
}

function isInSet(list: readonly Token[]): boolean {
  const opened = list.findLastIndex((token) => symbolOf(token) === "{");
  const closed = list.findLastIndex((token) => symbolOf(token) === "}");
  return opened > closed && symbolOf(list[opened - 1]) === "in" && ["{", ",", ".."].includes(symbolOf(list.at(-1)));
}

const words = (...list: readonly string[]): CompletionItem[] => list.map((text) => ({ kind: "word", text }));
const operators = (...list: readonly string[]): CompletionItem[] => list.map((text) => ({ kind: "operator", text }));
const names = (): CompletionItem[] => [...filterFields.keys()].map((text) => ({ kind: "field", text }));
const functions = (): CompletionItem[] => functionNames.map((name) => ({ kind: "function", text: `${name}(` }));

function questions(isQuantified: boolean): CompletionItem[] {
  return [...names(), ...functions(), ...(isQuantified ? [] : words("not", "any", "all"))];
}

function valuesFor(field: FilterField, { valuesOf }: CompletionSource): CompletionItem[] {
  const known = Object.values(field.names ?? {}).map((name) => `"${name}"`);
  const truths = field.type === "boolean" ? ["1", "0", "True", "False"] : [];
  const seen = valuesOf?.(field) ?? [];
  const family = field.name.split(".")[0];
  const alike = [...filterFields.values()].filter(
    ({ name, type }) => name !== field.name && name.startsWith(`${family}.`) && compatible(field.type, type),
  );
  return [
    ...[...new Set([...truths, ...seen, ...known])].map((text): CompletionItem => ({ kind: "value", text })),
    ...alike.map(({ name }): CompletionItem => ({ kind: "field", text: name })),
  ];
}

/** What may follow something that is complete. */
function followers(field: FilterField | undefined, list: readonly Token[]): CompletionItem[] {
  const joined = words("and", "or", "xor");
  const isFresh = fieldOf(list.at(-1)) !== undefined && !comparisons.has(symbolOf(list.at(-2)));
  if (!field || !isFresh || field.type === "label") return joined;
  return [
    ...operators("==", "!=", ">", ">=", "<", "<="),
    ...(canContain(field.type) ? operators("contains") : []),
    ...(canMatch(field.type) ? operators("matches") : []),
    ...operators("in"),
    ...joined,
  ];
}

/** Names that begin as typed come first, the shorter before the longer; then those that have it anywhere, in name or label. */
function ranked(items: readonly CompletionItem[], typed: string, { labelOf }: CompletionSource): CompletionItem[] {
  const wanted = typed.toLowerCase();
  if (wanted === "") return [...items].sort((a, b) => depth(a) - depth(b));
  const rank = ({ kind, text }: CompletionItem) => {
    const name = text.toLowerCase();
    if (name.startsWith(wanted) || name.startsWith(`"${wanted}`)) return 0;
    if (name.includes(`.${wanted}`)) return 1;
    if (wanted.length < 2 && !/[\u3400-\u9fff]/.test(wanted)) return Number.POSITIVE_INFINITY;
    if (name.includes(wanted)) return 2;
    return kind === "field" && labelOf?.(text).toLowerCase().includes(wanted) ? 3 : Number.POSITIVE_INFINITY;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter((each) => each.rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || depth(a.item) - depth(b.item) || a.item.text.length - b.item.text.length)
    .map(({ item }) => item);
}

/** Sorts a protocol before its fields, and those before their parts. */
const depth = ({ kind, text }: CompletionItem) => (kind === "field" ? text.split(".").length : kind === "function" ? 9 : 0);
