import { ethernet } from "../protocols/ethernet";
import { ipv4 } from "../protocols/ipv4";
import { tcp } from "../protocols/tcp";
import { type Bytes, type Dump, type DumpForm, part, reordered } from "./dump";
import { framesIn } from "./escapedFrames";
import { largestPacket } from "./limits";
import { isBareSegment, namedStart, type Start, startInside, startOf, withLink } from "./startLayer";
import type { Subject } from "./subject";

/** Finds the packets in some bytes. */

/** How much must speak for a packet, in bits: less for forms in which nothing but dumps is written. */
export const enough = { offsets: 22, noOffsets: 30, code: 30, base64: 30, unlabelledBase64: 36 } as const;

/** What is demanded of a packet, depending on how its bytes are written. */
export interface Demand {
  readonly form: DumpForm;
  /** How much must speak for it. */
  readonly enough: number;
  /** Whether the text names a header: asked only if the bytes alone are not enough. */
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

/** The packet that these bytes are, or the packets inside them, of which several may follow one another. */
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

/** Packets in frames of PPP with flags between them. */
function packetsInFrames(whole: Bytes, { form, enough: bits }: Demand): Dump[] {
  return framesIn(whole).flatMap((frame) => {
    const start = startOf(frame.bytes, bits);
    return start ? [dumpOf(frame, start.layer, form)] : [];
  });
}

/** The header that the text names, if the bytes may be one. */
export function namedHeader(whole: Bytes, { form, speaksOf }: Pick<Demand, "form" | "speaksOf">): Dump[] {
  const named = namedStart(whole.bytes, speaksOf, form !== "offsets");
  return named ? [dumpOf(whole, named, form)] : [];
}

/** The packet at the beginning of these bytes; and more, if enough bytes follow for another. */
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

/** TCP's header at the place where it must be, if so many bytes at the beginning are missing that IP's header is cut off. */
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
    // another packet may begin in the row in which this one ends
    if (found && next < ends[found.last] && startOf(whole.bytes.subarray(next, next + largestPacket), demand.enough)) {
      dumps.push(dumpOf(part(whole, from, next), found.layer, demand.form));
      row = found.last;
      from = next;
      free = next;
      continue;
    }
    if (found) {
      // its link header may stand in the row above, behind something else
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
 * Whether a packet is cut off at the end of its row, as exercises print only the headers of packets, each in a row of its own. The row
 * below does not complete a packet if it has more bytes than the packet lacks.
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

/** Bits that a packet's length and checksums may add, once it is known where it ends. */
const lengthUnknown = 16;
/** A frame has at least sixty bytes, and perhaps its check sequence: rows up to there are padding. */
const shortestFrame = 60;
const frameCheck = 4;

function lastRow(ends: readonly number[], row: number, from: number, length: number): number {
  let last = row;
  while (last + 1 < ends.length && ends[last] - from < length) last += 1;
  const most = Math.max(length, shortestFrame) + frameCheck;
  while (last + 1 < ends.length && ends[last + 1] - from <= most) last += 1;
  return last;
}

/** The same with the bytes of each word reversed, as hexdump prints words of a little-endian machine. */
export function swapped(whole: Bytes, size: number): Bytes {
  const last = whole.bytes.length - 1;
  return reordered(whole, (i) => Math.min(i - (i % size) + size - 1 - (i % size), last));
}

/** The same without the zeros that fill up the last word, if the packet's headers say that it ends before them. */
export function withoutFilling(whole: Bytes, wordSize: number): Bytes {
  const { bytes } = whole;
  if (bytes[bytes.length - 1] !== 0) return whole;
  const length = startOf(bytes, enough.offsets)?.length ?? bytes.length;
  const filling = bytes.length - length;
  return filling > 0 && filling < wordSize && bytes.subarray(length).every((byte) => byte === 0) ? part(whole, 0, length) : whole;
}
