import type { Connection } from "../connections/tracker";
import { flagNames } from "../protocols/tcp";
import { formatEndpoint } from "../text/address";

/** One connection as a flow: two lifelines, one arrow per segment. */
export interface Ladder {
  readonly stream: number;
  /** The client's and the server's address and port. */
  readonly client: string;
  readonly server: string;
  /** Segments of the whole connection. */
  readonly total: number;
  readonly arrows: readonly LadderArrow[];
}

export interface LadderArrow {
  readonly number: number;
  /** Seconds since the connection's first segment. */
  readonly time: number;
  readonly fromClient: boolean;
  readonly flags: number;
  readonly label: string;
}

/** A segment's numbers as the ladder needs them. */
export interface LadderSegment {
  readonly number: number;
  readonly time: number;
  readonly direction: 0 | 1;
  readonly flags: number;
  readonly seq: number;
  readonly ack: number;
  readonly length: number;
  readonly window: number;
}

export function ladder(stream: number, connection: Connection, segments: readonly LadderSegment[]): Ladder {
  const name = (side: 0 | 1) => formatEndpoint(connection.endpoints[side].address, connection.endpoints[side].port);
  const { client } = connection;
  return {
    stream,
    client: name(client),
    server: name(client === 0 ? 1 : 0),
    total: connection.packets,
    arrows: segments.map((segment) => ({
      number: segment.number,
      time: segment.time - segments[0].time,
      fromClient: segment.direction === client,
      flags: segment.flags,
      label: arrowLabel(segment),
    })),
  };
}

function arrowLabel({ flags, seq, ack, length, window }: LadderSegment): string {
  const names = flagNames(flags);
  const parts = [names.join(", "), `seq ${seq}`];
  if (names.includes("ACK")) parts.push(`ack ${ack}`);
  if (length > 0) parts.push(`len ${length}`);
  if (names.includes("SYN")) parts.push(`win ${window}`);
  return parts.join(" ");
}
