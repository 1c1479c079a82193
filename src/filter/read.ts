import { check } from "./checker";
import { parse } from "./parser";
import type { Test } from "./plan";
import { FilterError, type FilterProblem } from "./problem";
import type { Expression } from "./syntax";

/** A filter that can be asked of packets. */
export interface Filter {
  readonly expression: string;
  /** Nothing for an empty expression, which every packet fits. */
  readonly syntax: Expression | undefined;
  readonly test: Test | undefined;
}

export type Reading = { readonly filter: Filter } | { readonly problem: FilterProblem };

/** Reads an expression as it stands, without correcting it. */
export function read(expression: string): Reading {
  try {
    const syntax = parse(expression);
    return { filter: { expression, syntax, test: syntax && check(syntax) } };
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return { problem: error.problem };
  }
}

export const isReadable = (expression: string) => "filter" in read(expression);
