import type { Damage } from "./record";

/** The options of a block as draft-ietf-opsawg-pcapng §3.5 writes them: code, length, value, padding to four bytes. */
export const option = {
  end: 0,
  comment: 1,
  interfaceName: 2,
  interfaceResolution: 9,
  interfaceOffset: 14,
} as const;

type LengthRule = (length: number, view: DataView, at: number) => boolean;

const exactly =
  (wanted: number): LengthRule =>
  (length) =>
    length === wanted;
const atLeast =
  (wanted: number): LengthRule =>
  (length) =>
    length >= wanted;
/** epb_verdict: kinds 1 and 2 are a number of eight bytes behind the byte that says so. */
const verdict: LengthRule = (length, view, at) => length >= 1 && (length === 9 || ![1, 2].includes(view.getUint8(at)));

type LengthRules = ReadonlyMap<number, LengthRule>;

const customRules: readonly (readonly [number, LengthRule])[] = [2988, 2989, 19372, 19373].map((code) => [code, atLeast(4)]);

/** Lengths that the specification fixes. Wireshark takes any other for damage, and what it makes of a file is the measure. */
export const lengthRules = {
  other: new Map(customRules),
  interface: new Map([...customRules, [11, atLeast(1)]]),
  packet: new Map([...customRules, [2, exactly(4)], [4, exactly(8)], [5, exactly(8)], [6, exactly(4)], [7, verdict]]),
} as const satisfies Record<string, LengthRules>;

/** Calls back for each option between `at` and `end`; what is wrong with them, if anything. */
export function readOptions(
  view: DataView,
  at: number,
  end: number,
  littleEndian: boolean,
  rules: LengthRules,
  onOption?: (code: number, at: number, length: number) => void,
): Pick<Damage, "kind" | "value"> | undefined {
  let next = at;
  while (next < end) {
    if (next + 4 > end) return { kind: "option-beyond-block", value: 4 };
    const code = view.getUint16(next, littleEndian);
    const length = view.getUint16(next + 2, littleEndian);
    const start = next + 4;
    next = start + ((length + 3) & ~3);
    if (next > end) return { kind: "option-beyond-block", value: length };
    if (code === option.end) return undefined;
    if (rules.get(code)?.(length, view, start) === false) return { kind: "option-length", value: length };
    onOption?.(code, start, length);
  }
  return undefined;
}
