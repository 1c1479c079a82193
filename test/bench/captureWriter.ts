import { closeSync, openSync, writeSync } from "node:fs";
import { tcpFlag } from "../../src/protocols/tcp";

export type Format = "pcap" | "pcapng";

/** Microseconds since 1970 of the first packet. */
const start = 1_700_000_000_000_000;
const ethernetSize = 14;
const ipSize = 20;
const tcpSize = 20;
const linkType = 1;

export interface Frame {
  /** Microseconds since the first packet. */
  readonly time: number;
  readonly source: number;
  readonly destination: number;
  readonly srcport: number;
  readonly dstport: number;
  readonly seq: number;
  readonly ack: number;
  readonly flags: number;
  readonly window: number;
  readonly options: Uint8Array;
  readonly payload: number;
}

/** Writes a large capture of TCP over IPv4 over Ethernet, a few megabytes at a time. Payload is zeros; checksums are left out. */
export class CaptureWriter {
  packets = 0;
  bytes = 0;
  private readonly file: number;
  private readonly block = new Uint8Array(1 << 22);
  private readonly view = new DataView(this.block.buffer);
  private at = 0;

  constructor(
    path: string,
    private readonly format: Format,
  ) {
    this.file = openSync(path, "w");
    if (format === "pcap") this.words(0xa1b2c3d4, 0x0004_0002, 0, 0, 262_144, linkType);
    else {
      this.words(0x0a0d0d0a, 28, 0x1a2b3c4d, 1, 0xffffffff, 0xffffffff, 28);
      this.words(1, 20, linkType, 262_144, 20);
    }
  }

  add(frame: Frame): void {
    const headers = ethernetSize + ipSize + tcpSize + frame.options.length;
    const length = headers + frame.payload;
    if (this.at + length + 64 > this.block.length) this.flush();
    const time = start + frame.time;
    if (this.format === "pcap") this.words(Math.floor(time / 1e6), time % 1e6, length, length);
    else this.words(6, 32 + padded(length), 0, Math.floor(time / 2 ** 32), time, length, length);
    this.writeHeaders(frame);
    this.block.fill(0, this.at + headers, this.at + length + 4);
    this.at += this.format === "pcap" ? length : padded(length);
    if (this.format === "pcapng") this.words(32 + padded(length));
    this.packets += 1;
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private writeHeaders({ source, destination, srcport, dstport, seq, ack, flags, window, options, payload }: Frame): void {
    const { view } = this;
    const ip = this.at + ethernetSize;
    const tcp = ip + ipSize;
    this.block.fill(0, this.at, tcp + tcpSize);
    view.setUint32(this.at + 2, destination);
    view.setUint32(this.at + 8, source);
    view.setUint16(this.at + 12, 0x0800);
    view.setUint16(ip, 0x4500);
    view.setUint16(ip + 2, ipSize + tcpSize + options.length + payload);
    view.setUint16(ip + 6, 0x4000);
    view.setUint16(ip + 8, 0x4006);
    view.setUint32(ip + 12, source);
    view.setUint32(ip + 16, destination);
    view.setUint16(tcp, srcport);
    view.setUint16(tcp + 2, dstport);
    view.setUint32(tcp + 4, seq);
    view.setUint32(tcp + 8, flags & tcpFlag.ACK ? ack : 0);
    view.setUint16(tcp + 12, ((5 + options.length / 4) << 12) | flags);
    view.setUint16(tcp + 14, window);
    this.block.set(options, tcp + tcpSize);
  }

  private words(...values: readonly number[]): void {
    for (const value of values) {
      this.view.setUint32(this.at, value, true);
      this.at += 4;
    }
  }

  private flush(): void {
    writeSync(this.file, this.block, 0, this.at);
    this.bytes += this.at;
    this.at = 0;
  }
}

const padded = (length: number): number => (length + 3) & ~3;
