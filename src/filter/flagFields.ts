import { tcp } from "../protocols/tcp";
import { predicateOf } from "./evaluate";
import { flagFacts } from "./facts";
import { type FieldSource, fieldsOf, type Test } from "./plan";
import type { Value } from "./values";

/** What follows from the flags of a segment alone. */

const { flags } = tcp.fields;
export const flagWords = 2 ** flags.bits;
const endOfFlags = flags.offset * 8 + flags.bit + flags.bits;

/** Which bits of the word of flags belong to a field. */
export interface FlagBits {
  readonly shift: number;
  readonly mask: number;
  /** Three reserved bits count as one flag, as in Wireshark. */
  readonly isFlag: boolean;
}

export const numberIn = (word: number, { shift, mask, isFlag }: FlagBits): number => {
  const number = (word >>> shift) & mask;
  return isFlag && number > 1 ? 1 : number;
};

/** By the names of fields. */
export const flagFields: ReadonlyMap<string, FlagBits> = new Map([
  [flags.id, { shift: 0, mask: flagWords - 1, isFlag: false }],
  ...flags.parts.map(({ id, offset, bit, bits, mask }) => {
    const shift = endOfFlags - (offset * 8 + bit + bits);
    return [id, { shift, mask, isFlag: id === `${flags.id}.res` }] as const;
  }),
]);

/** Three flags that are one number, a counter of congestion marks, where both ends agreed on Accurate ECN (RFC 9768 §3.2.2). */
export const counterFlags: ReadonlySet<string> = new Set(["ae", "cwr", "ece"].map((name) => `${flags.id}.${name}`));

const isOfFlags = (name: string) => flagFields.has(name) || flagFacts[name] !== undefined;

/** Whether the flags of a segment are all that a test asks for. */
export function asksForFlagsOnly(test: Test): boolean {
  return [...fieldsOf(test)].every(({ field, layers }) => !layers && isOfFlags(field.name));
}

/** Whether each word of flags fits. Words that differ only in bits that the test does not ask for are asked once. */
export function fittingFlags(test: Test): readonly boolean[] {
  const names = [...new Set([...fieldsOf(test)].map(({ field }) => field.name))];
  const predicate = predicateOf(test, ({ field }: FieldSource) => names.indexOf(field.name));
  const layers = names.map(() => [1]);
  const asked = names.reduce((bits, name) => bits | bitsAsked(name), 0);
  const answers: boolean[] = [];
  for (let word = 0; word < flagWords; word += 1) {
    const alike = word & asked;
    answers.push(
      alike < word ? answers[alike] : predicate({ values: names.map((name) => valuesIn(name, word)), layers, row: -1 }),
    );
  }
  return answers;
}

function bitsAsked(name: string): number {
  const bits = flagFields.get(name);
  return bits ? bits.mask << bits.shift : flagWords - 1;
}

function valuesIn(name: string, word: number): readonly Value[] {
  const bits = flagFields.get(name);
  if (bits) return [numberIn(word, bits)];
  const value = flagFacts[name]?.(word);
  return value === undefined ? [] : [value];
}
