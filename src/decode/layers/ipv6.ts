import { ipv6, ipv6Jumbo, ipv6OptionType } from "../../protocols/ipv6";
import { ipProtocols, ipv6Extension } from "../../protocols/next";
import { findNode } from "../node";
import { follow, type LayerDecoder, type Network, type Next, type PacketInProgress } from "../packet";
import { type Reading, readHeader } from "../readHeader";
import type { Scope } from "../scope";
import { type Extension, readExtension } from "./ipv6Extensions";

export const decodeIpv6: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, ipv6);
  const version = reading.child("version");
  if (version && version.value !== 6) version.problem = { kind: "version", found: version.value as number, expected: 6 };
  if (!reading.complete || version?.problem) {
    packet.add("ipv6", reading.node);
    return undefined;
  }
  const src = reading.child("src")!.value as Uint8Array;
  const dst = reading.child("dst")!.value as Uint8Array;
  const network: Network = { version: 6, src, dst, isFragment: false };
  packet.add("ipv6", reading.node, { network });
  return afterExtensions(reading.number("nxt"), bodyOf(scope, reading), packet, network);
};

/** The payload length counts what follows the fixed header; 0 leaves it to a jumbo option or to the card (offload). */
function bodyOf(scope: Scope, reading: Reading<typeof ipv6>): Scope {
  const rest = scope.after(ipv6.size);
  const length = reading.number("plen");
  if (length === 0) {
    const jumbo = jumboLength(reading.number("nxt"), rest);
    return jumbo === undefined ? rest : rest.first(jumbo, "ipv6.opt.jumbo");
  }
  if (length > rest.length) {
    reading.child("plen")!.problem = { kind: "cut", needed: length, have: rest.have, claimedBy: "ipv6.plen", start: rest.start };
  }
  return rest.first(length, "ipv6.plen");
}

/** RFC 2675: the true length stands in a hop-by-hop option. */
function jumboLength(next: number, rest: Scope): number | undefined {
  if (next !== ipv6Extension.hopByHop) return undefined;
  const option = readExtension(next, rest)?.node.children?.find(
    ({ id, children }) => id === "ipv6.opt" && children?.[0].value === ipv6OptionType.jumbo,
  );
  return findNode(option?.children, ipv6Jumbo.fields.jumbo.id)?.value as number | undefined;
}

/** Extension headers, in any order and number, down to what the packet carries. */
function afterExtensions(first: number, body: Scope, packet: PacketInProgress, around: Network): Next | undefined {
  let next = first;
  let scope = body;
  let network = around;
  for (let extension = readExtension(next, scope); extension; extension = readExtension(next, scope)) {
    packet.add(extension.protocol, extension.node);
    const { finalDst, homeSrc } = extension;
    if (finalDst || homeSrc) {
      packet.replaceNetwork(network, { ...network, ...(finalDst && { finalDst }), ...(homeSrc && { homeSrc }) });
      network = packet.network!;
    }
    if (extension.next === undefined) return undefined;
    scope = scope.after(extension.size);
    if (extension.fragment) {
      const whole = afterFragment(extension, scope, packet, network);
      if (whole.isEnd) return whole.next;
      network = packet.network!;
      scope = whole.next.scope;
    }
    next = extension.next;
  }
  return next === ipv6Extension.noNext ? undefined : follow(ipProtocols, "ip", next, scope);
}

/** The packet that completes a datagram carries it; a first fragment shows how it begins; the others are only called fragments. */
function afterFragment(
  { fragment, node, next }: Extension,
  scope: Scope,
  packet: PacketInProgress,
  network: Network,
): { isEnd: boolean; next: Next } {
  const { offset, isLast, identification } = fragment!;
  const data: Next = { protocol: "data", scope };
  // RFC 6946: a fragment that is the whole datagram
  if (offset === 0 && isLast) return { isEnd: false, next: data };
  const key = `6 ${network.src} ${network.dst} ${next} ${identification}`;
  const whole = scope.isCut ? undefined : packet.fragments?.add({ key, offset, isLast, data: scope.content() });
  if (whole) return { isEnd: false, next: { ...data, scope: packet.addSource(whole, "ipv6.fragments") } };
  packet.replaceNetwork(network, { ...network, isFragment: true });
  node.problem ??= { kind: "fragment" };
  packet.awaitsRest = true;
  return { isEnd: offset > 0, next: data };
}
