import { application } from "./application";
import { controlTables } from "./control";
import { ethernetTables } from "./ethernet";
import type { Field, Header, IdsOf } from "./header";
import { ipv4Tables } from "./ipv4";
import { ipv6Tables } from "./ipv6";
import { linuxCooked, linuxCooked2 } from "./linuxCooked";
import { loopback } from "./loopback";
import { mptcpTables } from "./mptcp";
import { otherLinkTables } from "./otherLinks";
import { payload } from "./payload";
import { pppTables } from "./ppp";
import { probeTables } from "./proxyOptions";
import { switchTagTables } from "./switchTags";
import { tcp, tcpOptionList } from "./tcp";
import type { OptionTable } from "./tcpOption";
import { ackRate, tcpOptionHead, tcpOptions, unknownOption } from "./tcpOptions";
import { tunnelTables } from "./tunnels";
import { wirelessTables } from "./wireless";

/** All tables: from this list come the keys of the words, the filter's names and the table-driven tests. */
const tables = [
  ...ethernetTables,
  linuxCooked,
  linuxCooked2,
  loopback,
  ...pppTables,
  ...wirelessTables,
  ...otherLinkTables,
  ...switchTagTables,
  ...ipv4Tables,
  ...ipv6Tables,
  ...controlTables,
  ...tunnelTables,
  tcp,
  tcpOptionList,
  tcpOptionHead,
  ...mptcpTables,
  ...probeTables,
  ackRate,
  ...payload,
  ...application,
] as const;
const options = [...tcpOptions, unknownOption] as const;

type TableId = IdsOf<(typeof tables)[number]>;
type IdsOfOption<Option> = Option extends OptionTable<infer Body, infer Rest> ? IdsOf<Body> | IdsOf<Rest> : never;
type OptionId = IdsOfOption<(typeof options)[number]>;

/** The display-filter name of everything that the decoder can point at. */
export type FieldId = TableId | OptionId;

export const headers: readonly Header[] = [
  ...tables,
  ...options.flatMap(({ body, rest }: OptionTable): Header[] => (rest ? [body, rest] : [body])),
];

export const fields: ReadonlyMap<string, Field> = new Map(
  headers.flatMap((table) => Object.values(table.fields).flatMap(withParts)).map((field) => [field.id, field]),
);

function withParts(field: Field): readonly Field[] {
  return [field, ...field.parts.flatMap(withParts)];
}
