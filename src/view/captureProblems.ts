import { otherFormat } from "../capture/otherFormats";
import type { Damage } from "../capture/record";
import { say, type Words } from "../text/words";

/** Where a capture stops being readable, as a sentence. */
export function damageText(words: Words, { kind, offset, value }: Damage): string {
  return say(words, `damage.${kind}`, { offset, value });
}

const refusals = { capture: "capture.other", packed: "capture.packed", neither: "capture.noCapture" } as const;

/** Bytes that `refusalText` would see. */
export const refusalHeadLength = 32;

/** Why a file is no capture, judged by its first bytes. */
export function refusalText(words: Words, head: Uint8Array): string {
  if (head.length === 0) return say(words, "capture.empty", {});
  const other = otherFormat(head);
  if (other) return say(words, refusals[other.kind], { format: say(words, `format.${other.name}`, {}) });
  const found = Array.from(head.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return say(words, "capture.not", { found });
}
