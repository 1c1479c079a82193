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

/** A display filter that asks for what a cell of the packet list says, or for all that the same two ends say to one another. */
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

/** Where filters know the field as an address. */
function linkFilter(address: LinkAddress | undefined): string | undefined {
  return address && filterFields.get(address.id)?.type === "mac" ? `${address.id} == ${formatMac(address.bytes)}` : undefined;
}

/** As fields have them: Wireshark's `ip.dst` is where a source route ends, its `ipv6.dst` what stands in the header. */
function endsOf(network: Network): Record<"src" | "dst", string> {
  const { version, src, dst } = network;
  return { src: formatIp(src), dst: formatIp(version === 4 ? destinationOf(network) : dst) };
}

/** By the layer that gives the row its protocol, where filters know that one. */
function protocolFilter(packet: Packet, place: ListedPlace | undefined): string | undefined {
  const named = ownLayers(packet).findLast((layer) => namesItself(layer, place));
  const name = named && filterNameOf(named.node.id);
  return name && filterFields.has(name) ? name : undefined;
}

/** Both addresses, and both ports where there are some. */
function conversationFilter(packet: Packet): string | undefined {
  const network = networkOf(packet);
  if (!network) return linkConversation(packet.layers[0]);
  const { src, dst } = endsOf(network);
  const addresses = pair(`${protocolOf(network)}.addr`, src, dst);
  const layers = ownLayers(packet);
  // what stands in a tunnel has its own ports or none
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
