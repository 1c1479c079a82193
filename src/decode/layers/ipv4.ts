import { ipv4, ipv4Options } from "../../protocols/ipv4";
import { ipProtocols } from "../../protocols/next";
import type { LayerDecoder, Network } from "../packet";
import { bytesNode, type Reading, readHeader } from "../readHeader";
import type { Scope } from "../scope";

type Ipv4 = Reading<typeof ipv4>;

export const decodeIpv4: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, ipv4);
  const network = reading.complete ? networkOf(reading) : undefined;
  packet.add("ip", reading.node, network ? { network } : {});
  if (!network) return undefined;

  const headerLength = reading.number("hdr_len");
  if (headerLength < ipv4.size) {
    reading.child("hdr_len")!.problem = { kind: "length", value: headerLength, least: ipv4.size };
    return undefined;
  }
  readOptions(scope, reading, headerLength);
  const body = bodyOf(scope, reading, headerLength);
  if (!body) return undefined;
  return {
    protocol: network.isFragment && reading.number("frag_offset") > 0 ? "data" : (ipProtocols[reading.number("proto")] ?? "data"),
    scope: body,
  };
};

function networkOf(reading: Ipv4): Network {
  const moreFragments = reading.child("flags")?.children?.some((part) => part.id === "ip.flags.mf" && part.value === 1);
  return {
    version: 4,
    src: reading.child("src")!.value as Uint8Array,
    dst: reading.child("dst")!.value as Uint8Array,
    isFragment: moreFragments === true || reading.number("frag_offset") > 0,
  };
}

function readOptions(scope: Scope, reading: Ipv4, headerLength: number): void {
  if (headerLength === ipv4.size) return;
  reading.node.children.push(bytesNode(scope.first(headerLength, "ip.hdr_len").after(ipv4.size), ipv4Options.id));
  reading.node.length = Math.min(headerLength, scope.have);
}

/** What the total length leaves for the layer inside. */
function bodyOf(scope: Scope, reading: Ipv4, headerLength: number): Scope | undefined {
  const total = reading.number("len");
  // segmentation offload writes 0: the card fills it in later, so the frame's own length counts
  if (total === 0) return scope.after(headerLength);
  const node = reading.child("len")!;
  if (total < headerLength) {
    node.problem = { kind: "length", value: total, least: headerLength };
    return undefined;
  }
  if (total > scope.length)
    node.problem = { kind: "cut", needed: total, have: scope.have, claimedBy: "ip.len", start: scope.start };
  return scope.first(total, "ip.len").after(headerLength);
}
