import type { Header } from "../../protocols/header";
import { riverbedTransparency, scpsCapabilities } from "../../protocols/proxyOptions";
import { tcpOptionList } from "../../protocols/tcp";
import type { OptionTable } from "../../protocols/tcpOption";
import {
  accurateEcn0,
  accurateEcnExperiment0,
  accurateEcnExperiment1,
  authentication,
  endOfOptions,
  fastOpen,
  maximumSegmentSize,
  md5Signature,
  noOperation,
  sack,
  sackPermitted,
  tcpOptionHead,
  tcpOptions,
  timestamps,
  unknownOption,
  windowScale,
} from "../../protocols/tcpOptions";
import { findNode, type Node } from "../node";
import type { RareOption, SegmentOptions } from "../packet";
import { bytesNode, cutProblem, placed, reachTo, readHeader } from "../readHeader";
import type { Scope } from "../scope";

const byKind: ReadonlyMap<number, OptionTable> = new Map(tcpOptions.map((option) => [option.kind, option]));

/** An option whose length its own rules forbid is skipped; a length with which no next option can be found ends the list. */
export function decodeTcpOptions(scope: Scope): { node: Node; values: SegmentOptions } {
  const children: Node[] = [];
  const within: Node[] = [];
  let breakOff = false;
  let isMalformed = false;
  let size: number | undefined = 0;
  for (let rest = scope; size !== undefined && rest.length > 0; rest = rest.after(size ?? 0)) {
    // the options that follow were not captured
    breakOff ||= rest.have === 0;
    if (rest.have === 0) break;
    const option = decodeOption(rest);
    size = option.size;
    children.push(option.node);
    const isBroken = size !== undefined && breaksOff(rest, size);
    // a broken SACK counts, since Wireshark has read what there is of its first block before it gives up
    if (!breakOff && size !== undefined && (!isBroken || option.node.id === sack.body.id)) within.push(option.node);
    isMalformed ||= isBroken && !breakOff && !isCutByCapture(option.node);
    breakOff ||=
      isBroken || isCutByCapture(option.node) || (size === undefined && (hasCutPadding(rest) || pointsToCut(rest, option.node)));
  }
  const node = bytesNode(scope, tcpOptionList.id);
  node.children = children;
  return { node, values: { ...valuesOf(within, breakOff), ...(isMalformed && { malformed: true }) } };
}

function breaksOff({ bytes, start, have }: Scope, size: number): boolean {
  const content = (at: number) => (at < have ? bytes[start + at] : 0);
  const first = tcpOptionHead.size;
  return byKind.get(bytes[start])?.breaksOff?.(size, content(first), content(first + 1)) ?? false;
}

const isCutByCapture = ({ problem }: Node): boolean => problem?.kind === "cut" && problem.claimedBy === "frame.cap_len";

/** Whether an option's length leads past the header: then Wireshark looks at all that is left of the header, and that was not all captured. */
const pointsToCut = ({ have, length }: Scope, { problem }: Node): boolean =>
  problem?.kind === "cut" && problem.claimedBy === tcpOptionHead.fields.option_len.id && have < length - tcpOptionHead.size;

/** Whether the padding of the header, behind the end of options, was not all captured. */
const hasCutPadding = ({ bytes, start, have, length }: Scope): boolean => have < length && bytes[start] === endOfOptions.kind;

/** An option, and its size if another one may follow. */
function decodeOption(scope: Scope): { node: Node; size?: number } {
  const kind = scope.bytes[scope.start];
  if (kind === endOfOptions.kind) return { node: singleByte(scope, endOfOptions) };
  if (kind === noOperation.kind) return { node: singleByte(scope, noOperation), size: 1 };
  const table = byKind.get(kind) ?? unknownOption;
  const head = readHeader(scope, tcpOptionHead);
  const length = head.number("option_len");
  const node = placed(scope, table.body.id, 0, head.node.length);
  node.children = head.node.children;
  if (!head.complete) {
    node.problem = cutProblem(scope, tcpOptionHead.size);
    return { node };
  }
  reachTo(node, scope, length);
  if (length < tcpOptionHead.size || length > scope.length) {
    node.problem =
      length < tcpOptionHead.size
        ? { kind: "length", value: length, least: tcpOptionHead.size }
        : { kind: "cut", needed: length, have: scope.have, claimedBy: tcpOptionHead.fields.option_len.id, start: scope.start };
    return { node };
  }
  if (!table.sizes(length)) {
    node.problem = { kind: "length", value: length, least: tcpOptionHead.size + table.body.size };
    if (!table.isReadAnyway?.(length)) return { node, size: length };
  } else if (!scope.has(length)) node.problem = cutProblem(scope, length);
  // an option that the capture cut is read as far as it was captured
  node.children!.push(...bodyNodes(scope.first(length, tcpOptionHead.fields.option_len.id).after(tcpOptionHead.size), table));
  return { node, size: length };
}

function singleByte(scope: Scope, table: OptionTable): Node {
  const kind = placed(scope, tcpOptionHead.fields.option_kind.id, 0, 1);
  kind.value = table.kind;
  const node = placed(scope, table.body.id, 0, 1);
  node.children = [kind];
  return node;
}

function bodyNodes(body: Scope, table: OptionTable): Node[] {
  const nodes: Node[] = [];
  let rest = body;
  const read = (header: Header) => {
    nodes.push(...readHeader(rest, header).node.children);
    rest = rest.after(header.size);
  };
  const byte = (at: number) => body.bytes[body.start + at] ?? 0;
  if (table.layout) for (const header of table.layout(body.have, byte)) read(header);
  else {
    do read(table.body);
    while (table.repeats && rest.have > 0);
  }
  const restTable = table.restOf?.(byte) ?? table.rest;
  if (restTable && rest.have > 0) nodes.push(bytesNode(rest, restTable.id));
  return nodes;
}

