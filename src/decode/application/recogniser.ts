import type { Layer } from "../packet";
import type { Scope } from "../scope";

/** What the layer around knows of the two ends. */
export interface Flow {
  readonly srcport: number;
  readonly dstport: number;
  readonly transport: "tcp" | "udp";
}

/** Names what begins at the scope's start, or leaves it: a body that goes on from an earlier segment has no name. */
export type Recogniser = (scope: Scope, flow: Flow) => Layer | undefined;

export function usesPort({ srcport, dstport }: Flow, ports: readonly number[]): boolean {
  return ports.includes(srcport) || ports.includes(dstport);
}

/** Whether the server speaks: it has the known port, or else the lower one, as clients take theirs from the top. */
export function fromServer({ srcport, dstport }: Flow, ports: readonly number[]): boolean {
  return ports.includes(srcport) || (!ports.includes(dstport) && srcport < dstport);
}
