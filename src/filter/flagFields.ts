import { tcp } from "../protocols/tcp";
import { predicateOf } from "./evaluate";
import { flagFacts } from "./facts";
import { type FieldSource, fieldsOf, type Test } from "./plan";
import type { Value } from "./values";

/** What follows from the flags of a segment alone. */

const { flags } = tcp.fields;
export const flagWords = 2 ** flags.bits;

const everyWord = Array.from({ length: flagWords }, (_, word) => word);
const endOfFlags = flags.offset * 8 + flags.bit + flags.bits;

/** Three reserved bits count as one flag, as in Wireshark. */
const numberIn = (word: number, mask: number, isFlag: boolean) => (isFlag ? Math.min(1, word & mask) : word & mask);

/** By field, its number for each word of flags. */
export const flagNumbers: ReadonlyMap<string, Uint16Array> = new Map([
  [flags.id, Uint16Array.from(everyWord)],
  ...flags.parts.map((part) => {
    const shift = endOfFlags - (part.offset * 8 + part.bit + part.bits);
    const isFlag = part.id === `${flags.id}.res`;
    return [part.id, Uint16Array.from(everyWord, (word) => numberIn(word >>> shift, part.mask, isFlag))] as const;
  }),
]);

const isOfFlags = (name: string) => flagNumbers.has(name) || flagFacts[name] !== undefined;

/** Whether the flags of a segment are all that a test asks for. */
export function asksForFlagsOnly(test: Test): boolean {
  return [...fieldsOf(test)].every(({ field, layers }) => !layers && isOfFlags(field.name));
}

/** For each word of flags whether it fits: asked once for words that differ only where nothing is asked. */
export function fittingFlags(test: Test): readonly boolean[] {
  const names = [...new Set([...fieldsOf(test)].map(({ field }) => field.name))];
  const predicate = predicateOf(test, ({ field }: FieldSource) => names.indexOf(field.name));
  const layers = names.map(() => [1]);
  const asked = names.reduce((bits, name) => bits | bitsAsked(name), 0);
  const answers: boolean[] = [];
  for (const word of everyWord) {
    const alike = word & asked;
    answers.push(
      alike < word ? answers[alike] : predicate({ values: names.map((name) => valuesIn(name, word)), layers, row: -1 }),
    );
  }
  return answers;
}

function bitsAsked(name: string): number {
  const numbers = flagNumbers.get(name);
  if (!numbers) return flagWords - 1;
  return everyWord.reduce((bits, word) => ((word & (word - 1)) === 0 && numbers[word] !== 0 ? bits | word : bits), 0);
}

function valuesIn(name: string, word: number): readonly Value[] {
  const numbers = flagNumbers.get(name);
  if (numbers) return [numbers[word]];
  const value = flagFacts[name]?.(word);
  return value === undefined ? [] : [value];
}
