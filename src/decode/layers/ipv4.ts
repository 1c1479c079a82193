import { ipv4, ipv4Options } from "../../protocols/ipv4";
import { ipProtocols } from "../../protocols/next";
import { follow, type LayerDecoder, type Network, type Next, type PacketInProgress } from "../packet";
import { adopt, cutProblem, placed, type Reading, readHeader } from "../readHeader";
import type { Scope } from "../scope";
import { decodeIpv4Options, type Ipv4Options } from "./ipv4Options";

type Ipv4 = Reading<typeof ipv4>;

export const decodeIpv4: LayerDecoder = (scope, packet) => {
  // the version counts, whatever number the layer around gave
  if (scope.has(1) && scope.bytes[scope.start] >> 4 === 6) return { protocol: "ipv6", scope };
  const reading = readHeader(scope, ipv4);
  const makesSense = checkVersion(reading) && checkLengths(scope, reading);
  const headerLength = reading.number("hdr_len");
  if (!reading.complete || !makesSense || !scope.has(headerLength)) {
    // the options that are missing may have a source route, so that it is not known who is to get the packet
    if (makesSense) reading.node.problem ??= cutProblem(scope, headerLength || ipv4.size);
    packet.add("ip", reading.node);
    return undefined;
  }
  const { finalDst, isBroken } = readOptions(scope, reading, headerLength);
  const isFragment = reading.number("frag_offset") > 0 || moreFragments(reading);
  const src = reading.child("src")!.value as Uint8Array;
  const dst = reading.child("dst")!.value as Uint8Array;
  const network: Network = { version: 4, src, dst, ...(finalDst && { finalDst }), isFragment };
  packet.add("ip", reading.node, { network });
  if (isBroken) return undefined;
  // segmentation offload writes 0: the card fills it in later, so the frame's own length counts
  const total = reading.number("len") || scope.length;
  const body = scope.first(total, "ip.len").after(headerLength);
  return isFragment
    ? afterFragment(reading, network, body, scope.has(total), packet)
    : follow(ipProtocols, "ip", reading.number("proto"), body);
};

function checkVersion(reading: Ipv4): boolean {
  const node = reading.child("version");
  if (node && node.value !== 4) node.problem = { kind: "version", found: node.value as number, expected: 4 };
  return node?.problem === undefined;
}

/** Lengths that cannot be true end the reading; one that promises too much is only marked. */
function checkLengths(scope: Scope, reading: Ipv4): boolean {
  const headerLength = reading.number("hdr_len");
  const total = reading.number("len");
  if (headerLength < ipv4.size) reading.child("hdr_len")!.problem = { kind: "length", value: headerLength, least: ipv4.size };
  else if (total !== 0 && total < headerLength)
    reading.child("len")!.problem = { kind: "length", value: total, least: headerLength };
  else {
    if (total > scope.length)
      reading.child("len")!.problem = { kind: "cut", needed: total, have: scope.have, claimedBy: "ip.len", start: scope.start };
    return true;
  }
  return false;
}

const moreFragments = (reading: Ipv4) =>
  reading.child("flags")!.children!.some(({ id, value }) => id === "ip.flags.mf" && value === 1);

function readOptions(scope: Scope, reading: Ipv4, headerLength: number): Omit<Ipv4Options, "children"> {
  if (headerLength === ipv4.size) return { isBroken: false };
  const options = scope.first(headerLength, "ip.hdr_len").after(ipv4.size);
  const { children, ...told } = decodeIpv4Options(options);
  adopt(reading.node, { ...placed(options, ipv4Options.id, 0, options.have), children });
  return told;
}

/**
 * The packet that completes a datagram carries it. Until then a first fragment shows how it begins, and the others are only called
 * fragments. A fragment that the capture cut can never be part of a whole, so it stands for itself.
 */
function afterFragment(reading: Ipv4, network: Network, body: Scope, isWhole: boolean, packet: PacketInProgress): Next {
  const protocol = reading.number("proto");
  const offset = reading.number("frag_offset");
  const isLast = !moreFragments(reading);
  const key = `4 ${network.src} ${network.dst} ${protocol} ${reading.number("id")}`;
  const whole = isWhole ? packet.fragments?.add({ key, offset, isLast, data: body.content() }) : undefined;
  if (whole) {
    packet.replaceNetwork(packet.network!, { ...network, isFragment: false });
    return follow(ipProtocols, "ip", protocol, packet.addSource(whole, "ip.fragments"));
  }
  reading.node.problem ??= { kind: "fragment" };
  packet.awaitsRest ||= isWhole;
  return offset === 0 ? follow(ipProtocols, "ip", protocol, body) : { protocol: "data", scope: body };
}
