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
  /** There are more of them. */
  readonly more: boolean;
}

/** A scope that is offered, with the hosts it means and how many connections that are. */
export interface ScopeChoice {
  readonly scope: SeveralScope;
  readonly hosts: readonly string[];
  readonly connections: number;
  /** It is all that the capture has. */
  readonly isAll: boolean;
}

/** The first connections whose number is searched for, or whose ends have the text in their addresses and ports. */
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

/** What may be drawn together with a connection, or without one: the ends of it, both or one, and what the filter shows. */
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
