import type { CaptureReader } from "../capture/record";
import type { CapturedPackets } from "../engine/capturedPackets";
import { say, type Words } from "../text/words";
import { damageText } from "../view/captureProblems";
import { exitCode } from "./input";

/** Says that a capture does not have what was asked for, and closes it; its damage, which may be why, is told too. */
export async function reportMissing(text: string, words: Words, { source, reader, columns }: CapturedPackets): Promise<number> {
  await source.close();
  process.stderr.write(`${text}\n`);
  return reader.damage ? reportDamage(words, reader, columns.count) : exitCode.nothingRead;
}

export function reportNoStream(stream: number, words: Words, packets: CapturedPackets): Promise<number> {
  return reportMissing(say(words, "cli.noStream", { stream, connections: packets.tracker.count }), words, packets);
}

/** Says on standard error where a file stopped being readable; answers the exit code. */
export function reportDamage(words: Words, reader: CaptureReader, packetsRead: number): number {
  if (!reader.damage) return exitCode.fine;
  process.stderr.write(`${damageText(words, reader.damage)}\n`);
  return packetsRead > 0 ? exitCode.damaged : exitCode.nothingRead;
}
