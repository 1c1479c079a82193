import { Readable } from "node:stream";
import PcapParser from "pcap-parser";

export interface WitnessedPacket {
  readonly seconds: number;
  readonly nanoseconds: number;
  readonly length: number;
  /** In hex. */
  readonly bytes: string;
}

/** What the package pcap-parser finds in a capture: a witness that shares nothing with our reader. */
export async function packetsOfPcapParser(file: Uint8Array): Promise<WitnessedPacket[]> {
  const packets: WitnessedPacket[] = [];
  const parser = PcapParser.parse(Readable.from([Buffer.from(file)]));
  parser.on("packet", ({ header, data }) => {
    packets.push({
      seconds: header.timestampSeconds,
      nanoseconds: header.timestampMicroseconds * 1000,
      length: header.originalLength,
      bytes: data.toString("hex"),
    });
  });
  await new Promise<void>((resolve, reject) => parser.on("end", resolve).on("error", reject));
  return packets;
}
