import type { CaptureNotes } from "../capture/notes";
import { serviceName, type Transport } from "../protocols/services";

/** What hosts and ports are called: only what the capture itself and the list of services say, nothing is asked of a network. */
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

/** As Wireshark writes a port whose name is known: `http(80)`. */
export function portText(port: number, transport: Transport, names: Names): string {
  const name = names.port(port, transport);
  return name === undefined ? String(port) : `${name}(${port})`;
}
