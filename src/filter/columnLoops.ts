import { elsewhere } from "../capture/lengthColumn";
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
    const own = flow[row];
    const inner = protocol[row];
    into[at] = inner === directSegment && own >= 0 ? answers[own] : others[inner];
  }
}

/** An answer for each word of flags, where the segment's header is whole. */
export function lookUpFlags(
  answers: Uint8Array,
  others: Uint8Array,
  flags: Uint16Array,
  payload: Uint16Array,
  flow: Int32Array,
  protocol: Uint8Array,
  from: number,
  to: number,
  into: Uint8Array,
): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const inner = protocol[row];
    const isKnown = inner === directSegment && flow[row] >= 0 && payload[row] !== elsewhere;
    into[at] = isKnown ? answers[flags[row]] : others[inner];
  }
}

export function lookUpProtocols(answers: Uint8Array, protocol: Uint8Array, from: number, to: number, into: Uint8Array): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) into[at] = answers[protocol[row]];
}

/** Of segments without payload another answer than of those that have some. */
export function lookUpEmpty(
  answer: number,
  others: Uint8Array,
  payload: Uint16Array,
  flow: Int32Array,
  protocol: Uint8Array,
  from: number,
  to: number,
  into: Uint8Array,
): void {
  for (let row = from, at = 0; row < to; row += 1, at += 1) {
    const inner = protocol[row];
    const isEmpty = payload[row] === 0 && inner === directSegment && flow[row] >= 0;
    into[at] = isEmpty ? answer : others[inner];
  }
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

export function markWithin(numbers: Float64Array, count: number, low: number, high: number, into: Uint8Array): void {
  for (let i = 0; i < count; i += 1) {
    const number = numbers[i];
    if (number >= low && number <= high) into[i] = Verdict.yes;
    else if (number === untold) into[i] = Verdict.open;
  }
}
