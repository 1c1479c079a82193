import { type Bytes, BytesInProgress, part } from "./dump";

/**
 * Frames of PPP as they go over a line that carries nothing but bytes: with a flag before and behind each frame, and an escape before
 * every byte that the line needs for itself, which is sent with one bit inverted (RFC 1662 §4.2).
 */

const flag = 0x7e;
const escapeSign = 0x7d;
const turned = 0x20;
/** No shorter frame can hold the header of IP. */
const fewest = 20;

/** What stands between flags, without its escapes and its check sequence; nothing where the bytes begin with no flag. */
export function framesIn(whole: Bytes): Bytes[] {
  const { bytes } = whole;
  if (bytes[0] !== flag) return [];
  const frames: Bytes[] = [];
  for (let start = 1; start < bytes.length; ) {
    const next = bytes.indexOf(flag, start);
    const end = next < 0 ? bytes.length : next;
    if (end - start >= fewest) frames.push(withoutCheck(withoutEscapes(part(whole, start, end))));
    start = end + 1;
  }
  return frames;
}

/** A byte that was escaped takes the place of the escape and its own, if both are in one line. */
function withoutEscapes({ bytes, lines, columns, widths }: Bytes): Bytes {
  const into = new BytesInProgress();
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i] !== escapeSign || i + 1 === bytes.length) {
      into.add(bytes[i], lines[i], columns[i], widths[i]);
      continue;
    }
    const width = lines[i + 1] === lines[i] ? columns[i + 1] + widths[i + 1] - columns[i] : widths[i];
    into.add(bytes[i + 1] ^ turned, lines[i], columns[i], width);
    i += 1;
  }
  return into.done();
}

const sizeOfCheck = 2;

function withoutCheck(frame: Bytes): Bytes {
  return isChecked(frame.bytes) ? part(frame, 0, frame.bytes.length - sizeOfCheck) : frame;
}

/** RFC 1662 §C.2: over a whole frame and its check sequence the sum is always this. */
const goodSum = 0xf0b8;
const polynomial = 0x8408;

function isChecked(bytes: Uint8Array): boolean {
  let sum = 0xffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ polynomial : sum >>> 1;
  }
  return sum === goodSum;
}
