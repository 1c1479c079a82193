import { ethernet } from "../protocols/ethernet";
import { ipv4 } from "../protocols/ipv4";
import { tcp } from "../protocols/tcp";
import { type Bytes, type Dump, type DumpForm, part, reordered } from "./dump";
import { framesIn } from "./escapedFrames";
import { largestPacket } from "./limits";
import { isBareSegment, namedStart, type Start, startInside, startOf, withLink } from "./startLayer";
import type { Subject } from "./subject";

/** Packets in bytes that stand together. */

/** In bits, how much must speak for a packet: less where only dumps look like this. */
export const enough = { offsets: 22, noOffsets: 30, code: 30, base64: 30, unlabelledBase64: 36 } as const;

/** What is asked of a packet, by how its bytes were written. */
export interface Demand {
  readonly form: DumpForm;
  /** How much must speak for it. */
  readonly enough: number;
  /** What the text says that this is: looked at only where nothing else tells. */
  readonly speaksOf: Subject;
  /** Bytes that are missing before the first one. */
  readonly missing?: number;
}

function dumpOf({ bytes, lines, columns, widths }: Bytes, startLayer: Start["layer"], form: DumpForm): Dump {
  let startLine = lines[0];
  let endLine = startLine;
  for (let i = 1; i < lines.length; i += 1) {
    if (lines[i] < startLine) startLine = lines[i];
    else if (lines[i] > endLine) endLine = lines[i];
  }
  return { bytes, lines, columns, widths, startLine, endLine, startLayer, form };
}

/** The packet that these bytes are, or those that are inside them: several may stand behind one another. */
export function packetsIn(whole: Bytes, demand: Demand): Dump[] {
  const { bytes } = whole;
  const behindGap = demand.missing ? segmentBehindGap(whole, demand.missing, demand.form) : [];
  if (behindGap.length > 0) return behindGap;
  const start = bytes.length <= largestPacket ? startOf(bytes, demand.enough) : undefined;
  if (start) return packetsFrom(whole, start, demand.form);
  const framed = packetsInFrames(whole, demand);
  if (framed.length > 0) return framed;
  const named = namedHeader(whole, demand);
  return named.length > 0 ? named : packetsInside(whole, demand.form);
}

/** Each in a frame of its own, as a line of bytes has them. */
function packetsInFrames(whole: Bytes, { form, enough: bits }: Demand): Dump[] {
  return framesIn(whole).flatMap((frame) => {
    const start = startOf(frame.bytes, bits);
    return start ? [dumpOf(frame, start.layer, form)] : [];
  });
}

/** A header that the text names. */
export function namedHeader(whole: Bytes, { form, speaksOf }: Pick<Demand, "form" | "speaksOf">): Dump[] {
  const named = namedStart(whole.bytes, speaksOf, form !== "offsets");
  return named ? [dumpOf(whole, named, form)] : [];
}

/** The packet that begins these bytes; where as much stands behind it as a packet has, perhaps others. */
function packetsFrom(
  whole: Bytes,
  { layer, length = whole.bytes.length }: Pick<Start, "layer" | "length">,
  form: DumpForm,
): Dump[] {
  const several = length + ipv4.size <= whole.bytes.length ? packetsInside(whole, form) : [];
  return several.length > 1 ? several : [dumpOf(whole, layer, form)];
}

function packetsInside(whole: Bytes, form: DumpForm): Dump[] {
  const dumps: Dump[] = [];
  for (let from = 0; ; ) {
    const found = startInside(whole.bytes, from);
    if (!found) return dumps;
    const end = Math.min(whole.bytes.length, found.at + (found.length ?? whole.bytes.length));
    dumps.push(dumpOf(part(whole, found.at, end), found.layer, form));
    from = end;
  }
}

/** Where IP's header was cut off, TCP's still stands where it must. */
function segmentBehindGap(whole: Bytes, missing: number, form: DumpForm): Dump[] {
  for (const headers of [ipv4.size, ethernet.size + ipv4.size]) {
    const at = headers - missing;
    if (at >= 0 && isBareSegment(whole.bytes.subarray(at))) return [dumpOf(part(whole, at), "tcp", form)];
  }
  return [];
}

