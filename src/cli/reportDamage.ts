import type { CaptureReader } from "../capture/record";
import type { CapturedPackets } from "../engine/capturedPackets";
import { say, type Words } from "../text/words";
import { damageText } from "../view/captureProblems";
import { exitCode } from "./input";

/** What was asked for is not in a capture; the damage may be why. */
export function reportMissing(text: string, words: Words, reader: CaptureReader, packetsRead: number): number {
  process.stderr.write(`${text}\n`);
  return reader.damage ? reportDamage(words, reader, packetsRead) : exitCode.nothingRead;
}

export function reportNoStream(stream: number, words: Words, { tracker, reader, columns }: CapturedPackets): number {
  return reportMissing(say(words, "cli.noStream", { stream, connections: tracker.count }), words, reader, columns.count);
}

/** Says on standard error where a file stopped being readable; answers the exit code. */
export function reportDamage(words: Words, reader: CaptureReader, packetsRead: number): number {
  if (!reader.damage) return exitCode.fine;
  process.stderr.write(`${damageText(words, reader.damage)}\n`);
  return packetsRead > 0 ? exitCode.damaged : exitCode.nothingRead;
}
