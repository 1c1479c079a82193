import { elsewhere } from "../capture/lengthColumn";
import { usesAce } from "../connections/marks";
import { type LowerProtocol, lowerProtocols } from "../decode/innermost";
import { application } from "../protocols/application";
import { markFields } from "./columnFields";
import { correctOthers, lookForMarks, lookUpFlows, lookUpProtocols } from "./columnLoops";
import { byProtocol, type ColumnSource, hasSegment, type Kernel, rowsAtOnce } from "./columnSource";
import { connectionAnswers, isOfConnection } from "./connectionAnswers";
import { DatagramAnswers } from "./datagramAnswers";
import { type Decided, predicateOf } from "./evaluate";
import { asksForFlagsOnly, counterFlags, fittingFlags } from "./flagFields";
import { numberKernel } from "./numberKernels";
import { ownHeaderKernel } from "./ownHeaderKernel";
import { fieldsOf, type Test } from "./plan";
import { rowKernel } from "./rowKernel";
import { areNone, differ, inverted, narrow, turn, Verdict, Verdicts, widen } from "./verdicts";

/** A test as loops over columns, made once for each capture; `decided` has the parts that are known of every row. */
export function kernelOf(test: Test, source: ColumnSource, decided?: Decided): Kernel {
  const known = decided?.get(test);
  if (known) return (from, to, into) => into.bytes.set(known.bytes.subarray(from, to));
  switch (test.type) {
    case "and":
    case "or":
    case "xor":
      if (isOfConnection(test)) return connectionKernel(test, source);
      return joined(test.type, kernelOf(test.left, source, decided), kernelOf(test.right, source, decided));
    case "not": {
      const operand = kernelOf(test.operand, source, decided);
      return (from, to, into) => {
        operand(from, to, into);
        turn(into);
      };
    }
    default:
      return leafKernel(test, source);
  }
}

/** Tries the ways to decide a test, from the cheapest one to the one that leaves it open. */
function leafKernel(test: Test, source: ColumnSource): Kernel {
  const fields = [...fieldsOf(test)];
  // a test that asks for no field is true or false of every packet alike
  if (fields.length === 0) return everywhere(withoutValues(test));
  if (isOfConnection(test)) return connectionKernel(test, source);
  if (asksForFlagsOnly(test)) return flagKernel(test, source);
  return (
    headerKernel(test, source) ??
    markKernel(test, source) ??
    numberKernel(test, source) ??
    rowKernel(test, source) ??
    openKernel(test, source)
  );
}

function joined(type: "and" | "or" | "xor", left: Kernel, right: Kernel): Kernel {
  const join = { and: narrow, or: widen, xor: differ }[type];
  const others = new Verdicts(rowsAtOnce);
  return (from, to, into) => {
    left(from, to, into);
    if (type === "and" && areNone(into)) return;
    const other = others.part(0, to - from);
    right(from, to, other);
    join(into, other);
  };
}

const everywhere =
  (one: Verdict): Kernel =>
  (_from, _to, { bytes }) =>
    void bytes.fill(one);

/** What a test says about a packet that has none of the fields that it asks for. */
function withoutValues(test: Test): Verdict {
  return predicateOf(test, () => 0)({ values: [[]], layers: [[]], row: -1 }) ? Verdict.yes : Verdict.no;
}

const verdictOf = (fits: boolean): Verdict => (fits ? Verdict.yes : Verdict.no);

function connectionKernel(test: Test, source: ColumnSource): Kernel {
  const { bytes } = connectionAnswers(test, source);
  const answers = new Uint8Array(bytes.length + 1);
  answers.set(bytes, 1);
  const others = byProtocol((protocol) => (hasSegment(protocol) ? Verdict.open : withoutSegment(test)));
  const { flow, protocol } = source.columns;
  const datagrams = new DatagramAnswers(test, source);
  return (from, to, into) => {
    lookUpFlows(answers, flow, from, to, into);
    if (correctOthers(others, protocol, from, to, into)) datagrams.decide(from, to, into.bytes);
  };
}

