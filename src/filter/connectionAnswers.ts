import { ConnectionFact, ConnectionWord } from "../connections/connectionTable";
import { bytesOf } from "../decode/addressStore";
import type { ColumnSource } from "./columnSource";
import { type EndField, endFields, endValues } from "./endFields";
import { type Predicate, predicateOf } from "./evaluate";
import { type FieldSource, fieldsOf, type Source, type Test } from "./plan";
import { differ, narrow, turn, Verdict, Verdicts, widen } from "./verdicts";

/** Whether all segments in one direction of a connection get the same answer. */
export function isOfConnection(test: Test): boolean {
  if (test.type === "and" || test.type === "or" || test.type === "xor")
    return isOfConnection(test.left) && isOfConnection(test.right);
  if (test.type === "not") return isOfConnection(test.operand);
  const isPresence = test.type === "exists" && test.source.type === "field";
  const fields = [...fieldsOf(test)];
  return (
    fields.length > 0 &&
    fields.every(({ field, layers }) => {
      const end = layers ? undefined : endFields[field.name];
      return end !== undefined && (isPresence || !end.isHeader);
    })
  );
}

/** The answer for every direction of every connection, by its flow's number. */
export function connectionAnswers(test: Test, source: ColumnSource): Verdicts {
  switch (test.type) {
    case "and":
    case "or":
    case "xor": {
      const answers = connectionAnswers(test.left, source);
      const join = { and: narrow, or: widen, xor: differ }[test.type];
      join(answers, connectionAnswers(test.right, source));
      return answers;
    }
    case "not": {
      const answers = connectionAnswers(test.operand, source);
      turn(answers);
      return answers;
    }
    default:
      return answersByEnd(test, source) ?? answersByConnection(test, source);
  }
}

/** Asks each address or port only once, where each value of one field decides alone, and any of them has to fit, or all. */
function answersByEnd(test: Test, source: ColumnSource): Verdicts | undefined {
  const asked = singleField(test);
  const field = asked && endFields[asked];
  if (!field) return undefined;
  const needsAll = "every" in test && test.every === "all";
  const fits = field.by === "port" ? fittingPorts(test, field) : fittingAddresses(test, field, source);
  const { table, count } = source.tracker;
  const { words } = table;
  const answers = new Verdicts(count * 2);
  const { bytes } = answers;
  for (let stream = 0; stream < count; stream += 1) {
    const at = stream * ConnectionWord.size;
    const isWide = (words[at + ConnectionWord.facts] & ConnectionFact.isIpv6) !== 0;
    const ports = words[at + ConnectionWord.ports];
    const first = fits(field.by === "port" ? ports >>> 16 : words[at + ConnectionWord.firstAddress], isWide);
    const second = fits(field.by === "port" ? ports & 0xffff : words[at + ConnectionWord.secondAddress], isWide);
    const both = needsAll ? first & second : first | second;
    bytes[stream * 2] = field.of === "both" ? both : field.of === "source" ? first : second;
    bytes[stream * 2 + 1] = field.of === "both" ? both : field.of === "source" ? second : first;
  }
  return answers;
}

/** The field that a test asks for, where it is the only one and each of its values is judged by itself. */
function singleField(test: Test): string | undefined {
  const isOnly = (source: Source) => source.type === "field";
  const areConstant = (...sources: readonly Source[]) => sources.every(({ type }) => type === "constant");
  switch (test.type) {
    case "exists":
      return nameOf(test.source, isOnly(test.source));
    case "compare":
    case "contains":
      return nameOf(test.left, isOnly(test.left) && areConstant(test.right));
    case "matches":
      return nameOf(test.left, isOnly(test.left));
    case "among": {
      // `all` wants one element of the set to fit all values, which no value can tell alone
      const isPlain = test.every === "any" || test.set.length === 1;
      return nameOf(test.left, isPlain && isOnly(test.left) && test.set.every(({ from, to }) => areConstant(from, to ?? from)));
    }
    default:
      return undefined;
  }
}

const nameOf = (source: Source, isSo: boolean) => (isSo && source.type === "field" ? source.field.name : undefined);

type Fits = (word: number, isWide: boolean) => Verdict;

/** Remembers which values fit. */
function remembered(ask: Fits): Fits {
  const [narrowOnes, wideOnes] = [new Map<number, Verdict>(), new Map<number, Verdict>()];
  let [lastWord, lastIsWide, last] = [0, false, ask(0, false)];
  return (word, isWide) => {
    // connections beside one another often have the same address
    if (word === lastWord && isWide === lastIsWide) return last;
    const known = isWide ? wideOnes : narrowOnes;
    let answer = known.get(word);
    if (answer === undefined) {
      answer = ask(word, isWide);
      known.set(word, answer);
    }
    [lastWord, lastIsWide, last] = [word, isWide, answer];
    return answer;
  };
}

function asking(test: Test, field: EndField): (end: Parameters<EndField["value"]>[0]) => Verdict {
  const predicate: Predicate = predicateOf(test, () => 0);
  return (end) => {
    const value = field.value(end);
    const values = value === undefined ? [] : [value];
    return predicate({ values: [values], layers: [[1]], row: -1 }) ? Verdict.yes : Verdict.no;
  };
}

const noAddress = new Uint8Array(0);

function fittingPorts(test: Test, field: EndField): Fits {
  const ask = asking(test, field);
  return remembered((port) => ask({ port, address: noAddress }));
}

function fittingAddresses(test: Test, field: EndField, { tracker: { addresses } }: ColumnSource): Fits {
  const ask = asking(test, field);
  return remembered((word, isWide) => ask({ port: 0, address: isWide ? addresses.bytesOf(word) : bytesOf([word]) }));
}

/** Asks each direction of each connection, where several values decide together. Slower than `answersByEnd`. */
function answersByConnection(test: Test, { tracker }: ColumnSource): Verdicts {
  const names = [...new Set([...fieldsOf(test)].map(({ field }) => field.name))];
  const fields = names.map((name) => endFields[name]!);
  const predicate = predicateOf(test, ({ field }: FieldSource) => names.indexOf(field.name));
  const layers = names.map(() => [1]);
  const answers = new Verdicts(tracker.count * 2);
  for (let stream = 0; stream < tracker.count; stream += 1) {
    const [a, b] = tracker.connection(stream).endpoints;
    for (const [direction, source, destination] of [
      [0, a, b],
      [1, b, a],
    ] as const) {
      const values = fields.map((field) => endValues(field, source, destination));
      answers.bytes[stream * 2 + direction] = predicate({ values, layers, row: -1 }) ? Verdict.yes : Verdict.no;
    }
  }
  return answers;
}
