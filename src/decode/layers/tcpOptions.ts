import type { Header } from "../../protocols/header";
import { tcpOptionList } from "../../protocols/tcp";
import {
  endOfOptions,
  noOperation,
  type OptionTable,
  tcpOptionHead,
  tcpOptions,
  unknownOption,
} from "../../protocols/tcpOptions";
import { findNode, type Node } from "../node";
import type { SegmentOptions } from "../packet";
import { bytesNode, placed, readHeader } from "../readHeader";
import type { Scope } from "../scope";

const byKind: ReadonlyMap<number, OptionTable> = new Map(tcpOptions.map((option) => [option.kind, option]));

/** Reads options until the list ends or nobody can say where the next one begins: a length that fits is believed, right or wrong. */
export function decodeTcpOptions(scope: Scope): { node: Node; values: SegmentOptions } {
  const children: Node[] = [];
  for (let rest = scope; rest.have > 0; ) {
    const option = decodeOption(rest);
    children.push(option);
    if (option.id === endOfOptions.body.id || option.problem?.kind === "cut" || isTooShort(option)) break;
    rest = rest.after(option.length);
  }
  return { node: { ...bytesNode(scope, tcpOptionList.id), children }, values: valuesOf(children) };
}

const isTooShort = ({ problem }: Node) => problem?.kind === "length" && problem.value < tcpOptionHead.size;

function decodeOption(scope: Scope): Node {
  const kind = scope.bytes[scope.start];
  if (kind === endOfOptions.kind || kind === noOperation.kind) {
    const single = kind === noOperation.kind ? noOperation : endOfOptions;
    return {
      ...placed(scope, single.body.id, 0, 1),
      children: [{ ...placed(scope, tcpOptionHead.fields.option_kind.id, 0, 1), value: kind }],
    };
  }
  const table = byKind.get(kind) ?? unknownOption;
  const head = readHeader(scope, tcpOptionHead);
  const length = head.number("option_len");
  const node: Node = {
    ...placed(scope, table.body.id, 0, Math.min(scope.have, Math.max(length || 0, tcpOptionHead.size))),
    children: head.node.children,
  };
  if (!head.complete)
    return {
      ...node,
      problem: { kind: "cut", needed: tcpOptionHead.size, have: scope.have, claimedBy: scope.claimedBy, start: scope.start },
    };
  if (length > scope.have) {
    // where only the capture ends too early, what is there of the option is told
    if (length <= scope.length && table.sizes(length))
      node.children!.push(...bodyNodes(scope.first(length, "tcp.option_len").after(tcpOptionHead.size), table));
    return {
      ...node,
      problem: { kind: "cut", needed: length, have: scope.have, claimedBy: "tcp.option_len", start: scope.start },
    };
  }
  if (length < tcpOptionHead.size || !table.sizes(length)) {
    return { ...node, problem: { kind: "length", value: length, least: tcpOptionHead.size + table.body.size } };
  }
  node.children!.push(...bodyNodes(scope.first(length, "tcp.option_len").after(tcpOptionHead.size), table));
  return node;
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
    index % 2 === 0 ? [[left.value as number, edges[index + 1].value as number] as const] : [],
  );
  return {
    ...defined("maximumSegmentSize", number("tcp.options.mss_val")),
    ...defined("windowShift", number("tcp.options.wscale.shift")),
    ...(options.some(
      (option) => option.id === "tcp.options.sack_perm" && option.problem?.kind !== "cut" && !isTooShort(option),
    ) && { sackPermitted: true as const }),
    ...(sack.length > 0 && { sack }),
    ...defined("timestampValue", number("tcp.options.timestamp.tsval")),
    ...defined("timestampEcho", number("tcp.options.timestamp.tsecr")),
  };
}

function defined<Key extends string>(key: Key, value: number | undefined): { [K in Key]?: number } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: number });
}
