import { tls, tlsHandshake, tlsHello, tlsSupportedVersion } from "../../protocols/application/tls";
import type { Node } from "../node";
import { type Reading, readHeader } from "../readHeader";
import type { Scope } from "../scope";
import { variableNode } from "./text";
import type { TlsState } from "./tls";

const helloRequest = 0;
const clientHello = 1;
const serverHello = 2;
/** Certificate chains are the longest messages; a far greater length is ciphertext that was read as one. */
const mostMessage = 2 ** 17;
/** Extensions of RFC 6066 §3, RFC 7301 §3.1 and RFC 8446 §4.2.1. */
const extension = { serverName: 0, alpn: 16, supportedVersions: 43 } as const;
const encrypted = { nodes: [], names: ["Encrypted Handshake Message"] };

/** The messages of a record; if not even the first is one, the record is ciphertext. */
export function readHandshake(scope: Scope, state: TlsState): { nodes: readonly Node[]; names: readonly string[] } {
  if (state.encrypted) return encrypted;
  const nodes: Node[] = [];
  const names: string[] = [];
  for (let rest = scope; rest.have > 0; ) {
    const message = readHeader(rest, tlsHandshake);
    const type = message.number("type");
    const name = tlsHandshake.fields.type.names?.[type];
    const length = tlsHandshake.size + (message.number("length") || 0);
    if (!name || length > mostMessage || (type === helloRequest && rest.length !== tlsHandshake.size)) break;
    const body = rest.first(length, "tls.handshake.length");
    const hello = type === clientHello || type === serverHello ? readHello(body, type, state) : undefined;
    const node = hello?.node ?? message.node;
    if (!rest.isCut) delete node.problem;
    nodes.push({ ...node, length: Math.min(length, rest.have) });
    names.push(hello?.serverName ? `${name} (SNI=${hello.serverName})` : name);
    rest = rest.after(length);
  }
  if (names.length > 0) return { nodes, names };
  return scope.have > 0 ? encrypted : { nodes, names: ["Handshake"] };
}

function readHello(scope: Scope, type: number, state: TlsState): { node: Node & { children: Node[] }; serverName?: string } {
  const hello: Reading<typeof tlsHello> = readHeader(scope, tlsHello);
  const extensions = hello.complete ? extensionsOf(scope, type) : [];
  hello.node.children.push(...extensions);
  // a client's record and hello say 1.0 and 1.2 for the sake of old servers; what counts is the version that the server picks
  const picked = extensions.find((node) => node.id === tlsSupportedVersion.fields.supported_version.id)?.value;
  if (type === serverHello && hello.complete) state.version = typeof picked === "number" ? picked : hello.number("version");
  const serverName = extensions.find((node) => node.id === tls.fields["handshake.extensions_server_name"].id)?.value;
  return { node: hello.node, ...(typeof serverName === "string" && { serverName }) };
}

/** The few extensions that are shown: the name asked for, the protocol inside, the version picked. */
function extensionsOf(scope: Scope, type: number): Node[] {
  const nodes: Node[] = [];
  let rest = skipCounted(scope.after(tlsHello.size), 1);
  if (type === clientHello) rest = skipCounted(skipCounted(rest, 2), 1);
  else rest = rest.after(3);
  rest = rest.after(2);
  while (rest.has(4)) {
    const kind = rest.view.getUint16(rest.start);
    const length = rest.view.getUint16(rest.start + 2);
    nodes.push(...readExtension(rest.after(4).first(length, "tls.handshake.length"), kind, type));
    rest = rest.after(4 + length);
  }
  return nodes;
}

function readExtension(scope: Scope, kind: number, type: number): Node[] {
  // the list's length, then for each name a type and a length
  if (kind === extension.serverName && scope.has(5)) {
    return named(scope, tls.fields["handshake.extensions_server_name"], 5, scope.view.getUint16(scope.start + 3));
  }
  if (kind === extension.alpn && scope.has(3)) {
    return named(scope, tls.fields["handshake.extensions_alpn_str"], 3, scope.bytes[scope.start + 2]);
  }
  if (kind === extension.supportedVersions && type === serverHello && scope.has(2)) {
    return readHeader(scope, tlsSupportedVersion).node.children;
  }
  return [];
}

function named(scope: Scope, field: Parameters<typeof variableNode>[1], offset: number, length: number): Node[] {
  const node = variableNode(scope, field, offset, length);
  return node.length > 0 ? [node] : [];
}

/** Skips a list that begins with its length in `size` bytes; goes to the end if that is missing. */
function skipCounted(scope: Scope, size: 1 | 2): Scope {
  if (!scope.has(size)) return scope.after(scope.length);
  return scope.after(size + (size === 1 ? scope.bytes[scope.start] : scope.view.getUint16(scope.start)));
}
