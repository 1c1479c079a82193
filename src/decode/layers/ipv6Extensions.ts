import {
  authenticationCheck,
  authenticationHeader,
  ipv6Destination,
  ipv6Fragment,
  ipv6HomeAddress,
  ipv6HopByHop,
  ipv6Jumbo,
  ipv6Option,
  ipv6OptionContent,
  ipv6OptionPad1,
  ipv6OptionType,
  ipv6OtherExtension,
  ipv6RouterAlert,
  ipv6Routing,
  ipv6RoutingAddress,
  ipv6RoutingType,
} from "../../protocols/ipv6";
import { ipv6Extension } from "../../protocols/next";
import { findNode, type Node, type Problem } from "../node";
import { bytesNode, placed, type Reading, readHeader } from "../readHeader";
import type { Scope } from "../scope";

/** One extension header, and what it says of the packet. */
export interface Extension {
  readonly protocol: string;
  readonly node: Node;
  /** In bytes. */
  readonly size: number;
  /** What follows; absent where the header is not all there. */
  readonly next?: number;
  readonly fragment?: { readonly offset: number; readonly isLast: boolean; readonly identification: number };
  /** Where a source route ends. */
  readonly finalDst?: Uint8Array;
  /** The sender's home address, by which it is known wherever it is (RFC 6275 §6.3). */
  readonly homeSrc?: Uint8Array;
}

const authentication = 51;

/** Reads the extension header with this number; nothing when the number is none of theirs (RFC 8200 §4). */
export function readExtension(number: number, scope: Scope): Extension | undefined {
  switch (number) {
    case ipv6Extension.hopByHop:
      return readOptions("ipv6.hopopts", scope, ipv6HopByHop);
    case ipv6Extension.destination:
      return readOptions("ipv6.dstopts", scope, ipv6Destination);
    case ipv6Extension.mobility:
    case ipv6Extension.hip:
    case ipv6Extension.shim6:
      return readOther(scope);
    case ipv6Extension.routing:
      return readRouting(scope);
    case ipv6Extension.fragment:
      return readFragment(scope);
    case authentication:
      return readAuthentication(scope);
    default:
      return undefined;
  }
}

/** A length counts units of eight bytes, without the first eight bytes (RFC 8200 §4.3). */
const octets = (length: number) => (length + 1) * 8;

/** An extension header with its size and what follows it. */
function sized(protocol: string, scope: Scope, node: Node, size: number, next: number): Extension {
  node.length = Math.min(size, scope.have);
  if (scope.has(size)) return { protocol, node, size, next };
  // as in Wireshark: nobody guesses what follows a header that is cut short
  node.problem ??= { kind: "cut", needed: size, have: scope.have, claimedBy: scope.claimedBy, start: scope.start };
  return { protocol, node, size };
}

/**
 * An extension header that ends the reading: as in Wireshark, nothing is believed behind an option that leads past the packet, or behind
 * a route that lacks its address.
 */
function lastOf(protocol: string, scope: Scope, node: Node, size: number): Extension {
  node.length = Math.min(size, scope.have);
  return { protocol, node, size };
}

function readOptions(protocol: string, scope: Scope, table: typeof ipv6HopByHop | typeof ipv6Destination): Extension {
  const reading = readHeader(scope, table) as Reading<typeof ipv6HopByHop>;
  const { node, complete } = reading;
  if (!complete) return { protocol, node, size: scope.have };
  const size = octets(reading.number("len"));
  const options = scope.first(size, `${table.id}.len`).after(table.size);
  let homeSrc: Uint8Array | undefined;
  for (let rest = options; rest.have > 0; ) {
    const option = readOption(rest);
    node.children.push(option);
    if (option.problem && rest.start + promised(option.problem) > scope.captured) return lastOf(protocol, scope, node, size);
    if (option.problem) break;
    homeSrc =
      (findNode(option.children, ipv6HomeAddress.fields["mipv6.home_address"].id)?.value as Uint8Array | undefined) ?? homeSrc;
    rest = rest.after(option.length);
  }
  return { ...sized(protocol, scope, node, size, reading.number("nxt")), ...(homeSrc && { homeSrc }) };
}

/** How many bytes there should have been. */
const promised = (problem: Problem): number => (problem.kind === "cut" ? problem.needed : 0);

