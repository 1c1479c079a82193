import type { CaptureReader } from "../capture/record";
import type { Words } from "../text/words";
import { damageText } from "../view/captureProblems";
import { exitCode } from "./input";

/** Says on standard error where a file stopped being readable; answers the exit code. */
export function reportDamage(words: Words, reader: CaptureReader, packetsRead: number): number {
  if (!reader.damage) return exitCode.fine;
  process.stderr.write(`${damageText(words, reader.damage)}\n`);
  return packetsRead > 0 ? exitCode.damaged : exitCode.nothingRead;
}
