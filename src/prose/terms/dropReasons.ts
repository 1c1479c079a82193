import { dropTerms, type TermName, type TermWord } from "./term";

/** Why Linux dropped a packet, by the names in its `dropreason-core.h`, which pwru, dropwatch and perf print. */

const reason = /SKB_DROP_REASON_([A-Z\d_]+)/g;
const known: ReadonlySet<string> = new Set(dropTerms);

export function* readDropReasons(line: string): Generator<TermWord> {
  if (!line.includes("SKB_DROP_REASON_")) return;
  for (const { index, 0: text, 1: name } of line.matchAll(reason)) {
    const term = `drop.${name}`;
    if (isKnown(term)) yield { start: index, end: index + text.length, text, names: [term] };
  }
}

const isKnown = (name: string): name is TermName => known.has(name);
