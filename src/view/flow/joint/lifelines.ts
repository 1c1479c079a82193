import type { Connection } from "../../../connections/tracker";
import { type End, otherEnd } from "../../../connections/wireSegment";
import { formatEndpoint, formatIp } from "../../../text/address";
import type { Lifeline } from "./jointFlow";

type Ends = Pick<Connection, "endpoints"> & { readonly client: End };

/** The lifelines of some connections, and for each connection the places of its two ends among them. */
export interface Lifelines {
  readonly lifelines: readonly Lifeline[];
  readonly ends: readonly (readonly [number, number])[];
}

/** Takes connections in the order of their first segments, each with its first sender as the first end. */
export function lifelinesOf(connections: readonly Ends[]): Lifelines {
  const withItself = new Set(connections.map(ownHost).filter((host) => host !== undefined));
  const places = new Map<string, number>();
  const found: { name: string; isClient: boolean; isServer: boolean }[] = [];
  const placeOf = ({ endpoints, client }: Ends, end: End): number => {
    const { address, port } = endpoints[end];
    const isServer = end !== client;
    const host = formatIp(address);
    const name = isServer && withItself.has(host) ? formatEndpoint(address, port) : host;
    const place = places.get(name) ?? found.length;
    places.set(name, place);
    found[place] ??= { name, isClient: false, isServer: false };
    found[place][isServer ? "isServer" : "isClient"] = true;
    return place;
  };
  const ends = connections.map((each) => [placeOf(each, 0), placeOf(each, otherEnd(0))] as const);
  return { lifelines: found, ends };
}

/** The host of a connection, if a host has that with itself. */
function ownHost({ endpoints: [one, other] }: Ends): string | undefined {
  const host = formatIp(one.address);
  return host === formatIp(other.address) ? host : undefined;
}
