import {
  endOfOptions,
  maximumSegmentSize,
  noOperation,
  sack,
  sackPermitted,
  timestamps,
  windowScale,
} from "../protocols/tcpOptions";
import { decodeTcpOptions } from "./layers/tcpOptions";
import type { SegmentOptions } from "./packet";
import type { Scope } from "./scope";

type Values = { -readonly [Key in keyof SegmentOptions]: SegmentOptions[Key] };

const none: SegmentOptions = {};
const edgesSize = sack.body.size;

/** The values of a segment's options, read without a tree where all are usual ones, complete and of the right lengths. */
export function readOptionValues(scope: Scope): SegmentOptions {
  if (scope.length === 0) return none;
  return (scope.isCut ? undefined : readUsual(scope)) ?? decodeTcpOptions(scope).values;
}

function readUsual({ view, start, end }: Scope): SegmentOptions | undefined {
  const kinds: number[] = [];
  const values: Values = {};
  for (let at = start; at < end; ) {
    const kind = view.getUint8(at);
    if (kind === endOfOptions.kind) break;
    if (kind === noOperation.kind) {
      kinds.push(kind);
      at += 1;
      continue;
    }
    const size = at + 1 < end ? view.getUint8(at + 1) : 0;
    const body = at + 2;
    at += size;
    if (size < 2 || at > end || (kind !== sack.kind && kinds.includes(kind))) return undefined;
    if (kind === timestamps.kind && timestamps.sizes(size)) {
      values.timestampValue = view.getUint32(body);
      values.timestampEcho = view.getUint32(body + 4);
    } else if (kind === sack.kind && sack.sizes(size)) values.sack = [...(values.sack ?? []), ...edges(view, body, at)];
    else if (kind === maximumSegmentSize.kind && maximumSegmentSize.sizes(size)) values.maximumSegmentSize = view.getUint16(body);
    else if (kind === windowScale.kind && windowScale.sizes(size)) values.windowShift = view.getUint8(body);
    else if (kind === sackPermitted.kind && sackPermitted.sizes(size)) values.sackPermitted = true;
    else return undefined;
    kinds.push(kind);
  }
  if (kinds.length > 0) values.kinds = kinds;
  return values;
}

function edges(view: DataView, from: number, end: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = from; at + edgesSize <= end; at += edgesSize) found.push([view.getUint32(at), view.getUint32(at + 4)]);
  return found;
}
