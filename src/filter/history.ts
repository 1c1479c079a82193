import { ConnectionFact, ConnectionWord } from "../connections/connectionTable";
import { allMarks } from "../connections/marks";
import type { Outcome } from "../connections/outcome";
import { columnFields, type Fill } from "./columnFields";
import { untold } from "./columnLoops";
import type { ColumnSource } from "./columnSource";
import { type Decided, type Predicate, predicateOf } from "./evaluate";
import { type FieldSource, fieldsOf, type Test } from "./plan";
import type { Value } from "./values";
import { Verdict, Verdicts } from "./verdicts";

/** Fields that are found by following a connection again from its rows, without reading bytes. */

const span = (nanoseconds: number) => BigInt(Math.round(nanoseconds));
const some = (number: number, value: (number: number) => Value): Value | undefined => (number === 0 ? undefined : value(number));

/** A field's value for a segment. `open` where the connection uses selective acknowledgments, whose ranges are in no row. */
type Told = (outcome: Outcome, marks: number, usesSack: boolean) => Value | undefined | typeof open;
const open = Symbol("only bytes can tell");

const ofFlight =
  (value: (outcome: Outcome) => number): Told =>
  (outcome, _marks, usesSack) => {
    const flight = outcome.bytesInFlight([]);
    return flight === 0 ? undefined : usesSack ? open : value(outcome);
  };

const outcomes: Readonly<Record<string, Told | undefined>> = {
  "tcp.time_relative": ({ time }) => (Number.isFinite(time) ? span(time) : undefined),
  "tcp.time_delta": ({ sincePrevious }) => (Number.isFinite(sincePrevious) ? span(sincePrevious) : undefined),
  "tcp.analysis.acks_frame": ({ acknowledges }) => some(acknowledges, Number),
  "tcp.analysis.ack_rtt": ({ acknowledges, roundTrip }) => (acknowledges === 0 ? undefined : some(roundTrip || 0, span)),
  "tcp.analysis.rto": ({ retransmissionOf, retransmissionTimeout }) =>
    retransmissionOf === 0 ? undefined : span(retransmissionTimeout),
  "tcp.analysis.rto_frame": ({ retransmissionOf }) => some(retransmissionOf, Number),
  "tcp.analysis.initial_rtt": (outcome, marks) => some(outcome.initialRoundTrip(marks), span),
  "tcp.analysis.bytes_in_flight": ofFlight((outcome) => outcome.bytesInFlight([])),
  "tcp.analysis.push_bytes_sent": ofFlight(({ pushedBytes }) => pushedBytes),
  "tcp.analysis": (outcome, marks, usesSack) =>
    (marks & allMarks) !== 0 || outcome.acknowledges !== 0 ? 1 : ofFlight(() => 1)(outcome, marks, usesSack),
};

/** Fields whose columns know their value for every row. */
const besides: ReadonlySet<string> = new Set(
  "frame.number frame.marked frame.len frame.cap_len tcp.stream tcp.seq tcp.ack tcp.nxtseq tcp.completeness".split(" "),
);

/**
 * Gives a field's number for a segment as its connection is followed again: NaN where the segment has none, `untold` where only bytes
 * can tell. Nothing for a field that cannot be found that way.
 */
export function numberOfHistory(name: string, source: ColumnSource): ((row: number, outcome: Outcome) => number) | undefined {
  const told = outcomes[name];
  return (
    told &&
    ((row, outcome) => {
      const value = told(outcome, source.columns.marks[row], usesSack(source, row));
      return value === undefined ? Number.NaN : value === open ? untold : Number(value);
    })
  );
}

/** Whether anybody acknowledges selectively in a segment's connection. */
function usesSack({ columns, tracker }: ColumnSource, row: number): boolean {
  const facts = tracker.table.words[columns.stream(row) * ConnectionWord.size + ConnectionWord.facts];
  return (facts & ConnectionFact.usesSack) !== 0;
}

/** The largest parts of a test that following connections again can decide. */
export function partsOfHistory(test: Test): readonly Test[] {
  if (isOfHistory(test)) return [test];
  if (test.type === "not") return partsOfHistory(test.operand);
  if (test.type === "and" || test.type === "or" || test.type === "xor")
    return [...partsOfHistory(test.left), ...partsOfHistory(test.right)];
  return [];
}

function isOfHistory(test: Test): boolean {
  const fields = [...fieldsOf(test)];
  const isKnown = ({ field, layers }: FieldSource) => !layers && (outcomes[field.name] !== undefined || besides.has(field.name));
  return fields.every(isKnown) && fields.some(({ field }) => outcomes[field.name] !== undefined);
}

/** Decides parts of a test for every row while a replay passes by. A packet outside any connection has none of their values. */
export class HistoryJudge {
  readonly decided: Decided;
  private readonly judges: readonly Judge[];

  constructor(parts: readonly Test[], source: ColumnSource) {
    this.judges = parts.map((part) => new Judge(part, source));
    this.decided = new Map(this.judges.map(({ part, verdicts }) => [part, verdicts]));
  }

  /** `outcome` is missing for packets outside any connection. */
  judge(row: number, outcome: Outcome | undefined): void {
    for (const each of this.judges) each.judge(row, outcome);
  }
}

class Judge {
  readonly verdicts: Verdicts;
  private readonly values: (readonly Value[])[];
  private readonly layers: readonly (readonly number[])[];
  private readonly predicate: Predicate;
  private readonly told: readonly Told[];
  private readonly fills: readonly (Fill | undefined)[];
  private readonly number = new Float64Array(1);

  constructor(
    readonly part: Test,
    private readonly source: ColumnSource,
  ) {
    const names = [...new Set([...fieldsOf(part)].map(({ field }) => field.name))];
    this.verdicts = new Verdicts(source.columns.count);
    this.values = names.map(() => []);
    this.layers = names.map(() => [1]);
    this.predicate = predicateOf(part, ({ field }) => names.indexOf(field.name));
    this.told = names.map((name) => outcomes[name] ?? (() => undefined));
    this.fills = names.map((name) => (outcomes[name] ? undefined : columnFields[name]));
  }

  judge(row: number, outcome: Outcome | undefined): void {
    const { values, layers, told, fills, number, source, verdicts } = this;
    const isSelective = outcome !== undefined && usesSack(source, row);
    for (let slot = 0; slot < values.length; slot += 1) {
      const fill = fills[slot];
      if (fill) fill(source, number, row, row + 1);
      const value = fill
        ? Number.isNaN(number[0])
          ? undefined
          : number[0]
        : outcome && told[slot](outcome, source.columns.marks[row], isSelective);
      if (value === open) {
        verdicts.bytes[row] = Verdict.open;
        return;
      }
      values[slot] = value === undefined ? none : [value];
    }
    if (this.predicate({ values, layers, row })) verdicts.bytes[row] = Verdict.yes;
  }
}

const none: readonly Value[] = [];