function flagKernel(test: Test, { columns }: ColumnSource): Kernel {
  const answers = Uint8Array.from(fittingFlags(test), verdictOf);
  const others = byProtocol((protocol) => (hasSegment(protocol) ? Verdict.open : withoutValues(test)));
  const kernel = ownHeaderKernel(answers, columns.flags, others, columns);
  if (![...fieldsOf(test)].some(({ field }) => counterFlags.has(field.name))) return kernel;
  return (from, to, into) => {
    kernel(from, to, into);
    for (let row = from; row < to; row += 1) if (usesAce(columns.marks[row])) into.bytes[row - from] = Verdict.open;
  };
}

const isOfTcp = (name: string) => name === "tcp" || name.startsWith("tcp.");

/** What a test says about a packet without a TCP header, as far as that follows from its absence. */
function withoutSegment(test: Test): Verdict {
  switch (test.type) {
    case "and":
      return withoutSegment(test.left) & withoutSegment(test.right);
    case "or":
      return withoutSegment(test.left) | withoutSegment(test.right);
    case "xor": {
      const [left, right] = [withoutSegment(test.left), withoutSegment(test.right)];
      return (left & inverted(right)) | (inverted(left) & right);
    }
    case "not":
      return inverted(withoutSegment(test.operand));
    default:
      return [...fieldsOf(test)].every(({ field }) => isOfTcp(field.name)) ? withoutValues(test) : Verdict.open;
  }
}

/** A packet with just one IP and one TCP header has none of these protocols, and none of their fields. */
const besideSegments: ReadonlySet<string> = new Set(
  "udp sctp arp icmp icmpv6 igmp gre erspan etherip vxlan geneve gtp teredo".split(" ") satisfies string[],
);
const familyOf = (name: string) => name.split(".")[0];

/** For tests whether a header is there, which the innermost protocol may tell. */
function headerKernel(test: Test, { columns: { protocol } }: ColumnSource): Kernel | undefined {
  if (test.type !== "exists" || test.source.type !== "field" || test.source.layers) return undefined;
  const { name } = test.source.field;
  const isLower = (lowerProtocols as readonly string[]).includes(name);
  if (name !== "tcp" && !(isLower && besideSegments.has(name))) return undefined;
  const answers = byProtocol((inner) => {
    if (inner === name) return Verdict.yes;
    if (name === "tcp") return hasSegment(inner) ? Verdict.yes : Verdict.no;
    return inner === "tcp" ? Verdict.no : Verdict.open;
  });
  return (from, to, into) => lookUpProtocols(answers, protocol, from, to, into.bytes);
}

/** For tests whether a mark of the analysis is there. */
function markKernel(test: Test, { columns }: ColumnSource): Kernel | undefined {
  if (test.type !== "exists" || test.source.type !== "field" || test.source.layers) return undefined;
  const bits = markFields.get(test.source.field.name);
  if (bits === undefined) return undefined;
  const { marks, flow } = columns;
  return (from, to, into) => lookForMarks(bits, marks, flow, from, to, into.bytes);
}

/** Protocols that a segment carries. */
const carried: ReadonlySet<string> = new Set([...application.map(({ prefix }) => familyOf(prefix)), "data"]);
const isCarried = (name: string) => carried.has(familyOf(name)) || name === "tcp.payload";

/** For what only bytes can tell, except of packets that have nothing of the kind. */
function openKernel(test: Test, { columns }: ColumnSource): Kernel {
  const names = [...fieldsOf(test)].map(({ field }) => field.name);
  const { protocol, payload } = columns;
  const without = withoutValues(test);
  const others = byProtocol((inner) => (isAbsent(names, inner) ? without : Verdict.open));
  if (!names.every(isCarried)) return (from, to, into) => lookUpProtocols(others, protocol, from, to, into.bytes);
  const answers = new Uint8Array(elsewhere + 1).fill(Verdict.open);
  answers[0] = without;
  return ownHeaderKernel(answers, payload.values, others, columns);
}

function isAbsent(names: readonly string[], inner: LowerProtocol): boolean {
  if (names.every(isOfTcp)) return !hasSegment(inner);
  return inner === "tcp" && names.every((name) => besideSegments.has(familyOf(name)));
}
