import { directSegment } from "../decode/innermost";
import { Verdict } from "./verdicts";

/**
 * The loops over rows that filters come down to. There are few, each always sees columns of the same kinds, and what it needs stands
 * in its own variables: so each stays fast whatever was asked before. `others` has the verdicts on rows that are not the loop's
 * matter, by their innermost protocol.
 */

/** An answer for each direction of each connection. */
export function lookUpFlows(
  answers: Uint8Array,
  others: Uint8Array,
  flow: Int32Array,
  protocol: Uint8Array,
  from: number,
  to: number,
  into: Uint8Array,
): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const inner = protocol[row];
    into[at] = inner === directSegment ? answers[flow[row]] : others[inner];
  }
}

/** An answer for each number of two bytes that a segment's own header says. */
export function lookUpHeaders(
  answers: Uint8Array,
  others: Uint8Array,
  column: Uint16Array,
  protocol: Uint8Array,
  from: number,
  to: number,
  into: Uint8Array,
): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const inner = protocol[row];
    into[at] = inner === directSegment ? answers[column[row]] : others[inner];
  }
}

/** An answer for each number of two bytes that every packet has. */
export function lookUpNumbers(answers: Uint8Array, column: Uint16Array, from: number, to: number, into: Uint8Array): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) into[at] = answers[column[row]];
}

export function lookUpProtocols(answers: Uint8Array, protocol: Uint8Array, from: number, to: number, into: Uint8Array): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) into[at] = answers[protocol[row]];
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

/** In place of a number that only bytes can tell; NaN stands for none, and lies in no interval. */
export const untold = Number.POSITIVE_INFINITY;

/** Adds what lies in an interval, and what is not told, to what is there. */
export function markWithin(numbers: Float64Array, count: number, low: number, high: number, into: Uint8Array): void {
  for (let i = 0; i < count; i += 1) {
    const number = numbers[i];
    if (number >= low && number <= high) into[i] = Verdict.yes;
    else if (number === untold) into[i] = Verdict.open;
  }
}
