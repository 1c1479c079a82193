import { udp, udpPayload } from "../../protocols/control";
import { udpPorts } from "../../protocols/next";
import type { LayerDecoder } from "../packet";
import { bytesNode, readHeader } from "../readHeader";

export const decodeUdp: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, udp);
  packet.add("udp", reading.node);
  if (!reading.complete) return undefined;
  const length = reading.number("length");
  // RFC 2675 §4: a jumbogram writes 0
  if (length !== 0 && length < udp.size) {
    reading.child("length")!.problem = { kind: "length", value: length, least: udp.size };
    return undefined;
  }
  const body = (length === 0 ? scope : scope.first(length, "udp.length")).after(udp.size);
  const tunnel =
    udpPorts[Math.min(reading.number("srcport"), reading.number("dstport"))] ??
    udpPorts[Math.max(reading.number("srcport"), reading.number("dstport"))];
  if (tunnel && !packet.network?.isFragment) return { protocol: tunnel, scope: body };
  if (body.have > 0) packet.add("udp.payload", bytesNode(body, udpPayload.id));
  return undefined;
};
