import { createReadStream } from "node:fs";
import PcapParser from "pcap-parser";
import { fileSource } from "../../src/bytes/fileSource.node";
import { openCapture, scanCapture } from "../../src/capture/readCapture";
import type { Contender } from "./measure";
import { program } from "./tools";

/** Finding every packet of a classic capture, without decoding any. */
export function readCaptureContenders(path: string): Contender[] {
  return [
    { name: "wirenote", run: () => scan(path) },
    { name: "pcap-parser", run: () => parse(path) },
    ...program("capinfos, whole process", "capinfos", ["-c", path]),
    ...program("tcpdump -w, whole process", "tcpdump", ["-r", path, "-w", "/dev/null"]),
  ];
}

async function scan(path: string): Promise<void> {
  const source = await fileSource(path);
  const reader = await openCapture(source);
  if (!reader) throw new Error("the benchmark's own capture is not recognised");
  let packets = 0;
  await scanCapture(source, reader, {
    onPacket: () => {
      packets += 1;
    },
  });
  await source.close();
  if (packets === 0) throw new Error("no packets were found");
}

async function parse(path: string): Promise<void> {
  const parser = PcapParser.parse(createReadStream(path, { highWaterMark: 1 << 20 }));
  await new Promise<void>((resolve, reject) =>
    parser
      .on("packet", () => {})
      .on("end", resolve)
      .on("error", reject),
  );
}
