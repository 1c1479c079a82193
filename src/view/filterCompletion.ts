import { type Completion, type CompletionSource, complete } from "../filter/completion";
import { type ReadyFilter, readyFilters } from "../filter/readyFilters";
import type { Words } from "../text/words";
import { filterLabel } from "./filterLabel";

const readyNames = Object.keys(readyFilters) as ReadyFilter[];

/** What may stand at a place of a filter, with the words of a language. */
export function completeFilter(text: string, cursor: number, words: Words, valuesOf?: CompletionSource["valuesOf"]): Completion {
  const { start, end, items } = complete(text, cursor, {
    labelOf: (name) => filterLabel(words, name),
    ready: readyNames.map((name) => ({ text: readyFilters[name], label: words.messages[`filter.ready.${name}`] })),
    ...(valuesOf && { valuesOf }),
  });
  return {
    start,
    end,
    items: items.map((item) => (item.kind === "field" ? { ...item, label: filterLabel(words, item.text) } : item)),
  };
}