function readOption(scope: Scope): Node {
  if (scope.bytes[scope.start] === ipv6OptionType.pad1) return placed(scope, ipv6OptionPad1.id, 0, 1);
  const reading = readHeader(scope, ipv6Option);
  const { node, complete } = reading;
  if (!complete) return node;
  const length = ipv6Option.size + reading.number("length");
  node.length = Math.min(length, scope.have);
  if (length > scope.have)
    return {
      ...node,
      problem: { kind: "cut", needed: length, have: scope.have, claimedBy: "ipv6.opt.length", start: scope.start },
    };
  const body = scope.first(length, "ipv6.opt.length").after(ipv6Option.size);
  const type = reading.number("type");
  if (type === ipv6OptionType.jumbo) node.children.push(...readHeader(body, ipv6Jumbo).node.children);
  else if (type === ipv6OptionType.homeAddress) node.children.push(...readHeader(body, ipv6HomeAddress).node.children);
  else if (type === ipv6OptionType.routerAlert) node.children.push(...readHeader(body, ipv6RouterAlert).node.children);
  else if (body.have > 0) node.children.push(bytesNode(body, ipv6OptionContent.id));
  return node;
}

function readOther(scope: Scope): Extension {
  const reading = readHeader(scope, ipv6OtherExtension);
  const { node, complete } = reading;
  return complete
    ? sized("ipv6.ext", scope, node, octets(reading.number("len")), reading.number("nxt"))
    : { protocol: "ipv6.ext", node, size: scope.have };
}

function readRouting(scope: Scope): Extension {
  const reading = readHeader(scope, ipv6Routing);
  const { node, complete } = reading;
  if (!complete) return { protocol: "ipv6.routing", node, size: scope.have };
  const size = octets(reading.number("len"));
  const addresses: Uint8Array[] = [];
  for (
    let rest = scope.first(size, "ipv6.routing.len").after(ipv6Routing.size);
    rest.has(ipv6RoutingAddress.size);
    rest = rest.after(ipv6RoutingAddress.size)
  ) {
    const [address] = readHeader(rest, ipv6RoutingAddress).node.children;
    node.children.push(address);
    addresses.push(address.value as Uint8Array);
  }
  const type = reading.number("type");
  // routes of these types have at least one address (RFC 6275 §6.4, RFC 8754 §2)
  if (addresses.length === 0 && (type === ipv6RoutingType.mobile || type === ipv6RoutingType.segments)) {
    reading.child("len")!.problem = { kind: "length", value: reading.number("len"), least: lengthOfOne };
    return lastOf("ipv6.routing", scope, node, size);
  }
  const isUsedUp = reading.number("segleft") === 0;
  // a segment list stands in reverse: its first address is the last one to visit (RFC 8754 §2)
  const last = type === ipv6RoutingType.segments ? addresses[0] : addresses.at(-1);
  return {
    ...sized("ipv6.routing", scope, node, size, reading.number("nxt")),
    ...(!isUsedUp && last && knownTypes.has(type) && { finalDst: last }),
  };
}

/** What the length field must be for one address. */
const lengthOfOne = ipv6RoutingAddress.size / 8;
const knownTypes: ReadonlySet<number> = new Set(Object.values(ipv6RoutingType));

function readFragment(scope: Scope): Extension {
  const reading = readHeader(scope, ipv6Fragment);
  const { node, complete } = reading;
  if (!complete) return { protocol: "ipv6.fraghdr", node, size: scope.have };
  const fragment = {
    offset: reading.number("offset"),
    isLast: reading.number("more") === 0,
    identification: reading.number("ident"),
  };
  return { ...sized("ipv6.fraghdr", scope, node, ipv6Fragment.size, reading.number("nxt")), fragment };
}

/** RFC 4302 §2.2: its length counts words of four bytes, without the first two. */
export function readAuthentication(scope: Scope): Extension {
  const reading = readHeader(scope, authenticationHeader);
  const { node, complete } = reading;
  if (!complete) return { protocol: "ah", node, size: scope.have };
  const size = (reading.number("length") + 2) * 4;
  const check = scope.first(size, "ah.length").after(authenticationHeader.size);
  if (check.have > 0) node.children.push(bytesNode(check, authenticationCheck.id));
  const extension = sized("ah", scope, node, size, reading.number("next_header"));
  node.length = Math.max(node.length, authenticationHeader.size);
  return extension;
}
