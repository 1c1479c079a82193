import type { Description } from "./description";
import type { Endpoint } from "./mention";

/** `192.168.1.10.idmgratm > 192.168.1.10.6378:` in a text. */
export interface EndpointPair {
  readonly start: number;
  /** After the colon. */
  readonly end: number;
  /** One of them is an address in numbers. */
  readonly isNumeric: boolean;
  /** A name's last part is a port only where the line is a segment's: `host.name > other.name: ICMP` has none. */
  addTo(description: Description, isSegment: boolean): void;
}

const word = /\S+/y;
const gap = /\s+/y;

export function readEndpoints(text: string): EndpointPair[] {
  const pairs: EndpointPair[] = [];
  for (let arrow = text.indexOf(">"); arrow >= 0; arrow = text.indexOf(">", arrow + 1)) {
    const pair = readPair(text, arrow);
    if (pair) pairs.push(pair);
  }
  return pairs;
}

function readPair(text: string, arrow: number): EndpointPair | undefined {
  gap.lastIndex = arrow + 1;
  const gapAfter = gap.exec(text)?.[0].length ?? 0;
  let leftEnd = arrow;
  while (leftEnd > 0 && isSpace(text, leftEnd - 1)) leftEnd -= 1;
  if (gapAfter === 0 || leftEnd === arrow) return undefined;
  let left = leftEnd;
  while (left > 0 && !isSpace(text, left - 1)) left -= 1;
  const right = arrow + 1 + gapAfter;
  word.lastIndex = right;
  const rightText = word.exec(text)?.[0] ?? "";
  const leftText = text.slice(left, leftEnd);
  if (!rightText.endsWith(":") || !isEndpoint(leftText) || !isEndpoint(rightText.slice(0, -1))) return undefined;
  return {
    start: left,
    end: right + rightText.length,
    isNumeric: isNumeric(leftText) || isNumeric(rightText.slice(0, -1)),
    addTo(description, isSegment) {
      description.segment.source = addEndpoint(description, left, leftEnd, isSegment, "src");
      description.segment.destination = addEndpoint(description, right, right + rightText.length - 1, isSegment, "dst");
    },
  };
}

const isNumeric = (text: string) => /^\d+(?:\.\d+){3}(?:\.\w+)?$/.test(text) || text.includes(":");
const isSpace = (text: string, at: number) => text.charCodeAt(at) <= 0x20 || text[at] === "\u3000";
/** An address, a host's name, or a port alone (after extension headers of IPv6). */
const isEndpoint = (text: string) =>
  text.length <= 120 && /^(?:[\w-]+(?:\.[\w-]+)*|[0-9a-f:]*:[0-9a-f:]*(?:%\w+)?(?:\.[\w-]+)*)$/i.test(text);

function addEndpoint(description: Description, start: number, end: number, isSegment: boolean, side: "src" | "dst"): Endpoint {
  const text = description.text.slice(start, end);
  const version = text.includes(":") ? "ipv6" : "ip";
  const isIpv4Alone = /^\d+\.\d+\.\d+\.\d+$/.test(text);
  const isPortAlone = /^\d+$/.test(text);
  const dot = isIpv4Alone || !(isSegment || isNumeric(text)) ? -1 : text.lastIndexOf(".");
  const address = isPortAlone ? undefined : dot < 0 ? text : text.slice(0, dot);
  const port = isPortAlone ? text : dot < 0 ? undefined : text.slice(dot + 1);
  if (address !== undefined) description.add(`${version}.${side}`, start, start + address.length, { name: address });
  if (port !== undefined) {
    const isNumber = /^\d+$/.test(port);
    description.add(
      `${isSegment ? "tcp" : "udp"}.${side}port`,
      end - port.length,
      end,
      isNumber ? { value: Number(port) } : { name: port },
    );
  }
  return { ...(address === undefined ? {} : { address }), ...(port === undefined ? {} : { port }) };
}
