import { udp, udpPayload } from "../../protocols/control";
import { type ProtocolName, udpPorts } from "../../protocols/next";
import { addPayload } from "../application/application";
import type { LayerDecoder } from "../packet";
import { readHeader } from "../readHeader";

export const decodeUdp: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, udp);
  packet.add("udp", reading.node);
  if (!reading.complete) return undefined;
  const length = reading.number("length");
  // RFC 2675 §4: a jumbogram of IPv6 writes 0
  const isJumbo = length === 0 && packet.network?.version === 6;
  if (!isJumbo && length < udp.size) {
    reading.child("length")!.problem = { kind: "length", value: length, least: udp.size };
    return undefined;
  }
  if (length > scope.length && !packet.quoting && !packet.network?.isFragment)
    reading.child("length")!.problem = {
      kind: "cut",
      needed: length,
      have: scope.have,
      claimedBy: "udp.length",
      start: scope.start,
    };
  const body = (isJumbo ? scope : scope.first(length, "udp.length")).after(udp.size);
  const ports = { srcport: reading.number("srcport"), dstport: reading.number("dstport") };
  const tunnel = tunnelOn(ports);
  if (tunnel) return { protocol: tunnel, scope: body };
  addPayload(packet, body, ports, "udp", udpPayload.id);
  return undefined;
};

/** Either side may use the tunnel's port; the lower port is looked up first, as in Wireshark. */
function tunnelOn({ srcport, dstport }: { readonly srcport: number; readonly dstport: number }): ProtocolName | undefined {
  return udpPorts[Math.min(srcport, dstport)] ?? udpPorts[Math.max(srcport, dstport)];
}
