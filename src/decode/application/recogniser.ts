import type { Layer } from "../packet";
import type { Scope } from "../scope";

/** What the layer around knows of the two ends. */
export interface Flow {
  readonly srcport: number;
  readonly dstport: number;
  readonly transport: "tcp" | "udp";
}

/** Reads what begins at the scope's start if it knows it; a body that goes on from an earlier segment is not recognised. */
export type Recogniser = (scope: Scope, flow: Flow) => Layer | undefined;

export function usesPort({ srcport, dstport }: Flow, ports: readonly number[]): boolean {
  return ports.includes(srcport) || ports.includes(dstport);
}

/** Whether the server speaks: it has the known port, or else the lower one, since clients use high ports. */
export function fromServer({ srcport, dstport }: Flow, ports: readonly number[]): boolean {
  return ports.includes(srcport) || (!ports.includes(dstport) && srcport < dstport);
}
