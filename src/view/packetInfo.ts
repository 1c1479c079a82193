import type { SegmentPlace } from "../connections/tracker";
import { findNode } from "../decode/node";
import { lastSegment, type Packet } from "../decode/packet";
import { ipProtocolNames } from "../protocols/next";
import { tcpInfo } from "./tcpInfo";

/** The Info column. */
export function packetInfo(packet: Packet, place: SegmentPlace | undefined): string {
  const summary = packet.layers.findLast((layer) => !layer.quoted)?.summary;
  if (summary) return summary.info;
  const segment = lastSegment(packet);
  if (segment) return tcpInfo(segment, place);
  const ip = packet.layers.findLast((layer) => layer.network);
  const number = ip && findNode([ip.node], ip.network?.version === 6 ? "ipv6.nxt" : "ip.proto")?.value;
  if (typeof number === "number") return ipProtocolNames[number] ?? `IP protocol ${number}`;
  const last = packet.layers.at(-1);
  return last ? `${last.node.length} bytes` : "";
}
