import { tcpPayload } from "../../protocols/payload";
import { tcp } from "../../protocols/tcp";
import { addPayload } from "../application/application";
import type { LayerDecoder, Network, Segment } from "../packet";
import { adopt, type Reading, readHeader } from "../readHeader";
import type { Scope } from "../scope";
import { type Verdict, verifyTcpChecksum } from "../tcpChecksum";
import { decodeTcpOptions } from "./tcpOptions";

export const decodeTcp: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, tcp);
  const network = packet.network;
  const headerLength = reading.number("hdr_len");
  const options =
    reading.complete && headerLength > tcp.size
      ? decodeTcpOptions(scope.first(headerLength, "tcp.hdr_len").after(tcp.size))
      : undefined;
  if (options) {
    adopt(reading.node, options.node);
  }
  const body = bodyOf(scope, reading, headerLength);
  const length = headerLength <= scope.length ? scope.length - headerLength : undefined;
  const verdict =
    reading.child("checksum") && network ? verifyTcpChecksum(scope, network, reading.number("checksum")) : undefined;
  markChecksum(reading, verdict);
  packet.add("tcp", reading.node, { segment: segmentOf(reading, network, length, body, verdict, options?.values ?? {}) });
  const ports = { srcport: reading.number("srcport"), dstport: reading.number("dstport") };
  if (body) addPayload(packet, body, ports, "tcp", tcpPayload.id);
  return undefined;
};

/** Payload, where the header's own length leaves one. */
function bodyOf(scope: Scope, reading: Reading<typeof tcp>, headerLength: number): Scope | undefined {
  if (Number.isNaN(headerLength)) return undefined;
  const node = reading.child("hdr_len")!;
  if (headerLength < tcp.size) {
    node.problem = { kind: "length", value: headerLength, least: tcp.size };
    return undefined;
  }
  if (headerLength > scope.length) {
    node.problem = { kind: "cut", needed: headerLength, have: scope.have, claimedBy: "tcp.hdr_len", start: scope.start };
    return undefined;
  }
  return scope.after(headerLength);
}

function markChecksum(reading: Reading<typeof tcp>, verdict: Verdict | undefined): void {
  const node = reading.child("checksum");
  if (!node || !verdict) return;
  if (verdict.status === "bad") node.problem = { kind: "checksum", expected: verdict.expected };
  if (verdict.status === "partial") node.problem = { kind: "checksum-partial" };
  if (verdict.status === "unverified") node.problem = { kind: "checksum-unverified" };
}

function segmentOf(
  reading: Reading<typeof tcp>,
  network: Network | undefined,
  length: number | undefined,
  body: Scope | undefined,
  verdict: Verdict | undefined,
  options: Segment["options"],
): Segment {
  return {
    ...(network && { network }),
    ...known("srcport", reading.number("srcport")),
    ...known("dstport", reading.number("dstport")),
    ...known("seq", reading.number("seq_raw")),
    ...known("ack", reading.number("ack_raw")),
    ...known("headerLength", reading.number("hdr_len")),
    ...known("flags", reading.number("flags")),
    ...known("window", reading.number("window_size_value")),
    ...known("checksum", reading.number("checksum")),
    ...(verdict && { checksumStatus: verdict.status }),
    ...known("urgentPointer", reading.number("urgent_pointer")),
    ...(length !== undefined && network && !network.isFragment && { length, ...(body && { payload: body }) }),
    options,
  };
}

function known<Key extends string>(key: Key, value: number): { [K in Key]?: number } {
  return Number.isNaN(value) ? {} : ({ [key]: value } as { [K in Key]?: number });
}
