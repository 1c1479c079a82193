import type { Header } from "./header";

/**
 * TCP options: https://www.iana.org/assignments/tcp-parameters. An option is its kind, its length (which counts kind and
 * length too) and the fields below; `sizes` says which lengths its specification allows.
 */
export interface OptionTable<H extends Header = Header, R extends Header = Header> {
  readonly kind: number;
  readonly body: H;
  readonly sizes: (length: number) => boolean;
  /** What follows the fixed fields: the same fields again and again, or bytes under one name. */
  readonly repeats?: boolean;
  readonly rest?: R;
  /** Under another name, where the option says what they are. */
  readonly restOf?: (byte: (at: number) => number) => Header | undefined;
  /** Where the fields depend on what the option says: the tables that follow kind and length. */
  readonly layout?: (length: number, byte: (at: number) => number) => readonly Header[];
  /** Lengths that its specification does not allow, but that are read all the same, as far as its fields fit. */
  readonly isReadAnyway?: (length: number) => boolean;
  /**
   * Makes Wireshark 4.0 give up, mostly because it is too short for what it must have: it believes no option from there on, and
   * analyses nothing. `first` and `second` are the bytes behind the length, whatever stands there.
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
