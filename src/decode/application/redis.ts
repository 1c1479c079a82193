import { resp } from "../../protocols/application/redis";
import type { Node } from "../node";
import { placed } from "../readHeader";
import type { Scope } from "../scope";
import { fromServer, type Recogniser, usesPort } from "./recogniser";
import { lineAt, startOf, variableNode } from "./text";

const ports = [6379];
/** A command, known on any port: an array of strings with their lengths, of which the first is a word. */
const command = /^\*\d{1,7}\r\n\$\d{1,3}\r\n[A-Za-z.]+(?:\r\n|\r?$)/;
const mostElements = 64;

interface Element {
  readonly nodes: readonly Node[];
  readonly text: string;
  /** Bytes of the whole element, with its line ends. */
  readonly length: number;
  /** How many of the elements behind it belong to it. */
  readonly inside: number;
}

/** Commands to Redis, and its answers. */
export const recogniseRedis: Recogniser = (scope, flow) => {
  const signs = "*$+-:";
  if (!signs.includes(String.fromCharCode(scope.bytes[scope.start]))) return undefined;
  if (!usesPort(flow, ports) && !command.test(startOf(scope, 64))) return undefined;
  const isRequest = !fromServer(flow, ports);
  const nodes: Node[] = [];
  const texts: string[] = [];
  let [offset, inside] = [0, 0];
  for (let count = 0; offset < scope.have && count < mostElements; count += 1) {
    const element = readElement(scope, offset);
    if (!element) break;
    nodes.push(...element.nodes);
    // an answer's array is told by its size alone, a command's by its words
    const isWord = isRequest && element.inside === 0;
    if (isWord || (!isRequest && inside === 0)) texts.push(element.text);
    inside = Math.max(0, inside - 1) + element.inside;
    offset += element.length;
  }
  if (nodes.length === 0) return undefined;
  return {
    protocol: "redis",
    node: { ...placed(scope, resp.id, 0, scope.have), children: nodes },
    summary: { protocol: "RESP", info: `${isRequest ? "Request" : "Response"}: ${texts.join(" ") || "[fragment]"}` },
  };
};

/** One element, if at least its first line is there; nothing if it is none. */
function readElement(scope: Scope, offset: number): Element | undefined {
  const { text, complete } = lineAt(scope, offset);
  const end = offset + 1 + text.length;
  if (!complete || scope.bytes[scope.start + end - 1] !== 13) return undefined;
  const node = (field: (typeof resp.order)[number]) => variableNode(scope, field, offset + 1, text.length - 1);
  const simple = { length: text.length + 2, inside: 0, text: text.slice(1) };
  if (/^\*(-1|\d{1,7})$/.test(text)) {
    const size = Number(text.slice(1));
    return { ...simple, text: `Array(${size})`, inside: Math.max(0, size), nodes: [node(resp.fields["array.length"])] };
  }
  if (/^\$(-1|\d{1,9})$/.test(text)) return readBulk(scope, offset, text, node(resp.fields["bulk_string.length"]));
  if (/^:[+-]?\d{1,19}$/.test(text)) return { ...simple, nodes: [node(resp.fields.integer)] };
  if (/^\+[\x20-\x7e]+$/.test(text)) return { ...simple, nodes: [node(resp.fields.string)] };
  if (/^-[A-Z]+( [\x20-\x7e]*)?$/.test(text))
    return { ...simple, text: `Error: ${simple.text}`, nodes: [node(resp.fields.error)] };
  return undefined;
}

/** A string whose length comes first, so that it may hold any bytes. */
function readBulk(scope: Scope, offset: number, line: string, lengthNode: Node): Element {
  const size = Number(line.slice(1));
  const head = line.length + 2;
  if (size < 0) return { nodes: [lengthNode], text: "null", length: head, inside: 0 };
  const value = variableNode(scope, resp.fields["bulk_string.value"], offset + head, size);
  return {
    nodes: value.length > 0 ? [lengthNode, value] : [lengthNode],
    text: String(value.value),
    length: head + size + 2,
    inside: 0,
  };
}
