import type { FilterType } from "../protocols/filterTypes";
import type { Span } from "./syntax";

/** What is wrong with a filter, as an id that `text/` has words for, and what goes into them. */
export type Complaint =
  | { readonly kind: "unexpected"; readonly found: string }
  | { readonly kind: "unexpected-end" }
  | { readonly kind: "open-string" }
  | { readonly kind: "open-character" }
  | { readonly kind: "escape"; readonly found: string }
  | { readonly kind: "character"; readonly found: string }
  | { readonly kind: "range"; readonly found: string }
  | { readonly kind: "layer"; readonly found: string }
  | { readonly kind: "unknown-field"; readonly found: string }
  /** Wireshark has such a field, but nothing here reads it. */
  | { readonly kind: "undecoded-field"; readonly found: string }
  | { readonly kind: "unknown-function"; readonly found: string }
  | { readonly kind: "not-a-field"; readonly found: string }
  | { readonly kind: "left-side"; readonly found: string }
  | { readonly kind: "constant-left" }
  | { readonly kind: "number"; readonly found: string }
  | { readonly kind: "too-big"; readonly found: string; readonly most: string }
  | { readonly kind: "value"; readonly found: string; readonly field: string; readonly type: TypeName }
  | { readonly kind: "no-string"; readonly found: string; readonly type: TypeName }
  | { readonly kind: "value-name"; readonly found: string; readonly field: string }
  | { readonly kind: "incompatible"; readonly left: TypeName; readonly right: TypeName }
  | { readonly kind: "operator"; readonly found: string; readonly type: TypeName; readonly operator: string }
  | { readonly kind: "slice"; readonly found: string; readonly type: TypeName }
  | { readonly kind: "regex-not-quoted" }
  | { readonly kind: "regex"; readonly reason: string }
  | { readonly kind: "function-alone" }
  | { readonly kind: "arguments"; readonly name: string; readonly least: number; readonly most: number }
  | { readonly kind: "argument"; readonly name: string; readonly found: string }
  | { readonly kind: "set-of-fields-only" }
  | { readonly kind: "reference" }
  | { readonly kind: "too-deep" };

/** The name of a type, for which `text/` has the words; it leaves out how many bits a number has. */
export type TypeName = "unsigned" | "signed" | Exclude<FilterType, `${"u" | ""}int${number}`>;

export interface FilterProblem extends Span {
  readonly complaint: Complaint;
  /** What was probably meant: the whole expression, corrected. */
  readonly instead?: string;
  /** Names that are spelled alike. */
  readonly alike?: readonly string[];
}

/** Thrown where a filter cannot be read; never leaves this folder. */
export class FilterError extends Error {
  constructor(readonly problem: FilterProblem) {
    super(problem.complaint.kind);
  }
}

export function fail({ start, end }: Span, complaint: Complaint, more: Pick<FilterProblem, "alike"> = {}): never {
  throw new FilterError({ start, end, complaint, ...more });
}
