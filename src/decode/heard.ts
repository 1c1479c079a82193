/** One segment on its way to its connection. One object serves all: who calls fills it in anew. Numbers are 32 bits with a sign. */
export class Heard {
  /** Index of its packet in the capture, from 0. */
  packet = 0;
  seconds = 0;
  nanoseconds = 0;
  isIpv6 = false;
  /** IPv4 addresses. */
  source = 0;
  destination = 0;
  /** IPv6 addresses: four words for the source, four for the destination. */
  readonly wide = new Int32Array(8);
  /** Source port in the upper half, destination port in the lower. */
  ports = 0;
  seq = 0;
  ack = 0;
  flags = 0;
  /** As on the wire. */
  window = 0;
  /** Bytes of payload; `unknownLength` where that cannot be known. */
  length = 0;
  /** Of its window scale option; `noShift` where it has none. */
  shift = noShift;
  /** Its options could be read. */
  hasOptions = true;
  hasFastOpenCookie = false;
  /** Nanoseconds since its connection began; told by the tracker. */
  time = 0;
}

export const unknownLength = -1;
export const noShift = -1;
