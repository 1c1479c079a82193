import type { Connection } from "../connections/tracker";
import { spell } from "./spelling";
import { binaryOf, type Value } from "./values";

/** Fields that are the same in all segments of one direction of a connection, so that a filter asks for them once per connection. */

/** One end of a connection, or of a datagram; then with what it carries in place of TCP. */
export type End = Connection["endpoints"][0] & { readonly carried?: "udp" | "other" };

export interface EndField {
  /** Which ends it has values of, in this order. */
  readonly of: "both" | "source" | "destination" | "neither";
  /** The value that one end gives; nothing where its address is of the other kind. */
  readonly value: (end: End) => Value | undefined;
  /** Whether the value follows from the end's address or from its port. */
  readonly by: "address" | "port";
  /** The field is a whole header: it is known whether it is there, not what it holds. */
  readonly isHeader?: true;
}

const of = (end: EndField["of"], by: EndField["by"], value: EndField["value"]): EndField => ({ of: end, by, value });
const tcpPort = ({ port, carried }: End) => (carried === undefined ? port : undefined);
const udpPort = ({ port, carried }: End) => (carried === "udp" ? port : undefined);

function ofIp(name: "ip" | "ipv6", length: 4 | 16): Readonly<Record<string, EndField>> {
  const address = (end: End) => (end.address.length === length ? end.address : undefined);
  const host = ({ address: bytes }: End) =>
    bytes.length === length ? binaryOf(spell(bytes, length === 4 ? "ipv4" : "ipv6")) : undefined;
  const header: EndField = { ...of("source", "address", (end) => address(end) && 1), isHeader: true };
  return {
    [name]: header,
    [`${name}.addr`]: of("both", "address", address),
    [`${name}.src`]: of("source", "address", address),
    [`${name}.dst`]: of("destination", "address", address),
    [`${name}.host`]: of("both", "address", host),
    [`${name}.src_host`]: of("source", "address", host),
    [`${name}.dst_host`]: of("destination", "address", host),
  };
}

/** By the names of fields. */
export const endFields: Readonly<Record<string, EndField | undefined>> = {
  "tcp.port": of("both", "port", tcpPort),
  "tcp.srcport": of("source", "port", tcpPort),
  "tcp.dstport": of("destination", "port", tcpPort),
  "udp.port": of("both", "port", udpPort),
  "udp.srcport": of("source", "port", udpPort),
  "udp.dstport": of("destination", "port", udpPort),
  ...ofIp("ip", 4),
  ...ofIp("ipv6", 16),
};

/** The values of a field in the direction from one end to the other. */
export function endValues({ of: ends, value }: EndField, source: End, destination: End): readonly Value[] {
  const asked = ends === "both" ? [source, destination] : ends === "source" ? [source] : [destination];
  return asked.map(value).filter((each) => each !== undefined);
}
