import { directSegment } from "../decode/innermost";
import { Verdict, type Verdicts } from "./verdicts";

/**
 * The loops over rows that filters come down to. They are few, each always gets columns of the same kinds, and whatever it needs is
 * in its own variables: so each stays fast whatever was asked before. Four verdicts at a time are written as one word.
 */

/** `answers` has one for each direction of each connection, at its flow's number plus one; the first is for packets of no connection. */
export function lookUpFlows(answers: Uint8Array, flow: Int32Array, from: number, to: number, { bytes, words }: Verdicts): void {
  const whole = (to - from) >> 2;
  for (let word = 0, row = from; word < whole; word += 1, row += 4)
    words[word] =
      answers[flow[row] + 1] |
      (answers[flow[row + 1] + 1] << 8) |
      (answers[flow[row + 2] + 1] << 16) |
      (answers[flow[row + 3] + 1] << 24);
  for (let row = from + whole * 4; row < to; row += 1) bytes[row - from] = answers[flow[row] + 1];
}

/** `answers` has one for each number of two bytes. */
export function lookUpNumbers(
  answers: Uint8Array,
  column: Uint16Array,
  from: number,
  to: number,
  { bytes, words }: Verdicts,
): void {
  const whole = (to - from) >> 2;
  for (let word = 0, row = from; word < whole; word += 1, row += 4)
    words[word] =
      answers[column[row]] |
      (answers[column[row + 1]] << 8) |
      (answers[column[row + 2]] << 16) |
      (answers[column[row + 3]] << 24);
  for (let row = from + whole * 4; row < to; row += 1) bytes[row - from] = answers[column[row]];
}

/** `answers` has one for each innermost protocol. */
export function lookUpProtocols(answers: Uint8Array, protocol: Uint8Array, from: number, to: number, into: Uint8Array): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) into[at] = answers[protocol[row]];
}

const fourSegments = directSegment * 0x0101_0101;

/**
 * Corrects the verdicts on rows whose packets are not plain segments: theirs follow from the innermost protocol alone. Most rows are
 * segments, so four of them are passed over at once. Answers whether there may have been any others.
 */
export function correctOthers(others: Uint8Array, protocol: Uint8Array, from: number, to: number, { bytes }: Verdicts): boolean {
  const fours = new Int32Array(protocol.buffer, protocol.byteOffset + from, (to - from) >> 2);
  let met = 0;
  for (let four = 0; four < fours.length; four += 1) {
    if (fours[four] === fourSegments) continue;
    correctEach(others, protocol, from + four * 4, from + four * 4 + 4, from, bytes);
    met += 1;
  }
  const rest = from + fours.length * 4;
  correctEach(others, protocol, rest, to, from, bytes);
  return met > 0 || rest < to;
}

function correctEach(
  others: Uint8Array,
  protocol: Uint8Array,
  first: number,
  last: number,
  from: number,
  into: Uint8Array,
): void {
  for (let row = first; row < last; row += 1) if (protocol[row] !== directSegment) into[row - from] = others[protocol[row]];
}

export function lookForMarks(
  bits: number,
  marks: Uint32Array,
  flow: Int32Array,
  from: number,
  to: number,
  into: Uint8Array,
): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1)
    into[at] = (marks[row] & bits) !== 0 && flow[row] >= 0 ? Verdict.yes : Verdict.no;
}

/** Stands for a number that only bytes can tell, as NaN stands for no number: neither lies in any interval. */
export const untold = Number.POSITIVE_INFINITY;

/** Adds to the verdicts: yes where a number lies in the interval, open where it is not told. */
export function markWithin(numbers: Float64Array, count: number, low: number, high: number, into: Uint8Array): void {
  for (let i = 0; i < count; i += 1) {
    const number = numbers[i];
    if (number >= low && number <= high) into[i] = Verdict.yes;
    else if (number === untold) into[i] = Verdict.open;
  }
}
