import { findNode } from "../decode/node";
import { type Layer, lastSegment, ownLayers, type Packet } from "../decode/packet";
import { udp } from "../protocols/control";
import { ipProtocolNames } from "../protocols/next";
import { arpInfo } from "./arpInfo";
import { type Names, noNames, portText } from "./names";
import { heardSummary } from "./segmentColumns";
import { type ListedPlace, tcpInfo } from "./tcpInfo";
import { valueText } from "./tree";
import { undecodedName } from "./undecoded";

/** The Info column. */
export function packetInfo(packet: Packet, place: ListedPlace | undefined, names: Names = noNames): string {
  const summary = heardSummary(ownLayers(packet).at(-1)?.summary, place);
  if (summary) return summary.info;
  const segment = lastSegment(packet);
  if (segment) return tcpInfo(segment, place, names);
  const layer = ownLayers(packet).findLast(({ protocol, node }) => !isPlainData.has(protocol) || node.problem);
  return layer ? layerInfo(layer, names) : "";
}

/** Layers of mere bytes, for which the header before them speaks. */
const isPlainData: ReadonlySet<string> = new Set(["data", "udp.payload", "tcp.payload"]);

const number = (layer: Layer, id: string) => findNode([layer.node], id)?.value as number;
/** Whether a field is there; a header that was cut may lack it. */
const has = (layer: Layer, id: string) => number(layer, id) !== undefined;
const text = (layer: Layer, id: string) => {
  const node = findNode([layer.node], id);
  return node ? valueText(node, layer) : "?";
};

function port(layer: Layer, field: "srcport" | "dstport", names: Names): string {
  const value = number(layer, `${layer.protocol}.${field}`) as number | undefined;
  return value === undefined ? "?" : layer.protocol === "udp" ? portText(value, "udp", names) : String(value);
}

function layerInfo(layer: Layer, names: Names): string {
  const { node, network, protocol } = layer;
  if (node.problem?.kind === "not-decoded") return `${spaces[node.problem.space]} ${undecodedName(node.problem)}`;
  if (network?.isFragment) return fragmentInfo(layer);
  switch (protocol) {
    case "udp":
    case "sctp":
      return `${port(layer, "srcport", names)} → ${port(layer, "dstport", names)}${udpLength(layer)}`;
    case "icmp":
    case "icmpv6":
      return layer.summary?.info ?? "";
    case "igmp":
      return text(layer, `${protocol}.type`).replace(/ \(\d+\)$/, "");
    case "arp":
      return arpInfo(layer);
    case "ipv6.fraghdr":
      if (has(layer, "ipv6.fraghdr.ident")) return ipv6FragmentInfo(layer);
      break;
  }
  return node.children ? valueText(node, layer) : `${node.length} bytes`;
}

/** The length as Wireshark writes it; nothing for a jumbogram, whose length is elsewhere, or if there is none. */
function udpLength({ node }: Layer): string {
  const { value, problem } = findNode([node], "udp.length") ?? {};
  if (typeof value !== "number") return "";
  if (problem?.kind === "length") return ` [BAD UDP LENGTH ${value} < ${udp.size}]`;
  const tooLong = problem?.kind === "cut" ? ` [BAD UDP LENGTH ${value} > IP PAYLOAD LENGTH]` : "";
  return value === 0 ? "" : `${tooLong} Len=${value - udp.size}`;
}

const spaces = {
  link: "Link type",
  ethertype: "EtherType",
  ip: "IP protocol",
  ppp: "PPP protocol",
  gre: "GRE protocol",
} as const;

/** A fragment's text as Wireshark writes it, so that it can be found in the same way. */
function fragmentInfo(layer: Layer): string {
  const protocol = number(layer, "ip.proto");
  const id = number(layer, "ip.id").toString(16).padStart(4, "0");
  return `Fragmented IP protocol (proto=${ipProtocolNames[protocol] ?? "Unassigned"} ${protocol}, off=${number(layer, "ip.frag_offset")}, ID=${id})`;
}

function ipv6FragmentInfo(layer: Layer): string {
  const value = (name: string) => number(layer, `${layer.protocol}.${name}`);
  const identifier = value("ident").toString(16).padStart(8, "0");
  return `IPv6 fragment (off=${value("offset")} more=${value("more") ? "y" : "n"} ident=0x${identifier} nxt=${value("nxt")})`;
}