/** Packets in rows without offsets: each ends with one of the rows, when its own headers say so. */
export function packetsInRows(whole: Bytes, ends: readonly number[], demand: Demand): Dump[] {
  const dumps: Dump[] = [];
  let free = 0;
  for (let row = 0, from = 0; row < ends.length; ) {
    const found = packetFrom(whole, ends, row, from, demand);
    const next = found?.length === undefined ? ends.length : from + found.length;
    // another may begin in the row in which one ends
    if (found && next < ends[found.last] && startOf(whole.bytes.subarray(next, next + largestPacket), demand.enough)) {
      dumps.push(dumpOf(part(whole, from, next), found.layer, demand.form));
      row = found.last;
      from = next;
      free = next;
      continue;
    }
    if (found) {
      // its link header may stand in the row above, behind what else the bytes begin with
      const link = found.layer === "ip" || found.layer === "ipv6" ? withLink(whole.bytes, from, free) : undefined;
      dumps.push(...packetsFrom(part(whole, link?.at ?? from, ends[found.last]), link ?? found, demand.form));
    }
    row = found ? found.last + 1 : row + 1;
    from = ends[row - 1];
    if (found) free = from;
  }
  return dumps.length > 0 ? dumps : packetsIn(whole, demand);
}

/** The packet that begins with a row, and the row with which it ends. */
function packetFrom(whole: Bytes, ends: readonly number[], row: number, from: number, demand: Demand) {
  const rest = whole.bytes.subarray(from, from + largestPacket);
  const start = startOf(rest, demand.enough - lengthUnknown);
  const reached = start?.length === undefined ? ends.length - 1 : lastRow(ends, row, from, start.length);
  const last = start && isCutInRow(whole, ends, row, from, { ...start, last: reached }, demand) ? row : reached;
  const better = start && startOf(whole.bytes.subarray(from, ends[last]), demand.enough);
  if (better) return { ...better, last };
  const named = namedStart(whole.bytes.subarray(from, ends[row]), demand.speaksOf, row === ends.length - 1);
  return named && { layer: named, length: undefined, last: row };
}

/**
 * Exercises print the headers of each packet in a row of its own: the row below is not what a packet lacks to its length where more
 * stands in it than that.
 */
function isCutInRow(
  { bytes }: Bytes,
  ends: readonly number[],
  row: number,
  from: number,
  { length, last }: Pick<Start, "length"> & { readonly last: number },
  { enough }: Demand,
): boolean {
  if (length === undefined || last === row || ends[row] - from < ipv4.size + tcp.size) return false;
  const behind = bytes.subarray(from + length, ends[last]);
  const isMore = behind.length > frameCheck && behind.some((byte) => byte !== 0);
  return isMore && !startOf(bytes.subarray(from + length, from + length + largestPacket), enough);
}

/** Before it is known where a packet ends, its length and sums cannot speak for it. */
const lengthUnknown = 16;
/** A frame has at least sixty bytes, and its check sequence may be there: rows up to there are padding. */
const shortestFrame = 60;
const frameCheck = 4;

function lastRow(ends: readonly number[], row: number, from: number, length: number): number {
  let last = row;
  while (last + 1 < ends.length && ends[last] - from < length) last += 1;
  const most = Math.max(length, shortestFrame) + frameCheck;
  while (last + 1 < ends.length && ends[last + 1] - from <= most) last += 1;
  return last;
}

/** The bytes of each word the other way round: plain hexdump prints those of a little-endian machine. */
export function swapped(whole: Bytes, size: number): Bytes {
  const last = whole.bytes.length - 1;
  return reordered(whole, (i) => Math.min(i - (i % size) + size - 1 - (i % size), last));
}

/** The last word of an odd packet is filled up with zeros: where its own headers say so, they are no bytes of it. */
export function withoutFilling(whole: Bytes, wordSize: number): Bytes {
  const { bytes } = whole;
  if (bytes[bytes.length - 1] !== 0) return whole;
  const length = startOf(bytes, enough.offsets)?.length ?? bytes.length;
  const filling = bytes.length - length;
  return filling > 0 && filling < wordSize && bytes.subarray(length).every((byte) => byte === 0) ? part(whole, 0, length) : whole;
}