type Values = { -readonly [Key in keyof SegmentOptions]: SegmentOptions[Key] };

/** Fields whose numbers a segment keeps under names of their own. */
const named: ReadonlyMap<string, "maximumSegmentSize" | "windowShift" | "timestampValue" | "timestampEcho"> = new Map([
  ["tcp.options.mss_val", "maximumSegmentSize"],
  ["tcp.options.wscale.shift", "windowShift"],
  ["tcp.options.timestamp.tsval", "timestampValue"],
  ["tcp.options.timestamp.tsecr", "timestampEcho"],
]);

/** If an option is there twice, the last one counts, though the list shows both; SACK permitted needs no value: being there is enough. */
function valuesOf(options: readonly Node[], breakOff: boolean): SegmentOptions {
  const values: Values = {};
  const listed = options.filter(isListed);
  if (listed.length > 0) values.kinds = listed.map(kindOf);
  for (const option of options) {
    if (option.id === sackPermitted.body.id) values.sackPermitted = true;
    else if (option.id === sack.body.id && isListed(option)) addBlocks(values, option);
    else if (usual.has(option.id)) {
      addNumbers(values, option);
      if (isRepeated(option, listed)) values.rare = [...(values.rare ?? []), repeatedOption(option)];
    } else if (isListed(option)) values.rare = [...(values.rare ?? []), { kind: kindOf(option), values: numbersIn(option) }];
  }
  if (values.rare && hasFastOpenCookie(options)) values.fastOpenCookie = true;
  if (values.rare && options.some(isAccurateEcn)) values.accurateEcn = true;
  if (breakOff) values.breakOff = true;
  return values;
}

const isRepeated = (option: Node, listed: readonly Node[]): boolean =>
  listed.includes(option) &&
  (option.children?.length ?? 0) > 2 &&
  listed.some((other) => other !== option && other.id === option.id);

function repeatedOption(option: Node): RareOption {
  const own: Values = {};
  addNumbers(own, option);
  return { kind: kindOf(option), values: new Map(), own };
}

function addNumbers(values: Values, { children = [] }: Node): void {
  for (const { id, value } of children) {
    const name = named.get(id);
    if (name && typeof value === "number") values[name] = value;
  }
}

/** Adds both edges of each block; the left edge alone if the capture cut off the right one. */
function addBlocks(values: Values, { children = [] }: Node): void {
  const blocks: (readonly [number, number])[] = [];
  for (let at = tcpOptionHead.order.length; at + 1 < children.length; at += 2)
    blocks.push([children[at].value as number, children[at + 1].value as number]);
  if (blocks.length > 0) values.sack = [...(values.sack ?? []), ...blocks];
  const isOdd = (children.length - tcpOptionHead.order.length) % 2 === 1;
  if (isOdd) values.sackEdge = children[children.length - 1].value as number;
}

const accurateEcnExperiments: readonly number[] = [accurateEcnExperiment0, accurateEcnExperiment1];

const kindOf = ({ children }: Node): number => children?.[0].value as number;

/** Options that are listed whatever their length, and however little of them was captured: that they are there is all the list says. */
const bare: ReadonlySet<string> = new Set(
  [sackPermitted, md5Signature, authentication, riverbedTransparency].map(({ body }) => body.id),
);
/** Options that are listed as far as they were captured. */
const inParts: ReadonlySet<string> = new Set([sack, accurateEcn0, scpsCapabilities].map(({ body }) => body.id));
const hasPart = ({ id, children = [] }: Node): boolean => inParts.has(id) && children.length > tcpOptionHead.order.length;
const isReadAnyway = (id: string): boolean => id === sack.body.id || id === fastOpen.body.id;
const isListed = (node: Node): boolean =>
  node.problem === undefined ||
  (node.problem.kind === "length" && (bare.has(node.id) || isReadAnyway(node.id))) ||
  (isCutByCapture(node) && (bare.has(node.id) || hasPart(node)));

/** Options whose values have names of their own in `SegmentOptions`. */
const usual: ReadonlySet<string> = new Set(
  [endOfOptions, noOperation, maximumSegmentSize, windowScale, sackPermitted, sack, timestamps].map(({ body }) => body.id),
);

function numbersIn({ children = [] }: Node): ReadonlyMap<string, number> {
  return new Map(children.flatMap(({ id, value }) => (typeof value === "number" ? [[id, value] as const] : [])));
}

/** Whether there is a cookie of TCP Fast Open, in its own option (RFC 7413 §4.1.1) or in the experiment before it (appendix A). */
function hasFastOpenCookie(all: readonly Node[]): boolean {
  return findNode(all.filter(isListed), "tcp.options.tfo.cookie") !== undefined;
}
/** Whether this is the option of Accurate ECN, under a kind of its own or as an experiment, with a length that its counters fill. */
function isAccurateEcn({ id, children, problem }: Node): boolean {
  if (problem) return false;
  if (id === accurateEcn0.body.id) return true;
  const length = children?.[1]?.value as number | undefined;
  const isDraft = accurateEcnExperiments.includes(findNode(children, "tcp.options.experimental.exid")?.value as number);
  return isDraft && length !== undefined && accurateEcn0.sizes(length - 2);
}
