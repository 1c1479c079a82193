import type { Endpoint } from "../connections/connectionTable";
import { type Moment, nanosecondsBetween } from "../connections/moment";
import type { ConnectionSum } from "../connections/survey";
import type { Connection } from "../connections/tracker";
import { type End, otherEnd } from "../connections/wireSegment";
import { explainClosing, explainOpening } from "../explain/explainConnection";
import type { TcpState } from "../protocols/tcpStates";
import { formatIp } from "../text/address";
import { formatSeconds, formatSpan } from "../text/value";
import { sayAll, type Words } from "../text/words";

interface Both<Value> {
  readonly client: Value;
  readonly server: Value;
}

/** One connection as `wirenote connections --json` prints it. A missing value is a missing key. */
export interface ConnectionFields {
  readonly "tcp.stream": number;
  readonly client: { readonly address: string; readonly port: number };
  readonly server: { readonly address: string; readonly port: number };
  readonly packets: Both<number>;
  readonly bytes: Both<number>;
  readonly start?: string;
  readonly duration?: string;
  readonly initialRtt?: string;
  readonly retransmissions: number;
  readonly completeness: number;
  readonly opening: { readonly id: string; readonly text: string };
  readonly closing: { readonly id: string; readonly text: string };
  readonly states: readonly (Both<TcpState> & { readonly frame: number })[];
}

/** When its first and its last segment were captured. */
export type ConnectionTimes = readonly [first: Moment, last: Moment];

export function connectionFields(
  stream: number,
  connection: Connection,
  sum: ConnectionSum,
  [start, end]: ConnectionTimes,
  words: Words,
): ConnectionFields {
  const { client, opening, closing, states } = sum.life;
  const duration = nanosecondsBetween(start, end);
  return {
    "tcp.stream": stream,
    ...bothOf(client, [endpointFields(connection.endpoints[0]), endpointFields(connection.endpoints[1])]),
    packets: bothOf(client, sum.packets),
    bytes: bothOf(client, sum.bytes),
    ...(!Number.isNaN(start.seconds) && { start: formatSeconds(start.seconds, start.nanoseconds) }),
    ...(Number.isFinite(duration) && { duration: formatSpan(duration) }),
    ...(connection.initialRoundTrip !== undefined && { initialRtt: formatSpan(connection.initialRoundTrip) }),
    retransmissions: sum.retransmissions,
    completeness: connection.completeness,
    opening: { id: opening.id, text: sayAll(words, explainOpening(opening, client)) },
    closing: { id: closing.id, text: sayAll(words, explainClosing(closing, client, opening)) },
    states: states.changes.map((change) => ({ frame: change.frame, ...bothOf(client, change.states) })),
  };
}

const endpointFields = ({ address, port }: Endpoint) => ({ address: formatIp(address), port });

const bothOf = <Value>(client: End, pair: readonly [Value, Value]): Both<Value> => ({
  client: pair[client],
  server: pair[otherEnd(client)],
});
