import { tcpPayload } from "../../protocols/payload";
import { tcp } from "../../protocols/tcp";
import { addPayload } from "../application/application";
import type { LayerDecoder, Network, PacketInProgress, Segment } from "../packet";
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
      ? decodeTcpOptions(scope.claimed(headerLength, "tcp.hdr_len").after(tcp.size))
      : undefined;
  if (options) adopt(reading.node, options.node);
  const body = bodyOf(scope, reading, headerLength);
  const verdict =
    network && reading.child("checksum") ? verdictOf(scope, packet, network, reading.number("checksum")) : undefined;
  markChecksum(reading, verdict);
  const segment = segmentOf(reading, network, body, verdict, options?.values ?? {});
  packet.add("tcp", reading.node, segment && { segment });
  const ports = { srcport: reading.number("srcport"), dstport: reading.number("dstport") };
  if (body && headerLength >= tcp.size) addPayload(packet, body, ports, "tcp", tcpPayload.id);
  return undefined;
};

/** The payload, behind the header's own length, even if that is too short for a header. */
function bodyOf(scope: Scope, reading: Reading<typeof tcp>, headerLength: number): Scope | undefined {
  const node = reading.child("hdr_len");
  if (!node) return undefined;
  if (headerLength < tcp.size) node.problem = { kind: "length", value: headerLength, least: tcp.size };
  if (headerLength > scope.length) {
    node.problem = { kind: "cut", needed: headerLength, have: scope.have, claimedBy: "tcp.hdr_len", start: scope.start };
    return undefined;
  }
  return scope.after(headerLength);
}

function verdictOf(scope: Scope, packet: PacketInProgress, network: Network, found: number): Verdict {
  return isQuotedInPart(packet) ? { status: "unverified", expected: found } : verifyTcpChecksum(scope, network, found);
}

/** Whether an error message quotes only part of the segment, as much as fits into 576 bytes (RFC 1812 §4.3.2.3): its checksum covers more. */
function isQuotedInPart({ quoting, layers }: PacketInProgress): boolean {
  const fields = quoting ? layers.findLast((layer) => layer.network)?.node.children : undefined;
  return fields?.some(({ problem }) => problem?.kind === "cut") ?? false;
}

function markChecksum(reading: Reading<typeof tcp>, verdict: Verdict | undefined): void {
  const node = reading.child("checksum");
  if (!node || !verdict) return;
  if (verdict.status === "bad") node.problem = { kind: "checksum", expected: verdict.expected };
  if (verdict.status === "partial") node.problem = { kind: "checksum-partial" };
  if (verdict.status === "unverified") node.problem = { kind: "checksum-unverified" };
}

/** The segment's numbers. Without both ports it is no segment; behind an impossible header length nothing is believed. */
function segmentOf(
  reading: Reading<typeof tcp>,
  network: Network | undefined,
  body: Scope | undefined,
  verdict: Verdict | undefined,
  options: Segment["options"],
): Segment | undefined {
  if (!reading.child("dstport")) return undefined;
  const known = (name: Parameters<typeof reading.number>[0]) => reading.child(name)?.value as number | undefined;
  const headerLength = known("hdr_len");
  const isBogus = headerLength !== undefined && headerLength < tcp.size;
  const believed = isBogus ? () => undefined : known;
  const counted = network && !network.isFragment ? body : undefined;
  return {
    network,
    srcport: known("srcport"),
    dstport: known("dstport"),
    seq: known("seq_raw"),
    ack: believed("ack_raw"),
    headerLength,
    flags: believed("flags"),
    window: believed("window_size_value"),
    checksum: believed("checksum"),
    checksumStatus: believed("checksum") === undefined ? undefined : verdict?.status,
    urgentPointer: believed("urgent_pointer"),
    length: counted?.length,
    payload: counted,
    options,
    ...(isBogus && { unbelieved: { ack: known("ack_raw"), flags: known("flags"), window: known("window_size_value") } }),
  };
}
