import type { Packet } from "../decode/packet";

/** The Protocol column's words: the innermost layer that has a name of its own. */
const names: Readonly<Record<string, string>> = {
  eth: "Ethernet",
  sll: "SLL",
  null: "NULL",
  ip: "IPv4",
  ipv6: "IPv6",
  tcp: "TCP",
};
/** Wireshark's names where ours are others. */
const pathNames: Readonly<Record<string, string>> = { "tcp.payload": "data", redis: "resp" };
/** Protocols whose header names what follows by its EtherType. */
const withEtherType = new Set(["eth", "sll"]);

export function protocolColumn(packet: Packet): string {
  for (const { protocol, quoted, summary } of [...packet.layers].reverse()) {
    const name = summary?.protocol ?? names[protocol];
    if (!quoted && name) return name;
  }
  return "Data";
}

/** `eth:ethertype:ip:tcp`, as Wireshark's `frame.protocols`. */
export function protocolPath(packet: Packet): string {
  return packet.layers
    .map(({ protocol }) => (withEtherType.has(protocol) ? `${protocol}:ethertype` : (pathNames[protocol] ?? protocol)))
    .join(":");
}

const layerNames: Readonly<Record<string, string>> = { eth: "ethernet", ip: "ipv4" };

/** A layer as `startLayer` of `wirenote explain` spells it. */
export function layerName(protocol: string): string {
  return layerNames[protocol] ?? protocol;
}
