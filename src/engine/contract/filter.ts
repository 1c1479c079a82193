import type { CompletionItem } from "../../filter/completion";
import { namesOf } from "./names";

/** Questions about display filters: what one asks for, and which packets it shows. */
export interface FilterQuestions {
  /**
   * Lists only the packets that fit a display filter, or all for an empty one; which ones these are, the engine keeps. A filter replaces
   * the one before, and stops it if that is still running; a filter that cannot be read changes nothing.
   */
  filter(expression: string): Promise<FilterAnswer>;
  /** What a filter asks for, in words, or what is wrong with it; no packet is looked at. */
  readFilter(expression: string): Promise<FilterReading>;
  /** What may stand at a place of a filter; `start` to `end` is what it replaces. */
  completeFilter(expression: string, cursor: number): Promise<FilterCompletion>;
}

export const filterMethods = namesOf<FilterQuestions>({
  filter: true,
  readFilter: true,
  completeFilter: true,
});

export type FilterAnswer =
  /** How many packets it shows. */
  { readonly shown: number } | { readonly cancelled: true } | FilterRefusal;

/** What is wrong with a filter, at which place, and what was probably meant. */
export interface FilterRefusal {
  readonly problem: { readonly start: number; readonly end: number; readonly text: string; readonly instead?: string };
}

export type FilterReading = { readonly says: string } | FilterRefusal;

export interface FilterCompletion {
  readonly start: number;
  readonly end: number;
  readonly items: readonly CompletionItem[];
}
