import { type Completion, type CompletionItem, type CompletionSource, complete } from "../filter/completion";
import type { Words } from "../text/words";
import { filterLabel } from "./filterLabel";

export interface LabelledItem extends CompletionItem {
  /** What a field is called. */
  readonly label?: string;
}

/** What may stand at a place of a filter, with the words of a language. */
export function completeFilter(
  text: string,
  cursor: number,
  words: Words,
  valuesOf?: CompletionSource["valuesOf"],
): Omit<Completion, "items"> & { readonly items: readonly LabelledItem[] } {
  const { start, end, items } = complete(text, cursor, {
    labelOf: (name) => filterLabel(words, name),
    ...(valuesOf && { valuesOf }),
  });
  return {
    start,
    end,
    items: items.map((item) => (item.kind === "field" ? { ...item, label: filterLabel(words, item.text) } : item)),
  };
}
