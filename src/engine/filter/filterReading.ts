import type { Filter } from "../../filter/filter";
import { readFilter } from "../../filter/filter";
import type { Words } from "../../text/words";
import { explainFilter } from "../../view/filterExplanation";
import { filterProblemText } from "../../view/filterProblem";
import type { FilterReading, FilterRefusal } from "../contract/filter";

/** A filter that packets can be tested with, or what is wrong with it. */
export function filterOf(expression: string, words: Words): { readonly filter: Filter } | FilterRefusal {
  const reading = readFilter(expression);
  if ("filter" in reading) return reading;
  const { start, end, instead } = reading.problem;
  const text = filterProblemText(reading.problem, words);
  return { problem: { start, end, text, ...(instead !== undefined && { instead }) } };
}

/** What a filter asks for, in words, or what is wrong with it. */
export function filterReading(expression: string, words: Words): FilterReading {
  const reading = filterOf(expression, words);
  return "filter" in reading ? { says: explainFilter(reading.filter, words) } : reading;
}
