import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { wordsFor } from "../../src/text/languages";
import { damageText } from "../../src/view/captureProblems";
import { pcapFile } from "../dsl/pcapFile";
import { scanCapture } from "../dsl/scanCapture";
import { modest } from "./readEverything";

/** Cuts are tried at every byte up to here. */
export const cutFilesUpTo = 1 << 16;
/** Headers end before this. */
const cutPacketsUpTo = 256;

/**
 * Reads the records of a file that was cut. From one cut to the next the packets before it stay the same, so they are not
 * decoded again: `cutPackets` has what their decoders need.
 */
export async function readRecords(file: Uint8Array): Promise<void> {
  const source = modest(memorySource(file));
  const reader = await openCapture(source);
  if (!reader) return;
  await scanCapture(source, reader, {
    blockSize: Math.min(1 << 16, file.length + 1),
    onPacket: ({ capturedLength }, block, at) => {
      if (at < 0 || at + capturedLength > block.length) throw new Error(`a packet at ${at}+${capturedLength} of ${block.length}`);
    },
  });
  if (reader.damage) damageText(wordsFor("en"), reader.damage);
}

/** For every packet of a capture's first 64 KiB: a capture of that packet as it looks when it was cut at each of its bytes. */
export async function cutPackets(file: Uint8Array): Promise<Uint8Array[]> {
  const source = await inflated(memorySource(file));
  const reader = await openCapture(source);
  const captures: Uint8Array[] = [];
  if (!reader) return captures;
  await scanCapture(source, reader, {
    onPacket: (record, block, at) => {
      if (record.place > cutFilesUpTo) return;
      const { linkType } = reader.interfaces[record.interface];
      const bytes = block.slice(at, at + Math.min(record.capturedLength, cutPacketsUpTo));
      const cuts = Array.from(bytes, (_, length) => ({ bytes: bytes.subarray(0, length), length: record.length }));
      captures.push(pcapFile(cuts, { linkType: linkType & 0xffff }));
    },
  });
  await source.close();
  return captures;
}
