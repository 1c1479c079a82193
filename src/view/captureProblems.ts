import { otherFormat } from "../capture/otherFormats";
import { isPlainText, plainTextHead } from "../capture/plainText";
import type { Damage } from "../capture/record";
import { say, type Words } from "../text/words";

/** Where a capture stops being readable, as a sentence. */
export function damageText(words: Words, { kind, offset, value }: Damage): string {
  return say(words, `damage.${kind}`, { offset, value });
}

/** The same, and what is shown nevertheless. What is wrong with a compressed file says that itself. */
export function damageAfterText(words: Words, damage: Damage, packets: number): string {
  const told = damageText(words, damage);
  if (packets === 0 || damage.kind.startsWith("compressed-")) return told;
  return say(words, "damage.shownBefore", { told, packets });
}

const refusals = { capture: "capture.other", packed: "capture.packed", neither: "capture.noCapture" } as const;

/** How many bytes `refusalText` needs. */
export const refusalHeadLength = plainTextHead;

/** Why a file is no capture, judged by its first bytes. */
export function refusalText(words: Words, head: Uint8Array): string {
  if (head.length === 0) return say(words, "capture.empty", {});
  const other = otherFormat(head);
  if (other) return say(words, refusals[other.kind], { format: say(words, `format.${other.name}`, {}) });
  if (isPlainText(head)) return say(words, "capture.text", {});
  const found = Array.from(head.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return say(words, "capture.not", { found });
}

const failures: Readonly<Record<string, "capture.gone" | "capture.forbidden" | undefined>> = {
  ENOENT: "capture.gone",
  ENOTDIR: "capture.gone",
  EACCES: "capture.forbidden",
  EPERM: "capture.forbidden",
};

/** Why a file could not even be read. */
export function failureText(words: Words, error: unknown): string {
  const known = failures[(error as { readonly code?: string } | undefined)?.code ?? ""];
  if (known) return say(words, known, {});
  return say(words, "capture.unreadable", { reason: error instanceof Error ? error.message : String(error) });
}
