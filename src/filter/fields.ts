import { checksumStatusNames, derived } from "../protocols/derived";
import { filterNameOf } from "../protocols/filterNames";
import { type FilterType, filterTypeOf } from "../protocols/filterTypes";
import type { ValueNames } from "../protocols/header";
import { etherTypeNames, ipProtocolNames } from "../protocols/next";
import { fields as headerFields, headers } from "../protocols/registry";

/** A name that filters can ask for. */
export interface FilterField {
  readonly name: string;
  readonly type: FilterType;
  /** What some of its values are called. */
  readonly names?: ValueNames;
}

/** Names of values for fields whose headers' tables do not list them. */
const listsOfNames: Readonly<Record<string, ValueNames>> = {
  "eth.type": etherTypeNames,
  "sll.etype": etherTypeNames,
  "vlan.etype": etherTypeNames,
  "ip.proto": ipProtocolNames,
  "ipv6.nxt": ipProtocolNames,
  "tcp.checksum.status": checksumStatusNames,
};

/** Fields of the tables that no decoder fills. */
const unread: ReadonlySet<string> = new Set(["eth.padding"]);

function* allFields(): Generator<FilterField> {
  for (const { id } of headers) yield { name: filterNameOf(id), type: filterTypeOf(id, undefined) };
  for (const [id, field] of headerFields) {
    const names = listsOfNames[id] ?? field.names;
    yield { name: filterNameOf(id), type: filterTypeOf(id, field), ...(names && { names }) };
  }
  for (const [name, type] of Object.entries(derived)) {
    const names = listsOfNames[name];
    yield { name, type, ...(names && { names }) };
  }
}

/** Every field by its name. */
export const filterFields: ReadonlyMap<string, FilterField> = new Map(
  [...allFields()].filter(({ name }) => !unread.has(name)).map((field) => [field.name, field]),
);

/** A dot before a word says that it is a field's name. */
export function fieldNamed(word: string): FilterField | undefined {
  return filterFields.get(word.startsWith(".") ? word.slice(1) : word);
}
