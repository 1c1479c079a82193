import { type LinkEnds, linkEnds } from "./linkAddresses";
import { destinationOf, lastSegment, type Network, ownLayers, type Packet, sourceOf } from "./packet";

/** What names the two ends of a packet: IP, or a frame without IP. */
export type Addressing = { readonly network: Network } | { readonly link: LinkEnds };

/** The IP header around the innermost segment, else the innermost header that has addresses of either kind. */
export function addressing(packet: Packet): Addressing | undefined {
  const around = lastSegment(packet)?.network;
  if (around) return { network: around };
  for (const layer of ownLayers(packet).toReversed()) {
    if (layer.network) return { network: layer.network };
    const link = linkEnds(layer);
    if (link) return { link };
  }
  return undefined;
}

/** Addresses of IP, or of network cards. */
export function packetEnds(packet: Packet): {
  readonly source?: Uint8Array | undefined;
  readonly destination?: Uint8Array | undefined;
} {
  const found = addressing(packet);
  if (!found) return {};
  if ("link" in found) return { source: found.link.src?.bytes, destination: found.link.dst?.bytes };
  return { source: sourceOf(found.network), destination: destinationOf(found.network) };
}
