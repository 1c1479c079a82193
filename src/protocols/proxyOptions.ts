import { bits, flag, group, type Header, header, ipv4Address, u8, u16, u32 } from "./header";
import { exactly, option } from "./tcpOption";

/** TCP options of proxies that speed up slow or long links: over satellites, and between a company's offices. */

/** CCSDS 714.0-B-2 §3.2.3; with another length it lists extended capabilities (§3.2.5). */
export const scpsCapabilities = option(
  20,
  header("tcp.options.scps", {
    vector: group({
      bets: flag(),
      snack1: flag(),
      snack2: flag(),
      compress: flag(),
      nlts: flag(),
      reserved: bits(3),
    }),
    binding: u8(),
  }),
);

/** CCSDS 714.0-B-2 §3.5. Wireshark 4.0 gives up even where one is whole, since it looks for an acknowledgment within it. */
export const selectiveNegative = option(21, header("tcp.options.snack", { offset: u16(), size: u16() }), exactly(6), {
  breaksOff: (length) => length === 6,
});

/** Riverbed has published no specification; this is what Wireshark knows about it. */
const probeTypes = {
  0: "Probe Query",
  1: "Probe Response",
  2: "Probe Internal",
  3: "Probe Trace",
  4: "Probe Query SH",
  5: "Probe Response SH",
  6: "Probe Query Info",
  7: "Probe Response Info",
  8: "Probe Query Info SH",
  9: "Probe Query Info Store ID",
  10: "Probe Reset",
};
export const probeType = {
  query: 0,
  response: 1,
  internal: 2,
  trace: 3,
  queryShort: 4,
  responseShort: 5,
  queryInfo: 6,
  responseInfo: 7,
  queryInfoShort: 8,
  queryInfoStore: 9,
  reset: 10,
} as const;
const probe = "tcp.options.rvbd.probe";
const kind1 = header(probe, { type1: bits(4, "number", { names: probeTypes }), version: bits(4) });
const kind2 = header(probe, { type2: bits(7, "number", { names: probeTypes }), version_raw: bits(1) });
const prober = header(probe, { reserved: u8("hex"), prober: ipv4Address() });
const application = header(probe, { appli_ver: u16() });
const client = header(probe, { "client.ip": ipv4Address() });
const proxy = header(probe, { "proxy.ip": ipv4Address(), "proxy.port": u16("port") });
const flags = header(probe, { flags: u8("hex") });
const store = header(probe, { storeid: u32() });
export const probeTables = [kind1, kind2, prober, application, client, proxy, flags, store] as const;

/** The tables that an option must have by its type; nothing is read of an unknown type. */
function probeLayout(_: number, byte: (at: number) => number): readonly Header[] {
  return tablesOfProbe(byte(0));
}

function tablesOfProbe(first: number): readonly Header[] {
  const isFirstVersion = (first & 1) === 1;
  const type = first >> (isFirstVersion ? 4 : 1);
  if (!isFirstVersion) return [kind2, ...infoTables(type)];
  if (type > probeType.reset || type === probeType.internal) return [kind1];
  return [kind1, prober, ...askedTables(type)];
}

function askedTables(type: number): readonly Header[] {
  switch (type) {
    case probeType.query:
    case probeType.queryShort:
    case probeType.trace:
      return [application];
    case probeType.response:
      return [proxy];
    case probeType.responseShort:
      return [client, proxy];
    default:
      return [];
  }
}

function infoTables(type: number): readonly Header[] {
  switch (type) {
    case probeType.queryInfo:
    case probeType.responseInfo:
    case probeType.reset:
      return [flags];
    case probeType.queryInfoShort:
      return [flags, client];
    case probeType.queryInfoStore:
      return [flags, store];
    default:
      return [];
  }
}

const sizeOf = (tables: readonly Header[]): number => tables.reduce((sum, { size }) => sum + size, 0);

export const riverbedProbe = option(76, header(probe, {}), (length) => length >= 3, {
  layout: probeLayout,
  breaksOff: (length, first) => length >= 3 && length < 2 + sizeOf(tablesOfProbe(first)),
});

export const riverbedTransparency = option(
  78,
  header("tcp.options.rvbd.trpy", {
    flags: u16("hex"),
    "src.ip": ipv4Address(),
    "dst.ip": ipv4Address(),
    "src.port": u16("port"),
    "dst.port": u16("port"),
  }),
);
