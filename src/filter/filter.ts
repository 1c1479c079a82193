import { check } from "./checker";
import { type Predicate, predicateOf } from "./evaluate";
import { type PacketFacts, PacketValues } from "./packetValues";
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

/** Reads an expression; what is wrong with it comes back as data. */
export function readFilter(expression: string): Reading {
  try {
    const syntax = parse(expression);
    return { filter: { expression, syntax, test: syntax && check(syntax) } };
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return { problem: error.problem };
  }
}

/** A filter made ready to be asked again and again: it decodes nothing itself. */
export class PacketMatcher {
  private readonly values: PacketValues | undefined;
  private readonly predicate: Predicate;

  constructor({ test }: Filter) {
    this.values = test && new PacketValues(test);
    this.predicate = test ? predicateOf(test, this.values!.slotOf) : () => true;
  }

  matches(facts: PacketFacts): boolean {
    return this.values === undefined || this.predicate(this.values.read(facts));
  }
}
