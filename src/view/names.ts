import type { CaptureNotes } from "../capture/notes";
import { serviceName, type Transport } from "../protocols/services";

/** Names of hosts and ports. They come only from the capture itself and the list of services; no network is asked. */
export interface Names {
  host(address: Uint8Array): string | undefined;
  port(port: number, transport: Transport): string | undefined;
}

export const noNames: Names = { host: () => undefined, port: () => undefined };

export function namesOf({ names }: Pick<CaptureNotes, "names">): Names {
  return {
    host: (address) =>
      names.size === 0 ? undefined : names.get(Array.from(address, (byte) => byte.toString(16).padStart(2, "0")).join(""))?.[0],
    port: serviceName,
  };
}

/** A port as Wireshark writes it when its name is known: `http(80)`. */
export function portText(port: number, transport: Transport, names: Names): string {
  const name = names.port(port, transport);
  return name === undefined ? String(port) : `${name}(${port})`;
}
