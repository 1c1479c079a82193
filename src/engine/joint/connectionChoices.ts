import { formatEndpoint, formatIp } from "../../text/address";
import type { SeveralScope } from "../../view/onScreen/flowScope";
import { LongWork } from "../longWork";
import type { Known } from "./jointFlows";
import { streamsOf } from "./scopeStreams";

/** One of the connections to choose from. */
export interface ConnectionChoice {
  readonly stream: number;
  /** Who opened it, and to whom. */
  readonly client: string;
  readonly server: string;
  readonly packets: number;
  /** Number of its first packet. */
  readonly first: number;
}

export interface ConnectionChoices {
  readonly choices: readonly ConnectionChoice[];
  /** Whether there are more of them. */
  readonly more: boolean;
}

/** A scope that is offered, with the hosts it means and how many connections that are. */
export interface ScopeChoice {
  readonly scope: SeveralScope;
  readonly hosts: readonly string[];
  readonly connections: number;
  /** Whether these are all connections of the capture. */
  readonly isAll: boolean;
}

/** The first connections with the number that is searched for, or with the text in the addresses and ports of their ends. */
export async function connectionChoices(
  { packets: { tracker } }: Known,
  search: string,
  most: number,
): Promise<ConnectionChoices> {
  const wanted = search.trim().toLowerCase();
  const work = new LongWork({});
  const choices: ConnectionChoice[] = [];
  for (let stream = 0; stream < tracker.count; stream += 1) {
    if ((stream & 0xfff) === 0) await work.pause(0);
    const { endpoints, client, packets, firstPacket } = tracker.connection(stream);
    const [one, other] = [endpoints[client], endpoints[1 - client]].map(({ address, port }) => formatEndpoint(address, port));
    if (wanted && String(stream) !== wanted && !`${one} ${other}`.includes(wanted)) continue;
    if (choices.length === most) return { choices, more: true };
    choices.push({ stream, client: one, server: other, packets, first: firstPacket + 1 });
  }
  return { choices, more: false };
}

/** The scopes that are offered: what the filter shows, and for a connection all between both its ends, or of one of them. */
export function scopeChoices({ packets, filtered }: Known, like: number | undefined): ScopeChoice[] {
  const { tracker } = packets;
  const hosts = like === undefined ? [] : tracker.connection(like).endpoints.map(({ address }) => formatIp(address));
  const offered: (readonly [SeveralScope, readonly string[]])[] = [];
  if (like !== undefined && hosts[0] !== hosts[1]) offered.push([{ kind: "pair", like }, hosts]);
  if (like !== undefined) offered.push([{ kind: "host", like, end: 0 }, [hosts[0]]]);
  if (like !== undefined && hosts[0] !== hosts[1]) offered.push([{ kind: "host", like, end: 1 }, [hosts[1]]]);
  return [...offered, [{ kind: "shown" }, []] as const].map(([scope, named]) => ({
    scope,
    hosts: named,
    connections: streamsOf(scope, packets, filtered).length,
    isAll: scope.kind === "shown" && !filtered,
  }));
}
