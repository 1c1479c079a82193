import { application } from "./application";
import { ethernet } from "./ethernet";
import type { Field, Header, IdsOf } from "./header";
import { ipv4, ipv4Options } from "./ipv4";
import { ipv6 } from "./ipv6";
import { linuxCooked, linuxCooked2 } from "./linuxCooked";
import { loopback } from "./loopback";
import { payload } from "./payload";
import { tcp, tcpOptionList } from "./tcp";
import { tcpOptionHead, tcpOptions, unknownOption } from "./tcpOptions";

/** Every table there is: from this list come the typed words, the filter's names and the table-driven tests. */
const tables = [
  ethernet,
  linuxCooked,
  linuxCooked2,
  loopback,
  ipv4,
  ipv4Options,
  ipv6,
  tcp,
  tcpOptionList,
  tcpOptionHead,
  ...payload,
  ...application,
] as const;
const options = [...tcpOptions, unknownOption] as const;

type TableId = IdsOf<(typeof tables)[number]>;
type OptionId = {
  [Index in keyof typeof options]: (typeof options)[Index] extends { body: infer B; rest?: infer R }
    ? IdsOf<B> | IdsOf<R>
    : never;
}[number];

/** The display-filter name of everything that the decoder can point at. */
export type FieldId = TableId | OptionId;

export const headers: readonly Header[] = [
  ...tables,
  ...options.flatMap((option) => ("rest" in option && option.rest ? [option.body, option.rest] : [option.body])),
];

export const fields: ReadonlyMap<string, Field> = new Map(
  headers.flatMap((table) => Object.values(table.fields).flatMap(withParts)).map((field) => [field.id, field]),
);

function withParts(field: Field): readonly Field[] {
  return [field, ...field.parts.flatMap(withParts)];
}
