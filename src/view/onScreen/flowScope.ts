/** Which connections a flow shows. Connections are known by their numbers: Wireshark's `tcp.stream`. */
export type FlowScope =
  /** The connection of the selected packet; `before` are those that were shown before, to go back to them. */
  { readonly kind: "selected"; readonly before?: SeveralScope } | SeveralScope;

export type SeveralScope =
  /** Connections that a person has chosen. */
  | { readonly kind: "chosen"; readonly streams: readonly number[] }
  /** All connections between the two hosts of one. */
  | { readonly kind: "pair"; readonly like: number }
  /** All connections of one of its hosts: of the one that sent its first segment, or of the other. */
  | { readonly kind: "host"; readonly like: number; readonly end: 0 | 1 }
  /** The connections of the packets that the filter shows. */
  | { readonly kind: "shown" };

/** So many connections at most are drawn in one flow. */
export const mostConnections = 2000;

export const freshFlowScope: FlowScope = { kind: "selected" };

/** Reads what was kept; the connection of the selected packet stands in for what makes no sense. */
export function readFlowScope(kept: unknown): FlowScope {
  const several = readSeveral(kept);
  if (several) return several;
  const before = readSeveral(Object(kept).before);
  return before ? { kind: "selected", before } : freshFlowScope;
}

function readSeveral(kept: unknown): SeveralScope | undefined {
  const { kind, streams, like, end } = Object(kept) as Readonly<Record<string, unknown>>;
  if (kind === "shown") return { kind };
  if (kind === "chosen" && Array.isArray(streams) && streams.length > 0 && streams.every(isStream))
    return { kind, streams: streams.slice(0, mostConnections) };
  if (kind === "pair" && isStream(like)) return { kind, like };
  if (kind === "host" && isStream(like) && (end === 0 || end === 1)) return { kind, like, end };
  return undefined;
}

const isStream = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
