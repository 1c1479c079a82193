import { addToSum, foldSum } from "../bytes/checksum";
import { tcp, tcpProtocolNumber } from "../protocols/tcp";
import { type ChecksumStatus, destinationOf, type Network, sourceOf } from "./packet";
import type { Scope } from "./scope";

export interface Verdict {
  readonly status: ChecksumStatus;
  /** What the field would hold if it were right. */
  readonly expected: number;
}

const checksumOffset = tcp.fields.checksum.offset;

/** RFC 9293 §3.1: the sum over the pseudo-header, the header and the payload. */
export function verifyTcpChecksum(segment: Scope, network: Network, found: number): Verdict {
  if (segment.isCut || network.isFragment) return { status: "unverified", expected: found };
  const pseudo = pseudoHeaderSum(network, segment.length);
  const whole = addToSum(pseudo, segment.bytes, segment.start, segment.end);
  if (foldSum(whole) === 0xffff) return { status: "good", expected: found };
  // a card that computes checksums gets the pseudo-header's sum in the field, uncomplemented
  const status = foldSum(pseudo) === found ? "partial" : "bad";
  const withoutField = addToSum(
    addToSum(pseudo, segment.bytes, segment.start, segment.start + checksumOffset),
    segment.bytes,
    segment.start + checksumOffset + 2,
    segment.end,
  );
  return { status, expected: ~foldSum(withoutField) & 0xffff };
}

function pseudoHeaderSum(network: Network, length: number): number {
  const source = sourceOf(network);
  const destination = destinationOf(network);
  const addresses = addToSum(addToSum(0, source, 0, source.length), destination, 0, destination.length);
  return addresses + tcpProtocolNumber + Math.floor(length / 0x10000) + (length & 0xffff);
}
