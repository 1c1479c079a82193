import { type LinkAddress, linkEnds } from "../decode/linkAddresses";
import { findNode } from "../decode/node";
import { destinationOf, type Layer, lastNetwork, lastSegment, type Network, ownLayers, type Packet } from "../decode/packet";
import { addressing } from "../decode/packetEnds";
import { filterFields } from "../filter/fields";
import { filterNameOf } from "../protocols/filterNames";
import { formatIp, formatMac } from "../text/address";
import type { FieldColumn } from "./onScreen/columnId";
import type { RowPart } from "./onScreen/rowPart";
import type { RowFacts } from "./packetRow";
import { namesItself } from "./protocolColumn";
import type { ListedPlace } from "./tcpInfo";

/** A display filter for what a cell of the packet list says, or for all that the same two ends say to each other. */
export function rowFilter(
  { number, length }: RowFacts,
  packet: Packet,
  place: ListedPlace | undefined,
  part: Exclude<RowPart, FieldColumn>,
): string | undefined {
  switch (part) {
    case "number":
      return `frame.number == ${number}`;
    case "length":
      return `frame.len == ${length}`;
    case "source":
      return endFilter(packet, "src");
    case "destination":
      return endFilter(packet, "dst");
    case "protocol":
      return protocolFilter(packet, place);
    case "conversation":
      return place ? `tcp.stream == ${place.stream}` : conversationFilter(packet);
    default:
      return undefined;
  }
}

const protocolOf = ({ version }: Network) => (version === 4 ? "ip" : "ipv6");
const networkOf = (packet: Packet) => lastSegment(packet)?.network ?? lastNetwork(packet);

function endFilter(packet: Packet, end: "src" | "dst"): string | undefined {
  const found = addressing(packet);
  if (!found) return undefined;
  if ("link" in found) return linkFilter(found.link[end]);
  return `${protocolOf(found.network)}.${end} == ${endsOf(found.network)[end]}`;
}

/** A filter for the address of a network card, if filters have its field. */
function linkFilter(address: LinkAddress | undefined): string | undefined {
  return address && filterFields.get(address.id)?.type === "mac" ? `${address.id} == ${formatMac(address.bytes)}` : undefined;
}

/** Both addresses as Wireshark's fields give them: `ip.dst` is where a source route ends, `ipv6.dst` what is in the header. */
function endsOf(network: Network): Record<"src" | "dst", string> {
  const { version, src, dst } = network;
  return { src: formatIp(src), dst: formatIp(version === 4 ? destinationOf(network) : dst) };
}

/** A filter for the layer that gives the row its protocol, if filters have that protocol. */
function protocolFilter(packet: Packet, place: ListedPlace | undefined): string | undefined {
  const named = ownLayers(packet).findLast((layer) => namesItself(layer, place));
  const name = named && filterNameOf(named.node.id);
  return name && filterFields.has(name) ? name : undefined;
}

/** A filter for both addresses, and for both ports if there are some. */
function conversationFilter(packet: Packet): string | undefined {
  const network = networkOf(packet);
  if (!network) return linkConversation(packet.layers[0]);
  const { src, dst } = endsOf(network);
  const addresses = pair(`${protocolOf(network)}.addr`, src, dst);
  const layers = ownLayers(packet);
  // a packet in a tunnel has ports of its own, or none: those around it do not count
  const inner = layers.slice(layers.findLastIndex((layer) => layer.network) + 1);
  const udp = inner.find(({ protocol }) => protocol === "udp")?.node;
  const [source, destination] = ["udp.srcport", "udp.dstport"].map((id) => udp && findNode([udp], id)?.value);
  const hasPorts = source !== undefined && destination !== undefined;
  return hasPorts ? `${addresses} && ${pair("udp.port", String(source), String(destination))}` : addresses;
}

function linkConversation(layer: Layer | undefined): string | undefined {
  const { src, dst } = (layer?.protocol === "eth" && linkEnds(layer)) || {};
  return src && dst && pair("eth.addr", formatMac(src.bytes), formatMac(dst.bytes));
}

const pair = (field: string, one: string, other: string): string =>
  one === other ? `${field} == ${one}` : `${field} == ${one} && ${field} == ${other}`;
