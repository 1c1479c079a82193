import { http2, http2Frame } from "../../protocols/application/http2";
import type { Node } from "../node";
import { placed, readHeader } from "../readHeader";
import type { Scope } from "../scope";
import type { Recogniser } from "./recogniser";
import { beginsWithin, startOf, variableNode } from "./text";

const preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const leastOfIt = "PRI * HTTP/2.0".length;

/** RFC 9113 §3.4: the preface, and the frames that come with it. Later frames have nothing to know them by. */
export const recogniseHttp2: Recogniser = (scope) => {
  if (!beginsWithin(scope, preface.charCodeAt(0))) return undefined;
  const start = startOf(scope, preface.length);
  const { length } = start;
  if (length < leastOfIt || !preface.startsWith(start)) return undefined;
  const { nodes, names } = framesOf(scope.after(length));
  return {
    protocol: "http2",
    node: {
      ...placed(scope, http2.id, 0, scope.have),
      children: [variableNode(scope, http2.fields.magic, 0, length), ...nodes],
    },
    summary: { protocol: "HTTP2", info: ["Magic", ...names].join(", ") },
  };
};

function framesOf(scope: Scope): { nodes: Node[]; names: string[] } {
  const nodes: Node[] = [];
  const names: string[] = [];
  for (let rest = scope; rest.has(http2Frame.size); ) {
    const frame = readHeader(rest, http2Frame);
    const name = http2Frame.fields.type.names?.[frame.number("type")];
    if (!name) break;
    const length = http2Frame.size + frame.number("length");
    nodes.push({ ...frame.node, length: Math.min(length, rest.have) });
    names.push(`${name}[${frame.number("streamid")}]`);
    rest = rest.after(length);
  }
  return { nodes, names };
}
