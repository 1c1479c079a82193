import type { Header } from "./header";

/**
 * A TCP option (https://www.iana.org/assignments/tcp-parameters) is its kind, its length, which counts kind and length too, and the
 * fields below; `sizes` says which lengths its specification allows.
 */
export interface OptionTable<H extends Header = Header, R extends Header = Header> {
  readonly kind: number;
  readonly body: H;
  readonly sizes: (length: number) => boolean;
  /** The fixed fields may follow again, any number of times. */
  readonly repeats?: boolean;
  /** Bytes under one name that follow the fixed fields. */
  readonly rest?: R;
  /** Another name for those bytes, where the option itself says what they are. */
  readonly restOf?: (byte: (at: number) => number) => Header | undefined;
  /** The tables that follow kind and length, where the fields depend on what the option says. */
  readonly layout?: (length: number, byte: (at: number) => number) => readonly Header[];
  /** Lengths that its specification does not allow, but with which its fields are read all the same, as far as they fit. */
  readonly isReadAnyway?: (length: number) => boolean;
  /**
   * Whether Wireshark 4.0 gives up at it, mostly because it is too short for what it must have: then no option after it counts, and
   * the segment is not analysed. `first` and `second` are the bytes behind the length, whatever they belong to.
   */
  readonly breaksOff?: (length: number, first: number, second: number) => boolean;
}

export const exactly = (length: number) => (have: number) => have === length;
export const atLeast = (length: number) => (have: number) => have >= length;

export const option = <H extends Header, R extends Header = never>(
  kind: number,
  body: H,
  sizes: (length: number) => boolean = exactly(2 + body.size),
  more: Pick<OptionTable<H, R>, "repeats" | "rest" | "restOf" | "layout" | "isReadAnyway" | "breaksOff"> = {},
): OptionTable<H, R> => ({ kind, body, sizes, ...more });
