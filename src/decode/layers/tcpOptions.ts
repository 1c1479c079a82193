import type { Header } from "../../protocols/header";
import { tcpOptionList } from "../../protocols/tcp";
import {
  authentication,
  endOfOptions,
  fastOpenExperiment,
  maximumSegmentSize,
  md5Signature,
  noOperation,
  type OptionTable,
  sack,
  sackPermitted,
  tcpOptionHead,
  tcpOptions,
  timestamps,
  unknownOption,
  windowScale,
} from "../../protocols/tcpOptions";
import { findNode, type Node, type Problem } from "../node";
import type { SegmentOptions } from "../packet";
import { bytesNode, cutProblem, placed, reachTo, readHeader } from "../readHeader";
import type { Scope } from "../scope";

const byKind: ReadonlyMap<number, OptionTable> = new Map(tcpOptions.map((option) => [option.kind, option]));

/** A length that its own option does not allow is passed over; one that leads nowhere ends the list. */
export function decodeTcpOptions(scope: Scope): { node: Node; values: SegmentOptions } {
  const children: Node[] = [];
  const within: Node[] = [];
  let breakOff = false;
  let size: number | undefined = 0;
  for (let rest = scope; size !== undefined && rest.length > 0; rest = rest.after(size ?? 0)) {
    // what follows was not captured
    breakOff ||= rest.have === 0;
    if (rest.have === 0) break;
    const option = decodeOption(rest);
    size = option.size;
    children.push(option.node);
    const isTooShort = size !== undefined && size < (byKind.get(rest.bytes[rest.start])?.leastLength ?? 0);
    if (!breakOff && size !== undefined && !isTooShort) within.push(option.node);
    breakOff ||= isTooShort || isCutByCapture(option.node);
  }
  return {
    node: { ...bytesNode(scope, tcpOptionList.id), children },
    values: { ...valuesOf(within), ...(breakOff && { breakOff }) },
  };
}

const isCutByCapture = ({ problem }: Node): boolean => problem?.kind === "cut" && problem.claimedBy === "frame.cap_len";

/** An option, and how far on the next one begins where there may be one. */
function decodeOption(scope: Scope): { node: Node; size?: number } {
  const kind = scope.bytes[scope.start];
  if (kind === endOfOptions.kind) return { node: singleByte(scope, endOfOptions) };
  if (kind === noOperation.kind) return { node: singleByte(scope, noOperation), size: 1 };
  const table = byKind.get(kind) ?? unknownOption;
  const head = readHeader(scope, tcpOptionHead);
  const length = head.number("option_len");
  const node: Node = { ...placed(scope, table.body.id, 0, head.node.length), children: head.node.children };
  if (!head.complete) return { node: { ...node, problem: cutProblem(scope, tcpOptionHead.size) } };
  if (length < tcpOptionHead.size || length > scope.length) {
    reachTo(node, scope, length);
    const problem: Problem =
      length < tcpOptionHead.size
        ? { kind: "length", value: length, least: tcpOptionHead.size }
        : { kind: "cut", needed: length, have: scope.have, claimedBy: tcpOptionHead.fields.option_len.id, start: scope.start };
    return { node: { ...node, problem } };
  }
  reachTo(node, scope, length);
  if (!table.sizes(length)) {
    return {
      node: { ...node, problem: { kind: "length", value: length, least: tcpOptionHead.size + table.body.size } },
      size: length,
    };
  }
  if (!scope.has(length)) node.problem = cutProblem(scope, length);
  // what was captured of it is read even where the capture cut it
  node.children!.push(...bodyNodes(scope.first(length, tcpOptionHead.fields.option_len.id).after(tcpOptionHead.size), table));
  return { node, size: length };
}

function singleByte(scope: Scope, table: OptionTable): Node {
  const kind = { ...placed(scope, tcpOptionHead.fields.option_kind.id, 0, 1), value: table.kind };
  return { ...placed(scope, table.body.id, 0, 1), children: [kind] };
}

function bodyNodes(body: Scope, table: OptionTable): Node[] {
  const nodes: Node[] = [];
  let rest = body;
  const read = (header: Header) => {
    nodes.push(...readHeader(rest, header).node.children);
    rest = rest.after(header.size);
  };
  if (table.layout) for (const header of table.layout(body.have, (at) => body.bytes[body.start + at] ?? 0)) read(header);
  else {
    do read(table.body);
    while (table.repeats && rest.have >= table.body.size);
  }
  if (table.rest && rest.have > 0) nodes.push(bytesNode(rest, table.rest.id));
  return nodes;
}

/** Of an option that is there twice the last counts; SACK permitted says all by being there. */
function valuesOf(options: readonly Node[]): SegmentOptions {
  const number = (id: string): number | undefined => {
    const value = options.map(({ children }) => findNode(children, id)?.value).findLast((found) => found !== undefined);
    return typeof value === "number" ? value : undefined;
  };
  const edges = options
    .filter((option) => option.id === "tcp.options.sack" && !option.problem)
    .flatMap((option) => option.children!.slice(tcpOptionHead.order.length));
  const sack = edges.flatMap((left, index) =>
    index % 2 === 0 && edges[index + 1] ? [[left.value as number, edges[index + 1].value as number] as const] : [],
  );
  const listed = options.filter(isListed);
  const rare = listed.filter(({ id }) => !usual.has(id)).map((node) => ({ kind: kindOf(node), values: numbersIn(node) }));
  return {
    ...(listed.length > 0 && { kinds: listed.map(kindOf) }),
    ...(rare.length > 0 && { rare }),
    ...defined("maximumSegmentSize", number("tcp.options.mss_val")),
    ...defined("windowShift", number("tcp.options.wscale.shift")),
    ...(options.some(({ id }) => id === sackPermitted.body.id) && { sackPermitted: true as const }),
    ...(sack.length > 0 && { sack }),
    ...defined("timestampValue", number("tcp.options.timestamp.tsval")),
    ...defined("timestampEcho", number("tcp.options.timestamp.tsecr")),
    ...(hasFastOpenCookie(options) && { fastOpenCookie: true as const }),
  };
}

const kindOf = ({ children }: Node): number => children?.[0].value as number;

/** Those that say all by being there are listed whatever their length. */
const bare: ReadonlySet<string> = new Set([sackPermitted, md5Signature, authentication].map(({ body }) => body.id));
const isListed = ({ id, problem }: Node): boolean => problem === undefined || (problem.kind === "length" && bare.has(id));

/** Those whose values stand in the segment's own. */
const usual: ReadonlySet<string> = new Set(
  [endOfOptions, noOperation, maximumSegmentSize, windowScale, sackPermitted, sack, timestamps].map(({ body }) => body.id),
);

function numbersIn({ children = [] }: Node): ReadonlyMap<string, number> {
  return new Map(children.flatMap(({ id, value }) => (typeof value === "number" ? [[id, value] as const] : [])));
}

/** RFC 7413 §4.1.1, or under the experiment's identifier before it (appendix A). */
function hasFastOpenCookie(options: readonly Node[]): boolean {
  if (findNode(options, "tcp.options.tfo.cookie")) return true;
  const isExperiment = findNode(options, "tcp.options.experimental.exid")?.value === fastOpenExperiment;
  return isExperiment && findNode(options, "tcp.options.experimental.data") !== undefined;
}

function defined<Key extends string>(key: Key, value: number | undefined): { [K in Key]?: number } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: number });
}
