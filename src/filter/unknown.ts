import { filterFields } from "./fields";
import { fail } from "./problem";
import type { Operand } from "./syntax";
import { isUndecoded } from "./undecoded";

const mostAlike = 3;

/** Fails for a name that no field has, and tells those that are spelled alike. */
export function unknownField(operand: Extract<Operand, { type: "word" }>): never {
  const found = operand.text.replace(/^\./, "");
  if (isUndecoded(found)) return fail(operand, { kind: "undecoded-field", found });
  return fail(operand, { kind: "unknown-field", found }, { alike: alike(found, [...filterFields.keys()]) });
}

export function unknownFunction(operand: Extract<Operand, { type: "call" }>, names: readonly string[]): never {
  const { start, name } = operand;
  return fail({ start, end: start + name.length }, { kind: "unknown-function", found: name }, { alike: alike(name, names) });
}

/** The names that are the fewest typing slips away; the longer the word, the more slips are allowed. */
export function alike(word: string, names: readonly string[]): readonly string[] {
  const wanted = word.toLowerCase();
  const most = Math.max(1, Math.min(4, Math.floor(wanted.length / 3)));
  return names
    .map((name) => ({ name, distance: distance(wanted, name.toLowerCase(), most) }))
    .filter((candidate) => candidate.distance <= most)
    .sort((a, b) => a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, mostAlike)
    .map(({ name }) => name);
}

/** How many letters are to be added, dropped, changed or swapped (Damerau and Levenshtein), counted no further than `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, last[j] + 1, row[j - 1] + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
