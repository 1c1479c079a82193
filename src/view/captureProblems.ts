import type { Damage } from "../capture/record";
import { say, type Words } from "../text/words";

/** Where a capture stops being readable, as a sentence. */
export function damageText(words: Words, { kind, offset, value }: Damage): string {
  return say(words, `damage.${kind}`, { offset, value });
}

/** Why a file is no capture, judged by its first bytes. */
export function refusalText(words: Words, head: Uint8Array): string {
  if (head.length === 0) return say(words, "capture.empty", {});
  return say(words, "capture.not", { found: Array.from(head, (byte) => byte.toString(16).padStart(2, "0")).join("") });
}
