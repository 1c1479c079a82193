import type { CaptureNotes } from "./notes";
import { lengthRules, readOptions } from "./pcapngOptions";
import type { Damage } from "./record";

/** Address lengths by record type: nrb_record_ipv4 and nrb_record_ipv6. */
const addressLengths: Readonly<Record<number, number | undefined>> = { 1: 4, 2: 16 };
const endOfRecords = 0;

/** More names than anybody looks at: a file made of names shall not fill the memory. */
const mostNames = 100_000;

/** The records of a Name Resolution Block (draft-ietf-opsawg-pcapng §4.5) between `at` and `end`. */
export function readNames(
  view: DataView,
  at: number,
  end: number,
  littleEndian: boolean,
  notes: CaptureNotes,
): Pick<Damage, "kind" | "value"> | undefined {
  let next = at;
  while (next < end) {
    if (next + 4 > end) return { kind: "names", value: end - next };
    const type = view.getUint16(next, littleEndian);
    const length = view.getUint16(next + 2, littleEndian);
    const start = next + 4;
    next = start + ((length + 3) & ~3);
    if (next > end) return { kind: "names", value: length };
    if (type === endOfRecords) return readOptions(view, start, end, littleEndian, lengthRules.other);
    const addressLength = addressLengths[type];
    if (addressLength === undefined) continue;
    const names = start + addressLength;
    // every name ends with a zero byte
    if (length < addressLength || (length > addressLength && view.getUint8(start + length - 1) !== 0))
      return { kind: "names", value: length };
    if (notes.names.size < mostNames) addNames(view, start, names, start + length, notes);
  }
  return undefined;
}

const utf8 = new TextDecoder();

function addNames(view: DataView, start: number, names: number, end: number, notes: CaptureNotes): void {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const address = Array.from(bytes.subarray(start, names), (byte) => byte.toString(16).padStart(2, "0")).join("");
  for (const name of utf8.decode(bytes.subarray(names, end)).split("\0")) if (name !== "") notes.addName(address, name);
}
