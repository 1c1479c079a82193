import { type Description, placeOf, skip } from "./description";
import type { Endpoint } from "./mention";

/** Both ends of a packet as tcpdump writes them: `192.168.1.10.idmgratm > 192.168.1.10.6378:`. */
export interface EndpointPair {
  readonly start: number;
  /** After the colon. */
  readonly end: number;
  /** Whether one of them is an address in numbers. */
  readonly isNumeric: boolean;
  /** The last part of a name is a port only if the line is about a segment: `host.name > other.name: ICMP` has no ports. */
  addTo(description: Description, isSegment: boolean): void;
}

export function readEndpoints(text: string): EndpointPair[] {
  const pairs: EndpointPair[] = [];
  for (let arrow = text.indexOf(">"); arrow >= 0; arrow = text.indexOf(">", arrow + 1)) {
    const pair = readPair(text, arrow);
    if (pair) pairs.push(pair);
  }
  return pairs;
}

function readPair(text: string, arrow: number): EndpointPair | undefined {
  const right = skip(text, arrow + 1, gap);
  let leftEnd = arrow;
  while (leftEnd > 0 && isSpace(text, leftEnd - 1)) leftEnd -= 1;
  if (right === arrow + 1 || leftEnd === arrow) return undefined;
  const end = skip(text, right, word);
  if (text[end - 1] !== ":") return undefined;
  let left = leftEnd;
  while (left > 0 && !isSpace(text, left - 1)) left -= 1;
  const source = text.slice(left, leftEnd);
  const destination = text.slice(right, end - 1);
  if (!isEndpoint(source) || !isEndpoint(destination) || protocol.test(destination)) return undefined;
  return {
    start: left,
    end,
    isNumeric: isNumeric(source) || isNumeric(destination),
    addTo(description, isSegment) {
      description.segment.source = addEndpoint(description, source, left, isSegment, "src");
      description.segment.destination = addEndpoint(description, destination, right, isSegment, "dst");
    },
  };
}

/** What other programs begin a line with, which is no destination: `< SRC = 10.0.0.1 >` and in the next line `IP:`. */
const protocol = /^(?:IP|TCP|UDP|ICMP|ETH)$/;
const word = /\S+/y;
const gap = /\s+/y;

/** A name with a port: no host's name ends in a number. */
const namedPort = /[a-z][\w-]*\.\d+$/i;
const ipv4Alone = /^\d+\.\d+\.\d+\.\d+$/;
const allDigits = /^\d+$/;
const isNumeric = (text: string) => /^\d+(?:\.\d+){3}(?:\.\w+)?$/.test(text) || text.includes(":");
const isSpace = (text: string, at: number) => text.charCodeAt(at) <= 0x20 || text[at] === "\u3000";
/** Whether it is an address, a host's name, or a port alone, as after extension headers of IPv6. */
const isEndpoint = (text: string) =>
  text.length <= 120 && /^(?:[\w-]+(?:\.[\w-]+)*|[0-9a-f:]*:[0-9a-f:]*(?:%\w+)?(?:\.[\w-]+)*)$/i.test(text);

/** The value of a port that is written as a number or as a service's name. */
export const valueOfPort = (port: string) => (allDigits.test(port) ? { value: Number(port) } : { name: port });

/** Adds both ends; from `first` on, the groups of the match are source address and port, destination address and port. */
export function addPair(description: Description, match: RegExpExecArray, first: number): void {
  for (const [side, end, group] of [
    ["src", "source", first],
    ["dst", "destination", first + 2],
  ] as const) {
    const [address, port] = [match[group], match[group + 1]];
    description.segment[end] = { address, port };
    description.add(`ip.${side}`, ...placeOf(match, group), { name: address });
    description.add(`tcp.${side}port`, ...placeOf(match, group + 1), valueOfPort(port));
  }
}

function addEndpoint(description: Description, text: string, start: number, isSegment: boolean, side: "src" | "dst"): Endpoint {
  const end = start + text.length;
  const version = text.includes(":") ? "ipv6" : "ip";
  const endpoint: { address?: string; port?: string } = {};
  const isPortAlone = allDigits.test(text);
  const dot =
    isPortAlone || ipv4Alone.test(text) || !(isSegment || isNumeric(text) || namedPort.test(text)) ? -1 : text.lastIndexOf(".");
  if (!isPortAlone) {
    endpoint.address = dot < 0 ? text : text.slice(0, dot);
    description.add(`${version}.${side}`, start, start + endpoint.address.length, { name: endpoint.address });
  }
  if (isPortAlone || dot >= 0) {
    const port = text.slice(dot + 1);
    const value = valueOfPort(port);
    endpoint.port = port;
    description.add(`${isSegment ? "tcp" : "udp"}.${side}port`, end - port.length, end, value);
  }
  return endpoint;
}
