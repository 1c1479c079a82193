import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { NamedCapture } from "../dsl/captures";

/** Whoever has other captures names their folder. */
const folder = process.env["WIRENOTE_CAPTURES"] ?? "../shared/captures/dev";

/** Captures that somebody else brought, where there are any: of many some are taken, or it takes long. */
export function realCaptures(
  most: number,
  { largest, isTaken }: { readonly largest: number; readonly isTaken: (name: string) => boolean },
): NamedCapture[] {
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder)
    .sort()
    .filter(isTaken)
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
    .filter(({ bytes }) => bytes.length < largest);
  const step = Math.ceil(all.length / Number(process.env["WIRENOTE_CAPTURES_MOST"] ?? most));
  return all.filter((_, index) => index % step === 0);
}
