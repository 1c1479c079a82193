import { type Completion, type CompletionItem, type CompletionSource, complete } from "../filter/completion";
import { labelOf, type Words } from "../text/words";

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
    labelOf: (name) => labelOf(words, name),
    ...(valuesOf && { valuesOf }),
  });
  return {
    start,
    end,
    items: items.map((item) => (item.kind === "field" ? { ...item, label: labelOf(words, item.text) } : item)),
  };
}
