import { performance } from "node:perf_hooks";
import type { CaptureInterface } from "../capture/record";
import { CapturedPackets } from "../engine/capturedPackets";
import { formatSpan } from "../text/value";
import { say, type Words } from "../text/words";
import type { Command } from "./commands";
import { openCaptureInput } from "./input";
import { Output } from "./output";
import { peakMemory } from "./peakMemory";
import { reportDamage } from "./reportDamage";

/** What a capture has, and what it took to index it. A file without interfaces has no link types. */
interface Stats {
  readonly packets: number;
  readonly connections: number;
  /** The size of the capture, unpacked where it was compressed. */
  readonly bytes: number;
  /** Time from the first byte read to the last packet indexed. */
  readonly seconds: string;
  /** Bytes that the index keeps of each packet. */
  readonly bytesPerPacket: number;
  /** Of the whole process, in bytes. */
  readonly peakMemory: number;
  readonly format: string;
  readonly linkTypes?: readonly number[];
}

/** `wirenote stats FILE [--json]` */
export const stats: Command = async (args, words) => {
  const { source, reader } = await openCaptureInput(args.rest[0], words);
  const started = performance.now();
  const packets = new CapturedPackets(source, reader);
  await packets.index();
  const { columns, tracker } = packets;
  const elapsed = performance.now() - started;
  const bytes = source.size;
  await source.close();
  const linkTypes = linkTypesOf(reader.interfaces);
  const found: Stats = {
    packets: columns.count,
    connections: tracker.count,
    bytes,
    seconds: formatSpan(Math.round(elapsed * 1e6)),
    bytesPerPacket: columns.bytesPerPacket,
    peakMemory: peakMemory(),
    format: reader.format,
    ...(linkTypes.length > 0 && { linkTypes }),
  };
  const output = new Output();
  if (args.options["json"] !== undefined) output.json(found);
  else for (const line of textLines(found, words)) output.line(line);
  await output.flush();
  return reportDamage(words, reader, columns.count);
};

/** Each link type once, without those below zero, which belong to no interface. */
function linkTypesOf(interfaces: readonly CaptureInterface[]): number[] {
  return [...new Set(interfaces.map(({ linkType }) => linkType))].filter((linkType) => linkType >= 0);
}

function textLines(found: Stats, words: Words): string[] {
  return [
    say(words, "stats.size", { packets: found.packets, connections: found.connections, bytes: found.bytes }),
    say(words, "stats.format", { format: found.format, linkTypes: found.linkTypes?.join(", ") ?? "–" }),
    say(words, "stats.cost", {
      seconds: Number(found.seconds).toFixed(3),
      bytesPerPacket: found.bytesPerPacket,
      peak: Math.round(found.peakMemory / 2 ** 20),
    }),
  ];
}
