import { correct } from "./correct";
import { type Decided, type Predicate, predicateOf } from "./evaluate";
import { type PacketFacts, PacketValues } from "./packetValues";
import { fieldsOf } from "./plan";
import { type Filter, type Reading, read } from "./read";

export type { Filter, Reading } from "./read";

/** Reads an expression; if something is wrong with it, that comes back as data, with what was probably meant. */
export function readFilter(expression: string): Reading {
  const reading = read(expression);
  if ("filter" in reading) return reading;
  const instead = correct(expression, reading.problem);
  return { problem: instead === undefined ? reading.problem : { ...reading.problem, instead } };
}

/** A filter that is ready to be asked about many packets; it decodes nothing itself. */
export class PacketMatcher {
  private readonly values: PacketValues | undefined;
  private readonly predicate: Predicate;

  /** `decided` has the parts of the filter that are already decided for every packet. */
  constructor({ test }: Pick<Filter, "test">, decided?: Decided) {
    this.values = test && new PacketValues([...fieldsOf(test, decided)].map(({ field }) => field.name));
    this.predicate = test ? predicateOf(test, this.values!.slotOf, decided) : () => true;
  }

  matches(facts: PacketFacts): boolean {
    return this.values === undefined || this.predicate(this.values.read(facts));
  }
}
