import { spawnSync } from "node:child_process";
import type { FilterType } from "../../src/protocols/filterTypes";

/** Fields of ours that Wireshark decodes as parts of others, under names for each case, or not at all. */
export const ownFields: ReadonlySet<string> = new Set([
  "sll2",
  "sll.src",
  "sll.reserved",
  "wlan_aggregate.da",
  "wlan_aggregate.sa",
  "ppi.field",
  "llc.control.second",
  "pwethcw.control",
  "pwethcw.sequence_number",
  "fr.padding",
  "ipoib.grh.reserved",
  "juniper.ext",
  "juniper.reserved",
  "ip.options",
  "ip.opt",
  "ip.opt.content",
  "ip.opt.cipso.doi",
  "ipv6.ext",
  "ipv6.ext.nxt",
  "ipv6.ext.len",
  "ipv6.opt.content",
  "ipv6.routing.reserved",
  "ipv6.routing.addr",
  "icmp.rest",
  "icmpv6.rest",
  "erspan.info1",
  "erspan.info2",
  "geneve.option_length",
  "teredo.auth.indicator",
  "teredo.orig.indicator",
  "tcp.option",
  "tcp.options.mptcp",
  "tcp.options.qs.func",
  "tcp.options.qs.nonce",
  "tcp.options.tarr",
]);

/** Those that have another type there. */
export const otherTypes: ReadonlySet<string> = new Set([
  "llc.oui",
  "arcnet.padding",
  "teredo.orig.addr",
  "juniper.proto",
  // which Wireshark lists for the oldest systems, and compares as ours
  "pflog.action",
  "pflog.reason",
  "pflog.dir",
  // numbers with a sign there, of which -1 means none
  "pflog.rulenr",
  "pflog.subrulenr",
  "pflog.uid",
  "pflog.pid",
  "pflog.rule_uid",
  "pflog.rule_pid",
]);

const typeNames: Readonly<Record<FilterType, string>> = {
  uint8: "FT_UINT8",
  uint16: "FT_UINT16",
  uint24: "FT_UINT24",
  uint32: "FT_UINT32",
  uint64: "FT_UINT64",
  int16: "FT_INT16",
  int32: "FT_INT32",
  int64: "FT_INT64",
  "frame-number": "FT_FRAMENUM",
  boolean: "FT_BOOLEAN",
  bytes: "FT_BYTES",
  mac: "FT_ETHER",
  ipv4: "FT_IPv4",
  ipv6: "FT_IPv6",
  text: "FT_STRING",
  time: "FT_ABSOLUTE_TIME",
  duration: "FT_RELATIVE_TIME",
  protocol: "FT_PROTOCOL",
  label: "FT_NONE",
};

/** Whether tshark has a field of this name and type. A protocol in name only says nothing of its type: it may be bytes. */
export function knowsField(types: ReadonlyMap<string, ReadonlySet<string>>, name: string, type: FilterType): boolean {
  const known = types.get(name);
  return known !== undefined && (known.has(typeNames[type]) || (type === "bytes" && known.has("FT_PROTOCOL")));
}

/** The types of every field that tshark knows, by name. */
export function tsharkFields(): ReadonlyMap<string, ReadonlySet<string>> {
  const { stdout } = spawnSync("tshark", ["-G", "fields"], { encoding: "utf8", maxBuffer: 2 ** 28 });
  const types = new Map<string, Set<string>>();
  for (const line of stdout.split("\n")) {
    const [kind, , name, type] = line.split("\t");
    if (kind !== "P" && kind !== "F") continue;
    // a text may end with a zero byte or with its field
    const found = kind === "P" ? "FT_PROTOCOL" : type === "FT_STRINGZ" ? "FT_STRING" : type;
    types.set(name, (types.get(name) ?? new Set()).add(found));
  }
  return types;
}
