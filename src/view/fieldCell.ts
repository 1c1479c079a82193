import { type FilterField, filterFields } from "../filter/fields";
import { readFilter } from "../filter/filter";
import { spell } from "../filter/spelling";
import { bytesOf, type Value } from "../filter/values";
import { fieldsCalled } from "../protocols/filterNames";
import type { Field } from "../protocols/header";
import { fields as headerFields } from "../protocols/registry";
import { formatDate, formatElapsed, type Moment } from "../text/moment";
import { formatOctets, formatValue } from "../text/value";
import type { Words } from "../text/words";
import { literalOf } from "./fieldFilter";
import { filterHead, filterLabel } from "./filterLabel";

/** The heading of a column for a field. */
export interface FieldHead {
  /** Its label, short for the heading, and in full. */
  readonly short: string;
  readonly label: string;
  /** Whether its cells are numbers, which are aligned to the right. */
  readonly isNumber: boolean;
}

const billion = 1_000_000_000n;
/** So many values at most are shown: a packet may have a field very often. */
const mostValues = 16;
const mostOctets = 24;
const isThere = "✓";

export function fieldHead(name: string, words: Words): FieldHead {
  const field = filterFields.get(name);
  return { short: filterHead(words, name), label: filterLabel(words, name), isNumber: field !== undefined && isNumber(field) };
}

/** Whether a field's values are plain numbers, which stand for nothing else: these are sorted by their value. */
export const isNumber = ({ type, names }: FilterField): boolean =>
  !names && /^(u?int\d+|frame-number|duration|boolean)$/.test(type);

/** The text of a cell, given the field's values in the packet; times have as many decimals as the capture tells. */
export function fieldText(field: FilterField, values: readonly Value[], decimals: number): string {
  const header = headerOf(field.name);
  const texts = values.slice(0, mostValues).map((value) => valueText(field, header, value, decimals));
  const shown = field.type === "label" || field.type === "protocol" ? texts.slice(0, 1) : texts;
  return shown.join(", ") + (values.length > mostValues ? ", …" : "");
}

const headerOf = (name: string): Field | undefined =>
  fieldsCalled(name)
    .map((id) => headerFields.get(id))
    .find((field) => field !== undefined);

function valueText({ type, names }: FilterField, header: Field | undefined, value: Value, decimals: number): string {
  switch (type) {
    case "label":
    case "protocol":
      return isThere;
    case "time":
      return formatDate(momentOf(value, decimals), "local");
    case "duration":
      return formatElapsed(momentOf(value, decimals));
    case "text":
      return textOf(value);
    case "bytes":
      return formatOctets(value as Uint8Array, mostOctets);
    case "ipv4":
    case "ipv6":
    case "mac":
      return spell(value, type);
    default:
      return formatValue(header ?? { format: "number", bits: 0, ...(names && { names }) }, value as number | bigint);
  }
}

const textOf = (value: Value): string => new TextDecoder().decode(bytesOf(value as string));

function momentOf(value: Value, decimals: number): Moment {
  const nanoseconds = BigInt(value as bigint);
  const rest = ((nanoseconds % billion) + billion) % billion;
  return { seconds: Number((nanoseconds - rest) / billion), nanoseconds: Number(rest), decimals };
}

/** A display filter for what such a cell says. */
export function cellFilter(field: FilterField, values: readonly Value[]): string {
  const { name } = field;
  if (values.length === 0) return `!${name}`;
  const literal = valueLiteral(field, values[0]);
  const filter = literal === undefined ? name : `${name} == ${literal}`;
  return "filter" in readFilter(filter) ? filter : name;
}

function valueLiteral(field: FilterField, value: Value): string | undefined {
  if (field.type === "time") return undefined;
  if (field.type === "duration") return formatElapsed(momentOf(value, 9));
  if (field.type === "text") return literalOf({ id: field.name, value: textOf(value) }, field);
  return typeof value === "object" && "header" in value
    ? undefined
    : literalOf({ id: headerOf(field.name)?.id ?? field.name, value }, field);
}
