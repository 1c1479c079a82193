import type { Header } from "../../protocols/header";
import {
  ipv4CommercialSecurity,
  ipv4ExtendedSecurity,
  ipv4Mtu,
  ipv4Option,
  ipv4OptionContent,
  ipv4OptionHead,
  ipv4QuickStart,
  ipv4Route,
  ipv4RouteAddress,
  ipv4RouterAlert,
  ipv4Security,
  ipv4Stream,
  ipv4Timestamp,
  ipv4TimestampHop,
  ipv4TimestampValue,
  ipv4Traceroute,
} from "../../protocols/ipv4";
import type { Node } from "../node";
import { bytesNode, placed, readHeader } from "../readHeader";
import type { Scope } from "../scope";

/** The fields of an option behind its length; in some a list follows them. */
const fieldsOf: Readonly<Record<number, Header>> = {
  [ipv4Option.recordRoute]: ipv4Route,
  [ipv4Option.looseRoute]: ipv4Route,
  [ipv4Option.strictRoute]: ipv4Route,
  [ipv4Option.timestamp]: ipv4Timestamp,
  [ipv4Option.mtuProbe]: ipv4Mtu,
  [ipv4Option.mtuReply]: ipv4Mtu,
  [ipv4Option.quickStart]: ipv4QuickStart,
  [ipv4Option.traceroute]: ipv4Traceroute,
  [ipv4Option.stream]: ipv4Stream,
  [ipv4Option.routerAlert]: ipv4RouterAlert,
  [ipv4Option.security]: ipv4Security,
  [ipv4Option.extendedSecurity]: ipv4ExtendedSecurity,
  [ipv4Option.commercialSecurity]: ipv4CommercialSecurity,
};
const sourceRoutes: ReadonlySet<number> = new Set([ipv4Option.looseRoute, ipv4Option.strictRoute]);
const routes: ReadonlySet<number> = new Set([...sourceRoutes, ipv4Option.recordRoute]);

export interface Ipv4Options {
  readonly children: Node[];
  /** The end of a source route that is not yet used up (RFC 791 §3.1). */
  readonly finalDst?: Uint8Array;
  /** An option is too short for its fields: as in Wireshark, nothing behind it is believed. */
  readonly isBroken: boolean;
}

export function decodeIpv4Options(scope: Scope): Ipv4Options {
  const children: Node[] = [];
  let finalDst: Uint8Array | undefined;
  let isBroken = false;
  for (let rest = scope; rest.have > 0; ) {
    const type = rest.bytes[rest.start];
    const option = readOption(rest, type);
    children.push(option);
    if (sourceRoutes.has(type) && !option.problem) finalDst ??= endOfRoute(option);
    isBroken = option.problem?.kind === "length" && option.problem.least > ipv4OptionHead.size;
    if (type === ipv4Option.end || option.problem) break;
    rest = rest.after(option.length);
  }
  return { children, isBroken, ...(finalDst && { finalDst }) };
}

function readOption(scope: Scope, type: number): Node {
  const head = readHeader(scope, ipv4OptionHead);
  const typeNode = head.node.children[0];
  if (type === ipv4Option.end || type === ipv4Option.nop)
    return { ...placed(scope, ipv4OptionHead.id, 0, 1), value: type, children: [typeNode] };
  const length = head.number("len");
  const node: Node = {
    ...placed(scope, ipv4OptionHead.id, 0, Math.min(scope.have, Math.max(length || 0, ipv4OptionHead.size))),
    value: type,
  };
  node.children = head.node.children;
  if (!head.complete)
    return {
      ...node,
      problem: { kind: "cut", needed: ipv4OptionHead.size, have: scope.have, claimedBy: scope.claimedBy, start: scope.start },
    };
  if (length < ipv4OptionHead.size) return { ...node, problem: { kind: "length", value: length, least: ipv4OptionHead.size } };
  if (length > scope.have)
    return { ...node, problem: { kind: "cut", needed: length, have: scope.have, claimedBy: "ip.opt.len", start: scope.start } };
  node.children.push(...readBody(type, scope.first(length, "ip.opt.len").after(ipv4OptionHead.size)));
  const least = ipv4OptionHead.size + (fieldsOf[type]?.size ?? 0);
  if (length < least) node.problem = { kind: "length", value: length, least };
  return node;
}

function readBody(type: number, body: Scope): Node[] {
  if (routes.has(type))
    return [...readHeader(body, ipv4Route).node.children, ...readList(body.after(ipv4Route.size), ipv4RouteAddress)];
  if (type === ipv4Option.timestamp) {
    const head = readHeader(body, ipv4Timestamp);
    const entry = head.number("flag") === 0 ? ipv4TimestampValue : ipv4TimestampHop;
    return [...head.node.children, ...readList(body.after(ipv4Timestamp.size), entry)];
  }
  const table = fieldsOf[type];
  const rest = table ? body.after(table.size) : body;
  return [
    ...(table ? readHeader(body, table).node.children : []),
    ...(rest.have > 0 ? [bytesNode(rest, ipv4OptionContent.id)] : []),
  ];
}

/** The same fields repeated, as often as they fit. */
function readList(scope: Scope, table: Header): Node[] {
  const nodes: Node[] = [];
  for (let rest = scope; rest.has(table.size); rest = rest.after(table.size))
    nodes.push(...readHeader(rest, table).node.children);
  return nodes;
}

/** What a route's pointer is when it points at the first address. */
const firstPointer = 4;

/** Where a source route leads: to its last address, as long as the pointer is within the route. */
function endOfRoute({ length, children = [] }: Node): Uint8Array | undefined {
  const pointer = children.find(({ id }) => id === "ip.opt.ptr")?.value as number;
  const last = children.findLast(({ id }) => id === "ip.opt.addr")?.value;
  return pointer % 4 === 0 && pointer >= firstPointer && pointer <= length && last instanceof Uint8Array ? last : undefined;
}
