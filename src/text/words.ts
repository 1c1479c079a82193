import type { DerivedId } from "../protocols/derived";
import type { FieldId } from "../protocols/registry";
import type { columnHeads as enHeads } from "./en/columnHeads";
import type { messages as enMessages } from "./en/messages";

export interface FieldWord {
  readonly label: string;
  /** A shorter label for drawings with little room. */
  readonly short?: string;
  /** What it is for, in a sentence. */
  readonly about: string;
}

/** Every language has a label and a sentence for every field: a missing one does not compile. */
export type FieldWords = Readonly<Record<FieldId, FieldWord>>;

/** Words of some fields; a key that is no field's name does not compile. */
export type SomeFieldWords = Partial<FieldWords>;

export type MessageId = keyof typeof enMessages;
export type MessageWords = Readonly<Record<MessageId, string>>;

/** Short words for the heads of columns, for fields with long labels. */
export type HeadWords = Readonly<Record<keyof typeof enHeads, string>>;

/** `{name}` and `{name:one|many}` in the English text are the arguments a message needs. */
type Placeholder<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}:${string}` ? Name : Inside) | Placeholder<Rest>
  : never;
export type Arguments<Id extends MessageId> = { readonly [Name in Placeholder<(typeof enMessages)[Id]>]: string | number };

/** A message before a language is chosen. Made by `sentence`, which requires its arguments. */
export interface Sentence {
  readonly id: MessageId;
  readonly args: Readonly<Record<string, string | number>>;
}

export function sentence<Id extends MessageId>(id: Id, args: Arguments<Id>): Sentence {
  return { id, args };
}

export interface Words {
  readonly language: Language;
  readonly fields: Readonly<Record<string, FieldWord | undefined>>;
  /** Labels of what filters can ask for, but no header has. */
  readonly derived: Readonly<Record<DerivedId, string>>;
  readonly heads: HeadWords;
  readonly messages: MessageWords;
}

export type Language = "en" | "zh-cn";

/** The language for VS Code's or a terminal's tag; every kind of Chinese gets the same words. */
export const languageOfTag = (tag: string): Language => (/^zh([-_]|$)/i.test(tag) ? "zh-cn" : "en");

/** The label of a display filter's name. */
export function labelOf({ fields, derived }: Pick<Words, "fields" | "derived">, name: string): string {
  return (derived as Readonly<Record<string, string | undefined>>)[name] ?? fields[name]?.label ?? name;
}

/** The label as the head of a column, where it may be shorter. */
export function headOf(words: Pick<Words, "fields" | "derived" | "heads">, name: string): string {
  return (words.heads as Readonly<Record<string, string | undefined>>)[name] ?? words.fields[name]?.short ?? labelOf(words, name);
}

export function say<Id extends MessageId>(words: Words, id: Id, args: Arguments<Id>): string {
  return fill(words.messages[id], args);
}

export function sayAll(words: Words, sentences: readonly Sentence[]): string {
  const said = sentences.map(({ id, args }) => fill(words.messages[id], args));
  // Chinese sentences need no space between them, except before Latin letters behind a bracket
  return words.language === "zh-cn"
    ? said
        .join("\n")
        .replace(/\](?:\n)(?=[A-Za-z])/g, "] ")
        .replaceAll("\n", "")
    : said.join(" ");
}

const placeholder = /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/;
/** Messages in pieces: text, then for each placeholder its name, its words for one and for many or nothing, and the text behind it. */
const known = new Map<string, readonly (string | undefined)[]>();

function piecesOf(text: string): readonly (string | undefined)[] {
  const pieces = known.get(text) ?? text.split(placeholder);
  known.set(text, pieces);
  return pieces;
}

function fill(text: string, args: Readonly<Record<string, string | number>>): string {
  const pieces = piecesOf(text);
  let filled = pieces[0]!;
  for (let at = 1; at < pieces.length; at += 4) {
    const [value, one, many] = [args[pieces[at]!], pieces[at + 1], pieces[at + 2]];
    filled += one === undefined ? value : `${value} ${value === 1 ? one : many}`;
    filled += pieces[at + 3];
  }
  return filled;
}
